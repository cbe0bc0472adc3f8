// Reads days from the ledger as they were at an instant: without what was entered or corrected since.
import { and, asc, between, eq, lte, type SQL } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { type DayTotals, totalsOfEntries } from '../domain/activity.ts'
import { type DatedTotals, totalsOfDays } from '../domain/day-values.ts'
import type { Metric } from '../domain/metrics.ts'
import { activity } from './activity.sql.ts'
import { entriesIn, type StoredAct } from './activity.ts'

/** Both ends included. */
interface Span {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** What had been entered by then, the oldest first. */
const actsAsOf = async (
  q: Queryable,
  of: SQL | undefined,
  { from, to }: Span,
  at: Temporal.Instant,
): Promise<StoredAct[]> =>
  q
    .select()
    .from(activity)
    .where(and(of, between(activity.date, from, to), lte(activity.enteredAt, at)))
    .orderBy(asc(activity.date), asc(activity.enteredAt))

/** The days with a report, both ends included, the oldest first. */
export async function daysAsOf(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  span: Span,
  metrics: ReadonlyMap<MetricKey, Metric>,
  at: Temporal.Instant,
): Promise<DatedTotals[]> {
  const of = and(eq(activity.workspaceId, workspaceId), eq(activity.memberId, memberId))
  return daysOf(await actsAsOf(q, of, span, at), metrics)
}

/** How a period's totals of a team's members are read: for the keys, both ends included. */
export type TotalsReader = (
  keys: { summed: readonly MetricKey[]; levels: readonly MetricKey[] },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
) => Promise<Map<MemberId, DayTotals>>

/** The totals of a team's members as they were at the instant, of any part of the span. */
export async function teamTotalsAsOf(
  q: Queryable,
  { workspaceId, teamId }: { workspaceId: WorkspaceId; teamId: TeamId },
  span: Span,
  metrics: ReadonlyMap<MetricKey, Metric>,
  at: Temporal.Instant,
): Promise<TotalsReader> {
  const of = and(eq(activity.workspaceId, workspaceId), eq(activity.teamId, teamId))
  const acts = await actsAsOf(q, of, span, at)
  const daysBy = new Map(
    [...Map.groupBy(acts, ({ memberId }) => memberId)].map(([memberId, own]) => [
      memberId,
      daysOf(own, metrics),
    ]),
  )
  return async ({ summed, levels }, first, last) => {
    const keys = new Set([...summed, ...levels])
    const isIn = ({ date }: DatedTotals) =>
      Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, last) <= 0
    return new Map(
      [...daysBy].map(([memberId, days]) => {
        const totals = Object.entries(totalsOfDays(days.filter(isIn), metrics))
        return [memberId, Object.fromEntries(totals.filter(([key]) => keys.has(key)))]
      }),
    )
  }
}

function daysOf(acts: readonly StoredAct[], metrics: ReadonlyMap<MetricKey, Metric>): DatedTotals[] {
  const byDate = Map.groupBy(acts, ({ date }) => date.toString())
  return [...byDate].flatMap(([date, ofDay]) => {
    const totals = totalsOfEntries(entriesIn(ofDay), (key) => metrics.get(key))
    return Object.keys(totals).length === 0 ? [] : [{ date: Temporal.PlainDate.from(date), totals }]
  })
}
