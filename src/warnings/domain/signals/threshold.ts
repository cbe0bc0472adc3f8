// Threshold: a metric is below or above a limit that the team has set.
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { LEAST_BELOW } from '../../../targets/domain/progress.ts'
import { LEVELS, type Reading } from '../level.ts'
import { isUpward, type LevelLimits, type Limits, noReading, readingOf } from '../limits.ts'

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
  /** The first one that it has passed, scaled like the value. Missing: none, or it was not kept. */
  limit?: number
  /** The first value at which it is over. Missing: a value that is too high does not come down by doing more, or it was not kept. */
  back?: number
}

export function threshold(
  { metric, value, below, elapsed }: ThresholdFacts,
  settings: Limits & { leastDays: number },
): Reading<ThresholdEvidence> {
  const evidence = { value, below }
  const isTooFew = metric.kind === 'ratio' && (below ?? 0) < LEAST_BELOW
  if (value === null || isTooFew) return noReading(evidence)
  const reading = readingOf(value, settings, evidence, elapsed < settings.leastDays)
  const limit = reading.held && firstLimit(settings.levels)
  if (limit === undefined) return reading
  return { ...reading, evidence: { ...evidence, limit, ...firstBack(limit, settings) } }
}

/** Past the margin, and where the limit itself is warned of, one more. */
function firstBack(limit: number, { sign, clearBy }: Limits): Pick<ThresholdEvidence, 'back'> {
  if (isUpward(sign)) return {}
  const over = limit + clearBy
  return { back: sign === '<' ? Math.ceil(over) : Math.floor(over) + 1 }
}

/** Back within it no level holds. */
const firstLimit = (levels: LevelLimits): number | undefined =>
  LEVELS.flatMap((level) => levels[level] ?? [])[0]
