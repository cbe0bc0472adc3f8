// Writes numbers to the ledger and to the daily totals, always both in one statement.
import { hash } from 'node:crypto'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Act, ActivitySource, DayTotals, LedgerEntry } from '../domain/activity.ts'
import { activity } from './activity.sql.ts'
import { type TotalsRow, totalsIn } from './totals.ts'

export interface MemberDay {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  date: Temporal.PlainDate
}

/** Where entries come from. A metric has at most one entry for each `sourceId`. */
export interface Origin {
  source: ActivitySource
  sourceId: string
  enteredBy: UserId
  now: Temporal.Instant
  late: boolean
  /** Stored with entries that change an earlier one, and with every correction. */
  reason: string
}

/** The first 128 bits of the key's SHA-256: a text of 70 characters would make the largest part of a row and its index. */
export const sourceIdOf = (sourceKey: string): string =>
  hash('sha256', sourceKey).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** Writes the first numbers of a day. False: the day has numbers, or the source was used before; nothing is written. */
export async function openDay(tx: Transaction, day: MemberDay, act: Act, origin: Origin): Promise<boolean> {
  const rows = await tx.execute(sql`
    with opened as (
      insert into daily_totals (workspace_id, member_id, date, team_id, totals, late, implausible, corrected_up)
      select ${day.workspaceId}::text, ${day.memberId}::uuid, ${day.date.toString()}::date, ${day.teamId}::uuid,
        ${totalsColumns(act.totals)}
      where not exists (select from activity
        where workspace_id = ${day.workspaceId} and source_id = ${origin.sourceId}::uuid)
      on conflict do nothing
      returning workspace_id
    )
    ${insertAct(day, act, { ...origin, part: 1, enteredAt: origin.now })} from opened
    returning source_id`)
  return rows.length > 0
}

/** An act as it is stored. */
export type StoredAct = typeof activity.$inferSelect

/** Locks the day's totals until the transaction ends, and reads its ledger, the oldest act first. Null: nothing was ever entered. */
export async function lockDay(
  tx: Transaction,
  day: MemberDay,
): Promise<{ totals: DayTotals; acts: StoredAct[] } | null> {
  const [row] = await tx.execute<TotalsRow>(sql`
    select totals, late, implausible, corrected_up from daily_totals where ${isDay(day)} for update`)
  // A statement of its own, so that it sees what the previous holder of the lock committed.
  return row ? { totals: totalsIn(row), acts: await actsOfDay(tx, day) } : null
}

/** The acts of a member's day, the oldest first. */
export async function actsOfDay(q: Queryable, day: Omit<MemberDay, 'teamId'>): Promise<StoredAct[]> {
  return q
    .select()
    .from(activity)
    .where(
      and(
        eq(activity.workspaceId, day.workspaceId),
        eq(activity.memberId, day.memberId),
        eq(activity.date, day.date),
      ),
    )
    .orderBy(asc(activity.enteredAt))
}

/** The single entries of acts. */
export const entriesIn = (acts: readonly StoredAct[]): LedgerEntry[] =>
  acts.flatMap((act) =>
    Object.entries(act.numbers).map(([metricKey, value]) => ({
      ...{ sourceId: act.sourceId, metricKey, value, late: act.late },
      isUndo: act.source === 'undo',
      corrects: act.corrects?.[metricKey] ?? null,
      implausible: act.implausible?.includes(metricKey) ?? false,
    })),
  )

/**
 * Appends to a day that `lockDay` has locked. `entered_at` is later than that of the acts before, so that the ledger keeps
 * its order even when the clocks of two replicas differ. A source that was used for another day writes nothing.
 */
export async function appendAct(
  tx: Transaction,
  day: MemberDay,
  { act, before }: { act: Act; before: readonly StoredAct[] },
  origin: Origin,
): Promise<void> {
  const last = before.at(-1)?.enteredAt.add({ microseconds: 1 })
  const enteredAt = last && Temporal.Instant.compare(last, origin.now) > 0 ? last : origin.now
  const part = 1 + before.filter(({ sourceId }) => sourceId === origin.sourceId).length
  await tx.execute(sql`
    with entered as (
      ${insertAct(day, act, { ...origin, part, enteredAt })}
      on conflict do nothing
      returning source_id
    )
    update daily_totals set (totals, late, implausible, corrected_up) = row (${totalsColumns(act.totals)})
    from entered where ${isDay(day)}`)
}

const isDay = ({ workspaceId, memberId, date }: MemberDay): SQL =>
  sql`daily_totals.workspace_id = ${workspaceId} and daily_totals.member_id = ${memberId}
    and daily_totals.date = ${date.toString()}::date`

function insertAct(
  day: MemberDay,
  { numbers, implausible, corrects }: Act,
  origin: Origin & { part: number; enteredAt: Temporal.Instant },
): SQL {
  const isChange = Object.keys(corrects).length > 0
  return sql`insert into activity (workspace_id, source_id, part, member_id, team_id, date, source, late, entered_at,
      entered_by, numbers, implausible, corrects, reason)
    select ${day.workspaceId}::text, ${origin.sourceId}::uuid, ${origin.part}::smallint, ${day.memberId}::uuid,
      ${day.teamId}::uuid, ${day.date.toString()}::date, ${origin.source}::text, ${origin.late}::boolean,
      ${origin.enteredAt.toString()}::timestamptz, ${origin.enteredBy}::text, ${JSON.stringify(numbers)}::jsonb,
      ${keysOrNull(implausible)}, ${isChange ? JSON.stringify(corrects) : null}::jsonb,
      ${isChange || origin.source === 'correction' ? origin.reason : null}::text`
}

/** In the order `totals, late, implausible, corrected_up`. */
function totalsColumns(totals: DayTotals): SQL {
  const all = Object.entries(totals)
  const values = Object.fromEntries(all.map(([key, { value }]) => [key, value]))
  const marked = (mark: 'late' | 'implausible' | 'correctedUp') =>
    keysOrNull(all.flatMap(([key, total]) => (total[mark] ? [key] : [])))
  return sql`${JSON.stringify(values)}::jsonb, ${marked('late')}, ${marked('implausible')}, ${marked('correctedUp')}`
}

const keysOrNull = (keys: readonly MetricKey[]): SQL =>
  sql`${sql.param(keys.length > 0 ? [...keys] : null)}::text[]`
