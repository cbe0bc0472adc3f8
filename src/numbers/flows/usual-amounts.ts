// Gives a member's money metrics the usual range that their own last 60 days, or their colleagues', tell.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Member } from '../../org/domain/team.ts'
import { amountsOfColleagues, ownAmounts } from '../db/past-amounts.ts'
import type { Metric } from '../domain/metrics.ts'
import { DAYS_BACK, ENOUGH_DAYS, learnsAmounts, ownRange, usualAmounts } from '../domain/usual-amounts.ts'

/** The metrics as they are judged on `date`; what was reported on that day itself tells nothing. */
export async function withUsualAmounts(
  q: Queryable,
  member: Member,
  metrics: readonly Metric[],
  date: Temporal.PlainDate,
): Promise<Metric[]> {
  const learning = metrics.filter(learnsAmounts).map(({ key }) => key)
  if (learning.length === 0) return [...metrics]
  const range = { metricKeys: learning, from: date.subtract({ days: DAYS_BACK }), to: date }
  const own = await ownAmounts(q, member, range)
  const enough = learning.every((key) => (own.get(key)?.days ?? 0) >= ENOUGH_DAYS)
  const colleagues = enough ? new Map() : await amountsOfColleagues(q, member, range)
  return metrics.map((metric) =>
    learnsAmounts(metric)
      ? { ...metric, ...usualAmounts(own.get(metric.key) ?? null, colleagues.get(metric.key) ?? null) }
      : metric,
  )
}

/** Between what the member's own last 60 days lie, by metric; without metrics of which there are too few days. One statement. */
export async function ownRanges(
  q: Queryable,
  member: Member,
  metrics: readonly Metric[],
  date: Temporal.PlainDate,
): Promise<ReadonlyMap<MetricKey, { low: number; high: number }>> {
  const metricKeys = metrics.filter(({ kind }) => kind === 'additive').map(({ key }) => key)
  if (metricKeys.length === 0) return new Map()
  const own = await ownAmounts(q, member, { metricKeys, from: date.subtract({ days: DAYS_BACK }), to: date })
  return new Map(
    [...own].flatMap(([key, amounts]) => {
      const range = ownRange(amounts)
      return range ? [[key, range] as const] : []
    }),
  )
}
