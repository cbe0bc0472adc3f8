// Trend: a metric gets worse from period to period, several times in a row.
import type { Metric } from '../../../numbers/domain/metrics.ts'
import type { Reading } from '../level.ts'
import { type Limits, passes, readingOf } from '../limits.ts'

export interface TrendPeriod {
  from: Temporal.PlainDate
  /** Scaled; of a sum the whole period's. Null: nothing was reported. */
  value: number | null
  /** Working fractions of the member in the period. */
  days: number
}

export interface TrendFacts {
  metric: Pick<Metric, 'kind' | 'higherIsBetter'>
  /** Those that are over and whose numbers are due, oldest first. */
  periods: readonly TrendPeriod[]
}

export interface TrendEvidence {
  /** How many periods in a row were worse than the one before. */
  worse: number
  /** From the last one that was not, to the latest; of sums a working day's. */
  course: readonly { from: Temporal.PlainDate; value: number }[]
}

/**
 * Sums are compared by working day, so that a short week is no worse one. A period off tells nothing and is skipped; one that was
 * worked without any report ends the row. Null: it is not known how the latest one was.
 */
export function trend({ metric, periods }: TrendFacts, settings: Limits): Reading<TrendEvidence> | null {
  const worked = periods.filter(({ days }) => days > 0)
  if ((worked.at(-1)?.value ?? null) === null) return null
  const from = worked.findLastIndex(({ value }) => value === null) + 1
  const course = worked.slice(from).map((period) => ({
    from: period.from,
    value: metric.kind === 'additive' ? period.value! / period.days : period.value!,
  }))
  const isWorse = (index: number) =>
    passes(course[index]!.value, metric.higherIsBetter ? '<' : '>', course[index - 1]!.value)
  let start = course.length - 1
  while (start > 0 && isWorse(start)) start -= 1
  const row = course.slice(start)
  const worse = row.length - 1
  return readingOf(worse, settings, { worse, course: row })
}
