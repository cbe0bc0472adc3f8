// Reads and writes blockers: their state and the helper that was asked.

import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { members } from '../../../org/db/teams.sql.ts'
import type { Blocker } from '../domain/standup.ts'
import { blockers } from './standups.sql.ts'

/** A team's blockers that were open on the date, the oldest first: those closed on it or later too. */
export async function blockersOfTeam(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<Blocker[]> {
  return q
    .select()
    .from(blockers)
    .where(
      and(
        eq(blockers.workspaceId, workspaceId),
        eq(blockers.teamId, teamId),
        lte(blockers.raisedOn, date),
        eq(blockers.withdrawn, false),
        or(isNull(blockers.closedOn), gte(blockers.closedOn, date)),
      ),
    )
    .orderBy(asc(blockers.raisedOn), asc(blockers.blockerId))
}

/** A member's blockers that are neither solved nor withdrawn, the oldest first. */
export async function openBlockersOf(
  q: Queryable,
  { workspaceId, teamId, memberId }: Pick<Blocker, 'workspaceId' | 'teamId' | 'memberId'>,
): Promise<Blocker[]> {
  return q
    .select()
    .from(blockers)
    .where(
      and(
        eq(blockers.workspaceId, workspaceId),
        eq(blockers.teamId, teamId),
        eq(blockers.memberId, memberId),
        isNull(blockers.closedOn),
        eq(blockers.withdrawn, false),
      ),
    )
    .orderBy(asc(blockers.raisedOn), asc(blockers.blockerId))
}

/** Those that the person raised, and those of the teams, neither solved nor withdrawn: the oldest first. */
export async function openBlockersToDo(
  q: Queryable,
  of: { workspaceId: WorkspaceId; userId: UserId | null; teamIds: readonly TeamId[] },
): Promise<(Blocker & { ownerUserId: UserId })[]> {
  const { workspaceId, teamId, memberId } = members
  const rows = await q
    .select({ blocker: blockers, ownerUserId: members.userId })
    .from(members)
    // The team leads the index of blockers.
    .innerJoin(
      blockers,
      and(
        eq(blockers.workspaceId, workspaceId),
        eq(blockers.teamId, teamId),
        eq(blockers.memberId, memberId),
        isNull(blockers.closedOn),
        eq(blockers.withdrawn, false),
      ),
    )
    .where(
      and(
        eq(workspaceId, of.workspaceId),
        isNull(members.leftOn),
        or(of.userId ? eq(members.userId, of.userId) : undefined, inArray(teamId, [...of.teamIds])),
      ),
    )
    .orderBy(asc(blockers.raisedOn), asc(blockers.blockerId))
  return rows.map(({ blocker, ownerUserId }) => ({ ...blocker, ownerUserId }))
}

/** With the person who raised it. Locked until the transaction ends when `lock` is set. */
export async function loadBlocker(
  q: Queryable,
  workspaceId: WorkspaceId,
  blockerId: string,
  lock: 'lock' | 'no-lock' = 'no-lock',
): Promise<(Blocker & { ownerUserId: UserId }) | null> {
  const query = q
    .select({ blocker: blockers, ownerUserId: members.userId })
    .from(blockers)
    .innerJoin(
      members,
      and(eq(members.workspaceId, blockers.workspaceId), eq(members.memberId, blockers.memberId)),
    )
    .where(and(eq(blockers.workspaceId, workspaceId), eq(blockers.blockerId, blockerId)))
  const rows = await (lock === 'lock' ? query.for('update', { of: blockers }) : query)
  const row = rows[0]
  return row ? { ...row.blocker, ownerUserId: row.ownerUserId } : null
}

export async function insertBlockers(q: Queryable, rows: readonly Blocker[]): Promise<void> {
  if (rows.length > 0) await q.insert(blockers).values([...rows])
}

/** Updates helper, state and withdrawal of existing blockers. */
export async function updateBlockers(q: Queryable, rows: readonly Blocker[]): Promise<void> {
  for (const { workspaceId, blockerId, helperUserId, state, closedOn, withdrawn } of rows)
    await q
      .update(blockers)
      .set({ helperUserId, state, closedOn, withdrawn })
      .where(and(eq(blockers.workspaceId, workspaceId), eq(blockers.blockerId, blockerId)))
}
