// Loads people from the database, and fetches those who are missing from Slack.

import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { findPeople, savePeople } from '../db/people.ts'

/** Leaves out people whom Slack does not know. Call it outside a transaction: it may wait for Slack. */
export async function ensurePeople(
  context: Context,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<Person[]> {
  const known = await findPeople(context.db, workspaceId, userIds)
  const byId = new Map<UserId, Person>(known.map((person) => [person.userId, person]))
  const unknown = userIds.filter((userId) => !byId.has(userId))
  const fetched = await Promise.all(unknown.map((userId) => context.directory.person(workspaceId, userId)))
  const found = fetched.filter((person) => person !== null)
  if (found.length > 0) await savePeople(context.db, found, context.clock.now())
  for (const person of found) byId.set(person.userId, person)
  return userIds.flatMap((userId) => byId.get(userId) ?? [])
}
