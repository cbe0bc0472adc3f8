// Loads the facts of the message to a person whose leave somebody else recorded or cancelled.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadLeave } from '../../db/leaves.ts'
import type { LeaveChangedFacts } from '../../domain/message-facts.ts'
import { loadTeamIdentity } from './team-identity.ts'

/** Null: the leave or the team does not exist. */
export async function loadLeaveChanged(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'leave-changed'>,
  now: Temporal.Instant,
): Promise<LeaveChangedFacts | null> {
  const leave = await loadLeave(db, workspaceId, subject.leaveId)
  const team = teamId ? await loadTeamIdentity(db, workspaceId, teamId, now) : null
  if (!leave || !team) return null
  const { change, byUserId } = subject
  return { ...team, kind: 'leave-changed', leave, change, byUserId, today: localDate(now, 'UTC') }
}
