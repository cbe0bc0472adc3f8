// Reads and writes join requests, and finds the home teams of people who are to be added.
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { HomeTeam, JoinRequest } from '../domain/join-request.ts'
import { joinRequests } from './join-requests.sql.ts'
import type { TeamRef } from './teams.ts'

/** Serialises additions in a workspace: otherwise two teams could add the same person at once without asking. */
export async function lockJoining(q: Queryable, workspaceId: WorkspaceId): Promise<void> {
  await q.execute(sql`select pg_advisory_xact_lock(hashtext(${`joining ${workspaceId}`}))`)
}

/**
 * Of each person their home team; where that is this one or paused, the other active team that they joined first. People
 * in no other team are missing.
 */
export async function homeManagersOf(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  userIds: readonly UserId[],
): Promise<Map<UserId, HomeTeam>> {
  if (userIds.length === 0) return new Map()
  const rows = await q.execute<{ user_id: string; team_id: string; manager_user_id: string }>(sql`
    select distinct on (m.user_id) m.user_id, m.team_id, t.manager_user_id
    from members m join teams t on t.workspace_id = m.workspace_id and t.team_id = m.team_id
    left join home_teams home on home.workspace_id = m.workspace_id and home.user_id = m.user_id
    where m.workspace_id = ${workspaceId} and m.user_id = any(${textArray(userIds)})
      and m.team_id <> ${teamId}::uuid and m.left_on is null and t.archived_at is null
    order by m.user_id, (home.team_id is distinct from m.team_id), m.joined_on, m.member_id`)
  return new Map(
    rows.map((row) => [row.user_id, { teamId: row.team_id, managerUserId: row.manager_user_id }]),
  )
}

/** False: the team already waits for this person. */
export async function insertJoinRequest(q: Queryable, request: JoinRequest): Promise<boolean> {
  const rows = await q
    .insert(joinRequests)
    .values(request)
    .onConflictDoNothing()
    .returning({ requestId: joinRequests.requestId })
  return rows.length === 1
}

export async function loadJoinRequest(
  q: Queryable,
  { workspaceId, requestId }: Pick<JoinRequest, 'workspaceId' | 'requestId'>,
  lock?: 'lock',
): Promise<JoinRequest | null> {
  const query = q
    .select()
    .from(joinRequests)
    .where(and(eq(joinRequests.workspaceId, workspaceId), eq(joinRequests.requestId, requestId)))
  const rows = lock ? await query.for('update') : await query
  return rows[0] ?? null
}

export const waitingForTeam = (q: Queryable, { workspaceId, teamId }: TeamRef): Promise<JoinRequest[]> =>
  waitingWhere(q, workspaceId, eq(joinRequests.teamId, teamId))

export const waitingForMembers = (
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  userIds: readonly UserId[],
): Promise<JoinRequest[]> =>
  userIds.length === 0
    ? Promise.resolve([])
    : lockedWhere(
        q,
        workspaceId,
        and(eq(joinRequests.homeTeamId, teamId), inArray(joinRequests.userId, [...userIds])),
      )

/** The oldest first. */
export const askedOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
  limit: number,
): Promise<JoinRequest[]> =>
  q
    .select()
    .from(joinRequests)
    .where(
      and(
        eq(joinRequests.workspaceId, workspaceId),
        sql`${joinRequests.state} = 'waiting'`,
        eq(joinRequests.askedUserId, userId),
      ),
    )
    .orderBy(joinRequests.askedAt)
    .limit(limit)

/** Locked, in a fixed order. */
export const waitingForAnswerOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<JoinRequest[]> => lockedWhere(q, workspaceId, eq(joinRequests.askedUserId, userId))

/** Locked, in a fixed order. */
export const waitingForManagerOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
): Promise<JoinRequest[]> => lockedWhere(q, workspaceId, eq(joinRequests.askedTeamId, teamId))

const waitingWhere = (q: Queryable, workspaceId: WorkspaceId, condition: SQL | undefined) =>
  q
    .select()
    .from(joinRequests)
    .where(and(eq(joinRequests.workspaceId, workspaceId), sql`${joinRequests.state} = 'waiting'`, condition))
    .orderBy(joinRequests.requestId)

const lockedWhere = (q: Queryable, workspaceId: WorkspaceId, condition: SQL | undefined) =>
  waitingWhere(q, workspaceId, condition).for('update')

export async function updateJoinRequest(q: Queryable, request: JoinRequest): Promise<void> {
  const { workspaceId, requestId, askedUserId, askedTeamId, askedAt, state, decidedBy, decidedAt } = request
  await q
    .update(joinRequests)
    .set({ askedUserId, askedTeamId, askedAt, state, decidedBy, decidedAt })
    .where(and(eq(joinRequests.workspaceId, workspaceId), eq(joinRequests.requestId, requestId)))
}

/** By when they were decided. */
export const pruneJoinRequests = pruneRows('join_requests', sql`decided_at`, {
  only: sql`state <> 'waiting'`,
})
