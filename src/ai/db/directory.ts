// Loads what everybody in a workspace is called: whoever is named in a request finds it in the log.
import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { people } from '../../org/db/people.sql.ts'
import type { KnownPerson } from '../domain/people-named.ts'

/** Everybody, and who of them has been in a team of the person or in one that they manage. */
export const directoryFor = (
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
): Promise<KnownPerson[]> =>
  q
    .select({
      userId: people.userId,
      name: people.name,
      isTeammate: sql<boolean>`${people.userId} in (
        select mate.user_id from members mate where mate.workspace_id = ${workspaceId} and mate.team_id in (
          select team_id from members where workspace_id = ${workspaceId} and user_id = ${userId}
          union select team_id from teams where workspace_id = ${workspaceId} and manager_user_id = ${userId}))`,
    })
    .from(people)
    .where(eq(people.workspaceId, workspaceId))
