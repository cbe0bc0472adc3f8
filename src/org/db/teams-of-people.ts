// Reads for many people which active teams they work in or lead.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { members, teams } from './teams.sql.ts'

/** Of which they are a member, the manager or the delegate; whoever is in none is missing. */
export async function teamsOfPeople(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<Map<UserId, TeamId[]>> {
  if (userIds.length === 0) return new Map()
  const among = textArray(userIds)
  const rows = await q.execute<{ user_id: UserId; team_id: TeamId }>(sql`
    select user_id, own.team_id from (
      select user_id, team_id from ${members}
      where workspace_id = ${workspaceId} and user_id = any(${among}) and left_on is null
      union select manager_user_id, team_id from ${teams}
      where workspace_id = ${workspaceId} and manager_user_id = any(${among})
      union select delegate_user_id, team_id from ${teams}
      where workspace_id = ${workspaceId} and delegate_user_id = any(${among})) own
    join ${teams} t on t.workspace_id = ${workspaceId} and t.team_id = own.team_id and t.archived_at is null
    order by user_id, own.team_id`)
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id)
  return new Map([...byUser].map(([userId, own]) => [userId, own.map(({ team_id }) => team_id)]))
}
