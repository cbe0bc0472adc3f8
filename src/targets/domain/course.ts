// How a target went so far: what was reached by the end of each day that counts, and what was expected by then.
import { type OwnTarget, sumBetween } from './own-target.ts'

export interface CoursePoint {
  date: Temporal.PlainDate
  /** Scaled, from when on the target counts. */
  actual: number
  /** Not rounded. */
  expected: number
}

/** At most `most` of the days that count, evenly apart, the last one among them; of ratios and levels none. */
export function courseOf(
  { metric, part, through, shares, entries, progress }: OwnTarget,
  most: number,
): CoursePoint[] {
  if (metric.kind !== 'additive' || !through) return []
  const counted = shares.filter(({ date }) => Temporal.PlainDate.compare(date, through) <= 0)
  const first = Math.max(1, counted.length - 1)
  const kept = Math.min(most, counted.length)
  const chosen = Array.from({ length: kept }, (_, index) =>
    kept === 1 ? counted.at(-1)! : counted[Math.round((index * first) / (kept - 1))]!,
  )
  return chosen.map(({ date, through: share }) => ({
    date,
    actual: sumBetween(part.since, date, entries) ?? 0,
    expected: progress.target * share,
  }))
}
