// What an audit event says: who did what to whom, by which screen. Ids and values that were chosen, never names or typed text.
import type { TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'

/**
 * What each kind of change was before and became after it; null: there was nothing, or nothing is left. Each feature adds
 * its own kinds by declaration merging, and contributes them as `auditKinds`. Only ids, dates, numbers and chosen values:
 * what a person typed is told as "changed", without the text, so that a person can later be replaced by a random key.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface AuditChanges {}
export type AuditKindName = keyof AuditChanges & string

/** By what it was done: a command with its forms, a button of a message, an event from Slack, or the tick. */
export type AuditScreen = `/kpi ${string}` | `message:${string}` | `event:${string}` | 'clock'

/** A change to be recorded. */
export type AuditDraft<Kind extends AuditKindName = AuditKindName> = {
  [K in Kind]: {
    workspaceId: WorkspaceId
    kind: K
    /** Null: Slack or the clock did it. */
    actorUserId: UserId | null
    /** The person concerned. Null: it concerns a team or the workspace. */
    userId: UserId | null
    /** Null: it concerns a person or the workspace. */
    teamId: TeamId | null
    screen: AuditScreen
  } & AuditChanges[K]
}[Kind]

/** A recorded event as stored; its kind's feature knows what `before` and `after` mean. */
export interface AuditEvent {
  workspaceId: WorkspaceId
  eventId: string
  at: Temporal.Instant
  kind: string
  actorUserId: UserId | null
  userId: UserId | null
  teamId: TeamId | null
  screen: string
  before: unknown
  after: unknown
}
