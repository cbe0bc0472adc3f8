// An action item: one thing that one person is accountable for, by a date that counts in that person's working days.
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'

/** Longer texts belong elsewhere. In code points. */
export const ACTION_TEXT_LENGTH = 300
export const REASON_LENGTH = 300
export const MOST_HELPERS = 10

export const ACTION_STATES = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** Of a milestone. */
export const MOST_WEIGHT = 100

/** What it came from: a person who added it, or what another feature made it of. */
export type OriginKind = 'person' | 'blocker' | 'warning' | 'meeting' | 'review-measure' | 'support-request'

export interface Origin {
  kind: OriginKind
  /** The id of what it came from. Null: of nothing else. */
  reference: string | null
}

export interface ActionItem {
  workspaceId: WorkspaceId
  actionId: string
  teamId: TeamId
  /** The one who is accountable. */
  ownerUserId: UserId
  /** Others who help. */
  helperUserIds: readonly UserId[]
  text: string
  /** Of a milestone, against the owner's others. Null: it is none. */
  weight: number | null
  dueOn: Temporal.PlainDate
  state: ActionState
  origin: Origin
  createdBy: UserId
  createdAt: Temporal.Instant
  /** Who made the owner accountable; the owner, where they took it on. */
  assignedBy: UserId
  /** The owner has it while the manager is away, and hands it back. */
  asStandIn: boolean
  closedBy: UserId | null
  closedAt: Temporal.Instant | null
  /** Why it was dropped, as typed, or the name of the reason for which what it came from is over. */
  reason: string | null
}

export type NewAction = Pick<
  ActionItem,
  'workspaceId' | 'teamId' | 'ownerUserId' | 'helperUserIds' | 'text' | 'dueOn' | 'origin' | 'createdBy'
> & { weight?: number | null; asStandIn?: boolean }

/** Whoever waits for it: of a request for support who asked, unless it is their own by now. Null: nobody. */
export const askerOf = ({ origin, createdBy, ownerUserId }: ActionItem): UserId | null =>
  origin.kind === 'support-request' && createdBy !== ownerUserId ? createdBy : null
