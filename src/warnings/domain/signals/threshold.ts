// Threshold: a metric is below or above a limit that the team has set.
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { LEAST_BELOW } from '../../../targets/domain/progress.ts'
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export interface ThresholdFacts {
  metric: Pick<Metric, 'kind'>
  /** Scaled by the metric's decimals, as the limits are. Null: nothing was reported. */
  value: number | null
  /** Of a ratio: what it is divided by, in whole units. */
  below: number | null
  /** Working days of the period counted so far. */
  elapsed: number
}

export interface ThresholdEvidence {
  value: number | null
  below: number | null
}

export function threshold(
  { metric, value, below, elapsed }: ThresholdFacts,
  settings: Limits & { leastDays: number },
): Reading<ThresholdEvidence> {
  const evidence = { value, below }
  const isTooFew = metric.kind === 'ratio' && (below ?? 0) < LEAST_BELOW
  if (value === null || isTooFew) return noReading(evidence)
  return readingOf(value, settings, evidence, elapsed < settings.leastDays)
}
