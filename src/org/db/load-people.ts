// Loads many people of several workspaces in one query.

import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { Person } from '../../core/person.ts'
import { type UserRef, userKey } from './leaves.ts'
import { people } from './people.sql.ts'

const personColumns = {
  workspaceId: people.workspaceId,
  userId: people.userId,
  name: people.name,
  zone: people.zone,
  locale: people.locale,
  isBot: people.isBot,
  isAdmin: people.isAdmin,
  isGuest: people.isGuest,
  deactivated: people.deactivated,
}

/** By `userKey`; people who are not stored are missing. */
export async function loadPeople(q: Queryable, wanted: readonly UserRef[]): Promise<Map<string, Person>> {
  if (wanted.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: people.workspaceId, id: people.userId, idType: 'text' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.userId })),
  )
  const rows = await q.select(personColumns).from(people).where(among)
  return new Map(rows.map((person) => [userKey(person), person]))
}
