// Finds out who acts: from our own record, asking Slack only for strangers and once a day.

import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { findPerson, savePeople } from '../db/people.ts'

const REFRESH_AFTER_HOURS = 24

/** Null: Slack does not know them either. With Slack away our own record, however old, is good enough. */
export async function ensurePerson(
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<Person | null> {
  const now = context.clock.now()
  const known = await findPerson(context.db, workspaceId, userId)
  if (known && known.refreshedAt.until(now).total('hours') < REFRESH_AFTER_HOURS) return known
  const told = await context.directory.person(workspaceId, userId).catch((fault: unknown) => {
    if (!known) throw fault
    return null
  })
  if (told) await savePeople(context.db, [told], now)
  return told ?? known
}
