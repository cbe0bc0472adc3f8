// A question to a manager about leave on days that are past: until it is answered nothing changes.
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Leave } from './calendar.ts'
import type { LeaveKind } from './leave-kind.ts'

/** The due kind: a question has waited for its answer long enough. */
export const LEAVE_REQUEST = 'leave-request'

/** What the person wants of the past days: to be on leave on them, or to take back a leave. */
export type LeaveWish = 'record' | 'cancel'

export const LEAVE_REQUEST_STATES = [
  'waiting',
  'accepted',
  'declined',
  'withdrawn',
  /** Nobody who was asked answered in time. */
  'unanswered',
  /** Somebody has recorded or cancelled leave on these days meanwhile. */
  'pointless',
] as const
export type LeaveRequestState = (typeof LEAVE_REQUEST_STATES)[number]

/** A question about past days of one leave. `from` to `to`: only those. */
export interface LeaveRequest extends Leave {
  workspaceId: WorkspaceId
  requestId: string
  userId: UserId
  wish: LeaveWish
  /** The leave to cancel, or the id of the one that is recorded when it is agreed to. */
  leaveId: string
  kind: LeaveKind
  /** ISO dates among them on which the person had reported numbers when they asked. */
  numberDays: readonly string[]
  homeTeamId: TeamId
  askedUserId: UserId
  askedTeamId: TeamId | null
  askedAt: Temporal.Instant
  state: LeaveRequestState
  decidedBy: UserId | null
  decidedAt: Temporal.Instant | null
}
