// Message drafts about leave that somebody else recorded or cancelled, and about the home team, which looks after leave.
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { RecordedLeave } from '../domain/leave.ts'
import type { LeaveChange } from '../domain/message-facts.ts'
import type { Team } from '../domain/team.ts'

/** Empty when the person did it for themselves. */
export function leaveChanged(
  { workspaceId, teamId }: { workspaceId: WorkspaceId; teamId: TeamId | null },
  { leaveId, userId }: RecordedLeave,
  change: LeaveChange,
  byUserId: UserId,
): MessageDraft[] {
  if (userId === byUserId) return []
  const audience = { to: 'person', userId } as const
  const subject = { leaveId, change, byUserId }
  return [
    { workspaceId, key: `leave:${leaveId}:${change}`, kind: 'leave-changed', audience, teamId, subject },
  ]
}

/** For the person and the managers of both teams, as far as they did not do it themselves. */
export function homeTeamMoved(
  { userId, byUserId, from, to }: { userId: UserId; byUserId: UserId; from: Team; to: Team },
  now: Temporal.Instant,
): MessageDraft[] {
  const { workspaceId, teamId } = to
  const readers = new Set([userId, from.managerUserId, to.managerUserId])
  readers.delete(byUserId)
  return [...readers].map((reader) => ({
    workspaceId,
    key: `home-team:${userId}:${now}:${reader}`,
    kind: 'home-team-moved',
    audience: { to: 'person', userId: reader },
    teamId: null,
    subject: { userId, byUserId, teamId },
  }))
}
