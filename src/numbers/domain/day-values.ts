// What a person has entered day by day, and what it adds up to.
import type { MetricKey } from '../../core/ids.ts'
import type { DayTotal, DayTotals } from './activity.ts'
import type { Metric } from './metrics.ts'

/** A day with a report. */
export interface DatedTotals {
  date: Temporal.PlainDate
  totals: DayTotals
}

/** Of days sorted oldest first those from one date to another, both included. */
export function daysWithin<Day extends { date: Temporal.PlainDate }>(
  days: readonly Day[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Day[] {
  const first = firstIndex(days, ({ date }) => Temporal.PlainDate.compare(date, from) >= 0)
  const after = firstIndex(days, ({ date }) => Temporal.PlainDate.compare(date, to) > 0)
  return days.slice(first, after)
}

/** By halving: `holds` is true from some day on. */
function firstIndex<Day>(days: readonly Day[], holds: (day: Day) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(days[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Sums of additive metrics and last values of levels; `days` are sorted oldest first. A mark on any day marks the total. */
export function totalsOfDays(
  days: readonly DatedTotals[],
  metrics: ReadonlyMap<MetricKey, Pick<Metric, 'kind'>>,
): DayTotals {
  const sums: Record<MetricKey, DayTotal> = {}
  for (const { totals } of days)
    for (const key of Object.keys(totals)) {
      const total = totals[key]!
      const sum = sums[key]
      if (!sum) {
        const { value, late, implausible, correctedUp } = total
        sums[key] = { value, late, implausible, correctedUp }
        continue
      }
      sum.value = metrics.get(key)?.kind === 'level' ? total.value : sum.value + total.value
      sum.late ||= total.late
      sum.implausible ||= total.implausible
      sum.correctedUp ||= total.correctedUp
    }
  return sums
}
