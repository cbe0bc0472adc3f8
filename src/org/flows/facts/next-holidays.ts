// Loads the facts of the message that next year's public holidays are not published yet, or that they are in.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { NextHolidaysFacts } from '../../domain/message-facts.ts'
import { loadTeamIdentity } from './team-identity.ts'

/** Null: the team does not exist. */
export async function loadNextHolidays(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'next-holidays'>,
  now: Temporal.Instant,
): Promise<NextHolidaysFacts | null> {
  const team = teamId ? await loadTeamIdentity(db, workspaceId, teamId, now) : null
  return team && { ...team, kind: 'next-holidays', ...subject }
}
