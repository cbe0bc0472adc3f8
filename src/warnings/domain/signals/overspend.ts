// Overspend: a cost is higher than its target to date.
import type { Progress } from '../../../targets/domain/progress.ts'
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export interface OverspendEvidence {
  spent: number
  /** The target to date, not rounded. */
  expected: number
  /** 0.1: a tenth more than the target to date. Null: there was nothing to spend, or nothing is due yet. */
  over: number | null
  elapsed: number
}

/** Limits are shares of the target to date: 0.1 is ten per cent too much. Where there was nothing to spend, all is too much. */
export function overspend(
  { pace, expected, counted, elapsed }: Progress,
  settings: Limits & { leastDays: number },
): Reading<OverspendEvidence> {
  const spent = counted ?? 0
  const over = pace.known && expected > 0 ? spent / expected - 1 : null
  const evidence = { spent, expected, over, elapsed }
  if (!pace.known || (over === null && spent === 0)) return noReading(evidence)
  return readingOf(over ?? Number.POSITIVE_INFINITY, settings, evidence, elapsed < settings.leastDays)
}
