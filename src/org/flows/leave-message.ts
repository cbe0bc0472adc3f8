// Message draft to a person about leave that somebody else recorded or cancelled for them.
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { RecordedLeave } from '../db/leaves.ts'
import type { LeaveChange } from '../domain/message-facts.ts'

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
