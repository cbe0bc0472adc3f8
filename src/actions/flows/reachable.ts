// Says whom a message about an item still reaches: a deactivated account reads nothing, and what was sent to it stays as it is.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { findPeople } from '../../org/db/people.ts'

/** Each once, in the given order. Whom we do not know counts as here. */
export async function reachable(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly (UserId | null)[],
): Promise<UserId[]> {
  const unique = [...new Set(userIds.flatMap((userId) => userId ?? []))]
  const gone = (await findPeople(q, workspaceId, unique)).filter(({ deactivated }) => deactivated)
  return unique.filter((userId) => !gone.some((person) => person.userId === userId))
}
