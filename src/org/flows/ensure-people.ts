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
  const fetched = await Promise.allSettled(
    unknown.map((userId) => context.directory.person(workspaceId, userId)),
  )
  const found = fetched.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
  await savePeople(context.db, found, context.clock.now())
  // What was fetched is kept: another attempt asks only for the rest.
  for (const one of fetched) if (one.status === 'rejected') throw one.reason
  for (const person of found) byId.set(person.userId, person)
  return userIds.flatMap((userId) => byId.get(userId) ?? [])
}
