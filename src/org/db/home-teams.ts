// Reads and writes people's home teams. A person with a membership has one; it changes only by a choice, or when that membership ends.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs, textArray } from '../../core/db/pairs.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Member } from '../domain/team.ts'
import { type UserRef, userKey } from './leaves.ts'
import { homeTeams, members, teams } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

/** By `userKey`; people who are in no team are missing. */
export async function homeTeamsOf(q: Queryable, people: readonly UserRef[]): Promise<Map<string, TeamId>> {
  if (people.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: homeTeams.workspaceId, id: homeTeams.userId, idType: 'text' },
    people.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.userId })),
  )
  const rows = await q.select().from(homeTeams).where(among)
  return new Map(rows.map((row) => [userKey(row), row.teamId]))
}

export async function homeTeamOf(q: Queryable, person: UserRef): Promise<TeamId | null> {
  return (await homeTeamsOf(q, [person])).get(userKey(person)) ?? null
}

export async function saveHomeTeam(q: Queryable, person: UserRef, teamId: TeamId): Promise<void> {
  const { workspaceId, userId } = person
  await q
    .insert(homeTeams)
    .values({ workspaceId, userId, teamId })
    .onConflictDoUpdate({ target: [homeTeams.workspaceId, homeTeams.userId], set: { teamId } })
}

/** The team that they join becomes the home team of those who have none. */
export async function giveHomeTeams(q: Queryable, joining: readonly Member[]): Promise<void> {
  const staying = joining.filter(({ leftOn }) => leftOn === null)
  if (staying.length === 0) return
  const rows = staying.map(({ workspaceId, userId, teamId }) => ({ workspaceId, userId, teamId }))
  await q.insert(homeTeams).values(rows).onConflictDoNothing()
}

/** After these memberships ended: the oldest that is left becomes the home team, one in a paused team last. */
export async function passOnHomeTeams(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  userIds: readonly UserId[],
): Promise<void> {
  if (userIds.length === 0) return
  const ended = sql`home.workspace_id = ${workspaceId} and home.team_id = ${teamId}
    and home.user_id = any(${textArray(userIds)})
    and not exists (select from ${members} m where m.workspace_id = home.workspace_id
      and m.team_id = home.team_id and m.user_id = home.user_id and m.left_on is null)`
  await q.execute(sql`
    update ${homeTeams} home set team_id = next.team_id
    from (
      select distinct on (m.user_id) m.user_id, m.team_id from ${members} m
      join ${teams} t on t.workspace_id = m.workspace_id and t.team_id = m.team_id
      where m.workspace_id = ${workspaceId} and m.user_id = any(${textArray(userIds)}) and m.left_on is null
      order by m.user_id, t.archived_at is not null, m.joined_on, m.member_id
    ) next
    where next.user_id = home.user_id and ${ended}`)
  await q.execute(sql`delete from ${homeTeams} home where ${ended}`)
}
