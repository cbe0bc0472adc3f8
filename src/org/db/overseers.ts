// Finds who stands above the manager of a team.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { people } from './people.sql.ts'
import { teams } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

/** The manager of the nearest active team above, else an admin: someone who can act, and not this person. Null: nobody. */
export async function findOverseer(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  exceptUserId: UserId,
): Promise<UserId | null> {
  const [row] = await q.execute<{ user_id: string }>(sql`
    with recursive above as (
      select parent_team_id, null::text as manager_user_id, archived_at, 0 as depth from ${teams}
      where workspace_id = ${workspaceId} and team_id = ${teamId}
      union all
      select parent.parent_team_id, parent.manager_user_id, parent.archived_at, above.depth + 1
      from above join ${teams} parent on parent.team_id = above.parent_team_id
      where parent.workspace_id = ${workspaceId} and above.depth < 50
    )
    select p.user_id from ${people} p
    left join above on above.manager_user_id = p.user_id and above.archived_at is null
    where p.workspace_id = ${workspaceId} and p.user_id <> ${exceptUserId}
      and not p.is_bot and not p.is_guest and not p.deactivated
      and (above.depth is not null or p.is_admin)
    order by above.depth nulls last, p.user_id limit 1`)
  return row?.user_id ?? null
}
