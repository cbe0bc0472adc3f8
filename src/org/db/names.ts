// Looks up people's names, for messages that name many of them.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { people } from './people.sql.ts'

/** By user id; people who are not stored are missing. */
export async function namesOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<Record<UserId, string>> {
  if (userIds.length === 0) return {}
  const rows = await q
    .select({ userId: people.userId, name: people.name })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), sql`${people.userId} = any(${textArray(userIds)})`))
  return Object.fromEntries(rows.map(({ userId, name }) => [userId, name]))
}
