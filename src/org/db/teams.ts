// Reads and writes teams: their channel, their manager, and which teams are below them.
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { ChannelId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Team } from '../domain/team.ts'
import { expectChannel } from './channels.ts'
import { members, teams } from './teams.sql.ts'

export const teamColumns = {
  workspaceId: teams.workspaceId,
  teamId: teams.teamId,
  channelId: teams.channelId,
  managerUserId: teams.managerUserId,
  delegateUserId: teams.delegateUserId,
  parentTeamId: teams.parentTeamId,
  archivedAt: teams.archivedAt,
}

export interface TeamRef {
  workspaceId: WorkspaceId
  teamId: TeamId
}

export async function loadTeam(q: Queryable, workspaceId: WorkspaceId, teamId: TeamId): Promise<Team | null> {
  const rows = await q.select(teamColumns).from(teams).where(isTeam({ workspaceId, teamId }))
  return rows[0] ?? null
}

export async function loadTeams(q: Queryable, wanted: readonly TeamRef[]): Promise<Map<TeamId, Team>> {
  if (wanted.length === 0) return new Map()
  const rows = await q.select(teamColumns).from(teams).where(among(wanted))
  return new Map(rows.map((team) => [team.teamId, team]))
}

/** When the team was set up. Throws when there is no such team. */
export async function teamCreatedAt(q: Queryable, ref: TeamRef): Promise<Temporal.Instant> {
  const [row] = await q.select({ createdAt: teams.createdAt }).from(teams).where(isTeam(ref))
  if (!row) throw new Error(`There is no team ${ref.teamId}.`)
  return row.createdAt
}

export async function teamsCreatedAt(
  q: Queryable,
  wanted: readonly TeamRef[],
): Promise<Map<TeamId, Temporal.Instant>> {
  const pairs = wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId }))
  const rows = await q
    .select({ teamId: teams.teamId, createdAt: teams.createdAt })
    .from(teams)
    .where(amongPairs({ workspaceId: teams.workspaceId, id: teams.teamId, idType: 'uuid' }, pairs))
  return new Map(rows.map(({ teamId, createdAt }) => [teamId, createdAt]))
}

/** The active team of the channel. */
export async function teamOfChannel(
  q: Queryable,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<Team | null> {
  const rows = await q
    .select(teamColumns)
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.channelId, channelId), isNull(teams.archivedAt)))
  return rows[0] ?? null
}

/** The most recently paused team of the channel. */
export async function pausedTeamOfChannel(
  q: Queryable,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<Team | null> {
  const rows = await q
    .select(teamColumns)
    .from(teams)
    .where(
      and(
        eq(teams.workspaceId, workspaceId),
        eq(teams.channelId, channelId),
        sql`${teams.archivedAt} is not null`,
      ),
    )
    .orderBy(sql`${teams.archivedAt} desc`)
    .limit(1)
  return rows[0] ?? null
}

/** The active teams of which the person is the manager or the delegate, the oldest first. */
export async function teamsManagedOrDelegated(
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<Team[]> {
  return q
    .select(teamColumns)
    .from(teams)
    .where(
      and(
        eq(teams.workspaceId, workspaceId),
        or(eq(teams.managerUserId, userId), eq(teams.delegateUserId, userId)),
        isNull(teams.archivedAt),
      ),
    )
    .orderBy(teams.createdAt)
}

/** The active teams of which the person is a member or the manager, the oldest first. */
export async function teamsOf(q: Queryable, workspaceId: WorkspaceId, userId: UserId): Promise<Team[]> {
  const isMember = sql`exists (select from ${members} where ${members.workspaceId} = ${teams.workspaceId}
    and ${members.teamId} = ${teams.teamId} and ${members.userId} = ${userId} and ${members.leftOn} is null)`
  return q
    .select(teamColumns)
    .from(teams)
    .where(
      and(
        eq(teams.workspaceId, workspaceId),
        isNull(teams.archivedAt),
        or(eq(teams.managerUserId, userId), isMember),
      ),
    )
    .orderBy(teams.createdAt)
}

/** Ids of the active teams below those that the person manages, at any depth. */
export async function teamIdsDirectedBy(
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<TeamId[]> {
  const rows = await q.execute<{ team_id: string }>(sql`
    with recursive below as (
      select child.team_id from ${teams} child join ${teams} parent
        on parent.workspace_id = child.workspace_id and parent.team_id = child.parent_team_id
      where child.workspace_id = ${workspaceId} and parent.manager_user_id = ${userId}
        and child.archived_at is null and parent.archived_at is null
      union
      select child.team_id from ${teams} child join below on child.parent_team_id = below.team_id
      where child.workspace_id = ${workspaceId} and child.archived_at is null
    )
    select team_id from below`)
  return rows.map((row) => row.team_id)
}

/** False: the channel already has an active team. A unique index decides when two people set up at once. */
export async function insertTeam(
  q: Queryable,
  team: Omit<Team, 'archivedAt' | 'delegateUserId'> & Partial<Pick<Team, 'delegateUserId'>>,
  createdAt: Temporal.Instant,
): Promise<boolean> {
  const rows = await q
    .insert(teams)
    .values({ ...team, createdAt })
    .onConflictDoNothing()
    .returning({ teamId: teams.teamId })
  if (rows.length === 1) await expectChannel(q, team)
  return rows.length === 1
}

/** Pauses every active team of the workspace, so that nothing falls due for them, and returns their ids. */
export async function archiveTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  archivedAt: Temporal.Instant,
): Promise<TeamId[]> {
  const rows = await q
    .update(teams)
    .set({ archivedAt })
    .where(and(eq(teams.workspaceId, workspaceId), isNull(teams.archivedAt)))
    .returning({ teamId: teams.teamId })
  return rows.map(({ teamId }) => teamId)
}

export async function reopenTeam(q: Queryable, ref: TeamRef): Promise<void> {
  await q.update(teams).set({ archivedAt: null }).where(isTeam(ref))
}

export async function setManager(q: Queryable, ref: TeamRef, managerUserId: UserId): Promise<void> {
  await q.update(teams).set({ managerUserId }).where(isTeam(ref))
}

/** `delegateUserId` null: nobody. */
export async function setDelegate(q: Queryable, ref: TeamRef, delegateUserId: UserId | null): Promise<void> {
  await q.update(teams).set({ delegateUserId }).where(isTeam(ref))
}

export async function moveTeam(q: Queryable, ref: TeamRef, channelId: ChannelId): Promise<void> {
  await q.update(teams).set({ channelId }).where(isTeam(ref))
  await expectChannel(q, { workspaceId: ref.workspaceId, channelId })
}

/** Locks the team's row until the transaction ends, so that changes of one team run one after another. */
export async function lockTeam(q: Queryable, ref: TeamRef): Promise<Team | null> {
  const rows = await q.select(teamColumns).from(teams).where(isTeam(ref)).for('update')
  return rows[0] ?? null
}

/** In one order everywhere, so that two changes do not wait for each other. */
export async function lockTeams(q: Queryable, wanted: readonly TeamRef[]): Promise<Map<TeamId, Team>> {
  const rows = await q
    .select(teamColumns)
    .from(teams)
    .where(among(wanted))
    .orderBy(teams.teamId)
    .for('update')
  return new Map(rows.map((team) => [team.teamId, team]))
}

export function isTeam({ workspaceId, teamId }: TeamRef) {
  return and(eq(teams.workspaceId, workspaceId), eq(teams.teamId, teamId))
}

function among(wanted: readonly TeamRef[]) {
  return amongPairs(
    { workspaceId: teams.workspaceId, id: teams.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
}
