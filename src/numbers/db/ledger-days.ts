// Reads a member's days from the ledger as they were at an instant: without what was entered or corrected since.
import { and, asc, between, eq, lte } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, WorkspaceId } from '../../core/ids.ts'
import { totalsOfEntries } from '../domain/activity.ts'
import type { DatedTotals } from '../domain/day-values.ts'
import type { Metric } from '../domain/metrics.ts'
import { activity } from './activity.sql.ts'
import { entriesIn } from './activity.ts'

/** The days with a report, both ends included, the oldest first. */
export async function daysAsOf(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  metrics: ReadonlyMap<MetricKey, Metric>,
  at: Temporal.Instant,
): Promise<DatedTotals[]> {
  const acts = await q
    .select()
    .from(activity)
    .where(
      and(
        eq(activity.workspaceId, workspaceId),
        eq(activity.memberId, memberId),
        between(activity.date, from, to),
        lte(activity.enteredAt, at),
      ),
    )
    .orderBy(asc(activity.date), asc(activity.enteredAt))
  const byDate = Map.groupBy(acts, ({ date }) => date.toString())
  return [...byDate].flatMap(([date, ofDay]) => {
    const totals = totalsOfEntries(entriesIn(ofDay), (key) => metrics.get(key)?.kind ?? 'additive')
    return Object.keys(totals).length === 0 ? [] : [{ date: Temporal.PlainDate.from(date), totals }]
  })
}
