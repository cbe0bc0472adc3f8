// Loads the facts of the message that a person keeps other public holidays from now on: for them, and for who manages them.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { HolidaysChangedFacts } from '../../domain/message-facts.ts'
import { loadTeamIdentity } from './team-identity.ts'

/** Null: the team does not exist. */
export async function loadHolidaysChanged(
  db: Queryable,
  { workspaceId, teamId, toUserId, subject }: Message<'holidays-changed'>,
  now: Temporal.Instant,
): Promise<HolidaysChangedFacts | null> {
  const team = teamId ? await loadTeamIdentity(db, workspaceId, teamId, now) : null
  if (!team) return null
  const { userId, byUserId, place, from } = subject
  const common = { userId, byUserId, place, from: Temporal.PlainDate.from(from), own: toUserId === userId }
  return { ...team, kind: 'holidays-changed', ...common }
}
