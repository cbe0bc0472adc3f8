// Reads and writes wins, and what was won before one.
import { and, eq, gte, lte, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MemberId, UserId, WorkspaceId } from '../../core/ids.ts'
import { members } from '../../org/db/teams.sql.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { WonBefore } from '../domain/honours.ts'
import type { Win } from '../domain/win.ts'
import { winReactions, wins } from './wins.sql.ts'

/** The oldest first. */
export const winsOfDay = async (
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  date: Temporal.PlainDate,
): Promise<Win[]> =>
  q
    .select()
    .from(wins)
    .where(and(eq(wins.workspaceId, workspaceId), eq(wins.memberId, memberId), eq(wins.date, date)))
    .orderBy(wins.enteredAt)

export async function findWin(q: Queryable, workspaceId: WorkspaceId, sourceId: string): Promise<Win | null> {
  const [win] = await q
    .select()
    .from(wins)
    .where(and(eq(wins.workspaceId, workspaceId), eq(wins.sourceId, sourceId)))
  return win ?? null
}

export async function insertWin(tx: Transaction, win: Win): Promise<void> {
  await tx.insert(wins).values(win).onConflictDoNothing()
}

export async function saveAmount(
  tx: Transaction,
  { workspaceId, sourceId }: Pick<Win, 'workspaceId' | 'sourceId'>,
  amount: number,
): Promise<void> {
  await tx
    .update(wins)
    .set({ amount })
    .where(and(eq(wins.workspaceId, workspaceId), eq(wins.sourceId, sourceId)))
}

/** How long after it was entered the message about a win is kept, and edited. */
const EDITED_DAYS = 30

/** The team's wins whose message may still be kept, the oldest first. */
export const recentWins = async (
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  now: Temporal.Instant,
): Promise<Win[]> =>
  q
    .select()
    .from(wins)
    .where(
      and(
        ...[eq(wins.workspaceId, workspaceId), eq(wins.teamId, teamId)],
        gte(wins.enteredAt, now.subtract({ hours: 24 * EDITED_DAYS })),
      ),
    )
    .orderBy(wins.enteredAt)

export interface CountedWin extends Win {
  userId: UserId
  /** Colleagues who reacted to the message about it. */
  reactedBy: number
}

/** A team's wins of a stretch of days that were not taken back, the oldest first. */
export async function winsBetween(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<CountedWin[]> {
  const rows = await q
    .select({
      ...{ win: wins, userId: members.userId },
      reactedBy: sql<number>`(select count(distinct r.user_id)::int from ${winReactions} r
        where r.workspace_id = ${wins.workspaceId} and r.source_id = ${wins.sourceId} and r.user_id <> ${members.userId})`,
    })
    .from(wins)
    .innerJoin(members, and(eq(members.workspaceId, wins.workspaceId), eq(members.memberId, wins.memberId)))
    .where(
      and(
        ...[eq(wins.workspaceId, workspaceId), eq(wins.teamId, teamId), gte(wins.date, from)],
        ...[lte(wins.date, to), sql`${wins.amount} > 0`],
      ),
    )
    .orderBy(wins.enteredAt)
  return rows.map(({ win, userId, reactedBy }) => ({ ...win, userId, reactedBy }))
}

interface Around {
  quarter: { from: Temporal.PlainDate; to: Temporal.PlainDate }
  month: { from: Temporal.PlainDate; to: Temporal.PlainDate }
}

/** What was entered before the win and not taken back, and how many of it this month. */
export async function wonBefore(
  q: Queryable,
  win: Win,
  { quarter, month }: Around,
): Promise<WonBefore & { ownThisMonth: number; teamThisMonth: number }> {
  const own = sql`w.member_id = ${win.memberId}::uuid`
  const within = (span: Around['month']) =>
    sql`w.date between ${span.from.toString()}::date and ${span.to.toString()}::date`
  const alike = sql`m.role = (select role from members where workspace_id = w.workspace_id and member_id = ${win.memberId}::uuid)
    and w.date > ${win.date.subtract({ years: 1 }).toString()}::date`
  const [row] = await q.execute<Record<string, string | null>>(sql`
    select count(*) filter (where ${within(quarter)}) as quarter_deals,
      max(amount) filter (where ${within(quarter)}) as quarter_largest,
      count(*) filter (where ${alike}) as role_deals,
      percentile_disc(0.5) within group (order by amount) filter (where ${alike}) as role_median,
      count(*) filter (where ${own}) as own_deals, max(amount) filter (where ${own}) as own_largest,
      count(*) filter (where ${own} and ${within(month)}) as own_month,
      count(*) filter (where ${within(month)}) as team_month
    from wins w join members m using (workspace_id, member_id)
    where w.workspace_id = ${win.workspaceId} and w.team_id = ${win.teamId}::uuid and w.metric_key = ${win.metricKey}
      and w.amount > 0 and (w.entered_at, w.source_id) < (${win.enteredAt.toString()}::timestamptz, ${win.sourceId}::uuid)`)
  const number = (name: string) => Number(row?.[name] ?? 0)
  const amount = (name: string) => (row?.[name] == null ? null : Number(row[name]))
  return {
    quarter: { deals: number('quarter_deals'), largest: amount('quarter_largest') },
    role: { deals: number('role_deals'), median: amount('role_median') },
    own: { deals: number('own_deals'), largest: amount('own_largest') },
    ...{ ownThisMonth: number('own_month'), teamThisMonth: number('team_month') },
  }
}
