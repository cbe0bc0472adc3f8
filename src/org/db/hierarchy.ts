// Reads and changes the parent team of a team. The manager of a parent team directs the teams below it.
import { and, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { amongPairs, uuidArray } from '../../core/db/pairs.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { NamedTeam, Team } from '../domain/team.ts'
import { type KnownNames, knowsName } from '../domain/team-names.ts'
import { channels } from './channels.sql.ts'
import { teamSettings, teams } from './teams.sql.ts'
import { isTeam, loadTeams, type TeamRef } from './teams.ts'

/** The active teams that can be the parent of this team: not itself, and no team below it. `teamId` null: a new team. */
export async function possibleParents(
  q: Queryable,
  {
    workspaceId,
    teamId,
    parentTeamId,
  }: { workspaceId: WorkspaceId; teamId: TeamId | null; parentTeamId: TeamId | null },
  known: KnownNames,
  limit: number,
): Promise<NamedTeam[]> {
  const kept = uuidArray([...known.teamIds, ...(parentTeamId ? [parentTeamId] : [])])
  const rows = await q.execute<ParentRow>(sql`
    with recursive below as (
      select ${teamId}::uuid as team_id
      union
      select child.team_id from ${teams} child join below on child.parent_team_id = below.team_id
      where child.workspace_id = ${workspaceId}
    )
    select possible.team_id, latest.name, channel.name as channel_name, channel.is_private
    from ${teams} possible
    cross join lateral (
      select version.settings ->> 'name' as name from ${teamSettings} version
      where version.workspace_id = possible.workspace_id and version.team_id = possible.team_id
      order by version.effective_from desc limit 1
    ) latest
    left join ${channels} channel
      on channel.workspace_id = possible.workspace_id and channel.channel_id = possible.channel_id
    where possible.workspace_id = ${workspaceId} and possible.archived_at is null
      and not exists (select from below where below.team_id = possible.team_id)
      and (${known.all} or (${known.open} and not channel.is_private) or possible.team_id = any(${kept}))
    order by latest.name, possible.team_id limit ${limit}`)
  return rows.map((row) => {
    const shown = knowsName(known, { teamId: row.team_id, isPrivate: row.is_private })
    return {
      teamId: row.team_id,
      name: shown ? row.name : null,
      channelName: shown ? row.channel_name || null : null,
    }
  })
}

type ParentRow = {
  team_id: string
  name: string
  channel_name: string | null
  is_private: boolean | null
}

/** The active teams above this one, the nearest first. */
export async function teamsAbove(
  q: Queryable,
  { workspaceId, parentTeamId }: Pick<Team, 'workspaceId' | 'parentTeamId'>,
): Promise<Team[]> {
  if (parentTeamId === null) return []
  const rows = await q.execute<{ team_id: string }>(sql`
    with recursive above as (
      select team_id, parent_team_id, 1 as depth from ${teams}
      where workspace_id = ${workspaceId} and team_id = ${parentTeamId}
      union
      select parent.team_id, parent.parent_team_id, above.depth + 1
      from ${teams} parent join above on above.parent_team_id = parent.team_id
      where parent.workspace_id = ${workspaceId}
    )
    select team_id from above order by depth`)
  const found = await loadTeams(
    q,
    rows.map((row) => ({ workspaceId, teamId: row.team_id })),
  )
  return rows.flatMap((row) => found.get(row.team_id) ?? []).filter(({ archivedAt }) => archivedAt === null)
}

/** The active teams below this one, at any depth; a paused team hides those below it. */
export async function teamsBelow(q: Queryable, { workspaceId, teamId }: TeamRef): Promise<Team[]> {
  const rows = await q.execute<{ team_id: string }>(sql`
    with recursive below as (
      select team_id from ${teams}
      where workspace_id = ${workspaceId} and parent_team_id = ${teamId} and archived_at is null
      union
      select child.team_id from ${teams} child join below on child.parent_team_id = below.team_id
      where child.workspace_id = ${workspaceId} and child.archived_at is null
    )
    select team_id from below`)
  const found = await loadTeams(
    q,
    rows.map((row) => ({ workspaceId, teamId: row.team_id })),
  )
  return [...found.values()].sort((one, other) => (one.teamId < other.teamId ? -1 : 1))
}

/** Those of the teams that have active teams below them. */
export async function withTeamsBelow(q: Queryable, wanted: readonly TeamRef[]): Promise<Set<TeamId>> {
  const pairs = wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId }))
  const rows = await q
    .selectDistinct({ teamId: teams.parentTeamId })
    .from(teams)
    .where(
      and(
        amongPairs({ workspaceId: teams.workspaceId, id: teams.parentTeamId, idType: 'uuid' }, pairs),
        isNull(teams.archivedAt),
      ),
    )
  return new Set(rows.map(({ teamId }) => teamId!))
}

/** The active teams that have teams below them, and no active team above. */
export async function rootTeams(q: Queryable, workspaceId: WorkspaceId): Promise<Team[]> {
  const rows = await q.execute<{ team_id: string }>(sql`
    select root.team_id from ${teams} root
    where root.workspace_id = ${workspaceId} and root.archived_at is null
      and not exists (select from ${teams} above where above.workspace_id = root.workspace_id
        and above.team_id = root.parent_team_id and above.archived_at is null)
      and exists (select from ${teams} child where child.workspace_id = root.workspace_id
        and child.parent_team_id = root.team_id and child.archived_at is null)`)
  const found = await loadTeams(
    q,
    rows.map((row) => ({ workspaceId, teamId: row.team_id })),
  )
  return [...found.values()]
}

/** Serialises changes of the hierarchy in a workspace: two at once could make a cycle. */
export async function lockHierarchy(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`hierarchy ${workspaceId}`}))`)
}

export async function setParent(tx: Transaction, ref: TeamRef, parentTeamId: TeamId | null): Promise<void> {
  await tx.update(teams).set({ parentTeamId }).where(isTeam(ref))
}
