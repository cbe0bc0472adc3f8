// Learns between which amounts of money a member's day usually lies, so that a missing 万 or a zero too many is asked about.
import type { Metric } from './metrics.ts'

export const DAYS_BACK = 60
/** From so many days with money on, the member's own days tell enough. */
export const ENOUGH_DAYS = 5

/** Scaled amounts of the days with money. */
export interface PastAmounts {
  days: number
  least: number
  most: number
  median: number
  /** One day in ten is below, one in ten above. */
  low: number
  high: number
}

type Bounds = Pick<Metric, 'plausibleMin' | 'plausibleMax'>

/** True: the team has set no usual range of its own. */
export const learnsAmounts = (metric: Metric): boolean =>
  metric.unit === 'money' &&
  metric.kind === 'additive' &&
  metric.plausibleMin === null &&
  metric.plausibleMax === null

/** Between what a member's own days lie, unusual ones left out: said at a field, never asked about. Null: too few days. */
export const ownRange = (own: PastAmounts | null): { low: number; high: number } | null =>
  own && own.days >= ENOUGH_DAYS ? { low: own.low, high: own.high } : null

/** `colleagues`: of the same role. Both ends are rounded so that they can be said. */
export function usualAmounts(own: PastAmounts | null, colleagues: PastAmounts | null): Bounds {
  if (own && own.days >= ENOUGH_DAYS)
    return { plausibleMin: rounded(own.least / 5), plausibleMax: rounded(own.most * 3) }
  const middle = (colleagues ?? own)?.median
  if (middle === undefined) return { plausibleMin: null, plausibleMax: null }
  // Ten times as much is asked about.
  return { plausibleMin: rounded(middle / 100), plausibleMax: rounded(middle * 10 - 1) }
}

/** Down to two digits that say something: 137,450 is 130,000. */
function rounded(value: number): number {
  const step = 10 ** Math.max(Math.floor(Math.log10(Math.max(value, 1))) - 1, 0)
  return Math.floor(value / step) * step
}
