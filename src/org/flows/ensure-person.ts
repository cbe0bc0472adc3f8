// Loads a person from the database, and fetches them from Slack when they are missing or older than a day.

import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { findPerson, savePeople } from '../db/people.ts'

const REFRESH_AFTER_HOURS = 24

/** Null: Slack does not know the person. When Slack cannot be reached, the stored person is returned, however old. */
export async function ensurePerson(
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<Person | null> {
  const now = context.clock.now()
  const known = await findPerson(context.db, workspaceId, userId)
  if (known && known.refreshedAt.until(now).total('hours') < REFRESH_AFTER_HOURS) return known
  const fetched = await context.directory.person(workspaceId, userId).catch((fault: unknown) => {
    if (!known) throw fault
    return null
  })
  if (fetched) await savePeople(context.db, [fetched], now)
  return fetched ?? known
}
