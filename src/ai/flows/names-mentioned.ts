// Loads the names of the people whom the sources of an answer mention by their ids: the asker has been told of each.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { namesOf } from '../../org/db/names.ts'
import type { RenderedClaim } from '../domain/fact.ts'

export async function namesMentioned(
  q: Queryable,
  { workspaceId }: Person,
  claims: readonly RenderedClaim[],
): Promise<Record<UserId, string>> {
  const text = claims.flatMap(({ sources }) => sources).join(' ')
  const userIds = [...text.matchAll(/\brep <@(\w+)>/gu)].map(([, userId]) => userId!)
  return namesOf(q, workspaceId, [...new Set(userIds)])
}
