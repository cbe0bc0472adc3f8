// What a person has entered day by day, and what it adds up to.
import type { MetricKey } from '../../core/ids.ts'
import type { DayTotal, DayTotals } from './activity.ts'
import type { Metric } from './metrics.ts'

/** A day with a report. */
export interface DatedTotals {
  date: Temporal.PlainDate
  totals: DayTotals
}

/** Sums of additive metrics and last values of levels; `days` are sorted oldest first. A mark on any day marks the total. */
export function totalsOfDays(
  days: readonly DatedTotals[],
  metrics: ReadonlyMap<MetricKey, Pick<Metric, 'kind'>>,
): DayTotals {
  const sums: Record<MetricKey, DayTotal> = {}
  for (const { totals } of days)
    for (const [key, total] of Object.entries(totals)) {
      const before = sums[key]
      const isLevel = metrics.get(key)?.kind === 'level'
      sums[key] = {
        value: isLevel ? total.value : (before?.value ?? 0) + total.value,
        late: total.late || before?.late === true,
        implausible: total.implausible || before?.implausible === true,
        correctedUp: total.correctedUp || before?.correctedUp === true,
      }
    }
  return sums
}
