// The bounds of a target: a sum over many days is beyond those of one day; rates and levels keep theirs.
import type { Metric } from '../../numbers/domain/metrics.ts'

/** Far above any target, and exact with four decimals. */
const MOST = 100_000_000_000

/** The metric as its targets are typed. */
export function targetBounds(metric: Metric): Metric {
  const hardMax = metric.kind === 'additive' ? MOST * 10 ** Math.min(metric.decimals, 4) : metric.hardMax
  return { ...metric, hardMin: 0, hardMax }
}
