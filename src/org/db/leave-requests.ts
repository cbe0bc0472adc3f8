// Reads and writes the questions to a manager about leave on days that are past.
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { LeaveRequest } from '../domain/leave-request.ts'
import { leaveRequests } from './leave-requests.sql.ts'

const { fromDate, toDate, ...more } = {
  workspaceId: leaveRequests.workspaceId,
  requestId: leaveRequests.requestId,
  userId: leaveRequests.userId,
  wish: leaveRequests.wish,
  leaveId: leaveRequests.leaveId,
  fromDate: leaveRequests.fromDate,
  toDate: leaveRequests.toDate,
  part: leaveRequests.part,
  kind: leaveRequests.kind,
  numberDays: leaveRequests.numberDays,
  homeTeamId: leaveRequests.homeTeamId,
  askedUserId: leaveRequests.askedUserId,
  askedTeamId: leaveRequests.askedTeamId,
  askedAt: leaveRequests.askedAt,
  state: leaveRequests.state,
  decidedBy: leaveRequests.decidedBy,
  decidedAt: leaveRequests.decidedAt,
}
const columns = { ...more, from: fromDate, to: toDate }

export async function insertLeaveRequest(q: Queryable, request: LeaveRequest): Promise<void> {
  const { from, to, ...rest } = request
  await q.insert(leaveRequests).values({ ...rest, fromDate: from, toDate: to })
}

export async function loadLeaveRequest(
  q: Queryable,
  { workspaceId, requestId }: Pick<LeaveRequest, 'workspaceId' | 'requestId'>,
  lock?: 'lock',
): Promise<LeaveRequest | null> {
  const query = q
    .select(columns)
    .from(leaveRequests)
    .where(and(eq(leaveRequests.workspaceId, workspaceId), eq(leaveRequests.requestId, requestId)))
  const rows = lock ? await query.for('update') : await query
  return rows[0] ?? null
}

/** What these people still wait for, the earliest days first. */
export const waitingLeaveOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<LeaveRequest[]> =>
  userIds.length === 0
    ? Promise.resolve([])
    : waitingWhere(q, workspaceId, inArray(leaveRequests.userId, [...userIds])).orderBy(
        leaveRequests.fromDate,
        leaveRequests.requestId,
      )

/** The oldest first. */
export const leaveAskedOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
  limit: number,
): Promise<LeaveRequest[]> =>
  waitingWhere(q, workspaceId, eq(leaveRequests.askedUserId, userId))
    .orderBy(leaveRequests.askedAt)
    .limit(limit)

/** Locked, in a fixed order. */
export const leaveWaitingForAnswerOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<LeaveRequest[]> => lockedWhere(q, workspaceId, eq(leaveRequests.askedUserId, userId))

/** Locked, in a fixed order. */
export const leaveWaitingForManagerOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
): Promise<LeaveRequest[]> => lockedWhere(q, workspaceId, eq(leaveRequests.askedTeamId, teamId))

const waitingWhere = (q: Queryable, workspaceId: WorkspaceId, condition: SQL) =>
  q
    .select(columns)
    .from(leaveRequests)
    .where(
      and(eq(leaveRequests.workspaceId, workspaceId), sql`${leaveRequests.state} = 'waiting'`, condition),
    )

const lockedWhere = (q: Queryable, workspaceId: WorkspaceId, condition: SQL) =>
  waitingWhere(q, workspaceId, condition).orderBy(leaveRequests.requestId).for('update')

export async function updateLeaveRequest(q: Queryable, request: LeaveRequest): Promise<void> {
  const { workspaceId, requestId, askedUserId, askedTeamId, askedAt, state, decidedBy, decidedAt } = request
  await q
    .update(leaveRequests)
    .set({ askedUserId, askedTeamId, askedAt, state, decidedBy, decidedAt })
    .where(and(eq(leaveRequests.workspaceId, workspaceId), eq(leaveRequests.requestId, requestId)))
}

/** By when they were decided. */
export const pruneLeaveRequests = pruneRows('leave_requests', sql`decided_at`, {
  only: sql`state <> 'waiting'`,
})
