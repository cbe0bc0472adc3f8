// Reads and writes people's home teams. A person with a membership has one; it changes only by a choice, or when that membership ends.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs, textArray } from '../../core/db/pairs.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Member } from '../domain/team.ts'
import { channels } from './channels.sql.ts'
import { type UserRef, userKey } from './leaves.ts'
import { people } from './people.sql.ts'
import { homeTeams, members, teamSettings, teams } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

/** By `userKey`; people who are in no team are missing. */
export async function homeTeamsOf(q: Queryable, persons: readonly UserRef[]): Promise<Map<string, TeamId>> {
  if (persons.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: homeTeams.workspaceId, id: homeTeams.userId, idType: 'text' },
    persons.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.userId })),
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

export interface TeamOfPerson {
  userId: UserId
  personName: string
  teamId: TeamId
  name: string
  channelName: string | null
  /** Null: not known. */
  isPrivate: boolean | null
  isHome: boolean
}

/** Those of these people who are in several active teams: a row for each team, the oldest membership first. */
export async function peopleInSeveralTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<TeamOfPerson[]> {
  if (userIds.length === 0) return []
  const rows = await q.execute<SeveralRow>(sql`
    select * from (
      select m.user_id, person.name as person_name, m.team_id, latest.name, channel.name as channel_name,
        channel.is_private, home.team_id is not null as is_home, m.joined_on, m.member_id,
        count(*) over (partition by m.user_id) as teams
      from ${members} m
      join ${teams} t on t.workspace_id = m.workspace_id and t.team_id = m.team_id and t.archived_at is null
      join ${people} person on person.workspace_id = m.workspace_id and person.user_id = m.user_id
      cross join lateral (
        select version.settings ->> 'name' as name from ${teamSettings} version
        where version.workspace_id = m.workspace_id and version.team_id = m.team_id
        order by version.effective_from desc limit 1
      ) latest
      left join ${channels} channel
        on channel.workspace_id = t.workspace_id and channel.channel_id = t.channel_id
      left join ${homeTeams} home on home.workspace_id = m.workspace_id and home.user_id = m.user_id
        and home.team_id = m.team_id
      where m.workspace_id = ${workspaceId} and m.user_id = any(${textArray(userIds)}) and m.left_on is null
    ) found
    where teams > 1 order by person_name, user_id, joined_on, member_id`)
  return rows.map((row) => ({
    ...{ userId: row.user_id, personName: row.person_name, teamId: row.team_id, name: row.name },
    ...{ channelName: row.channel_name || null, isPrivate: row.is_private, isHome: row.is_home },
  }))
}

type SeveralRow = {
  user_id: string
  person_name: string
  team_id: string
  name: string
  channel_name: string | null
  is_private: boolean | null
  is_home: boolean
}
