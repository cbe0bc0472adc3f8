// Computes what a member scores on a board by targets: one attainment, or several by weight.
import type { MetricKey } from '../../core/ids.ts'
import type { ByTargets } from '../../org/domain/measure.ts'

/** More than this of one target does not count, so that one number cannot carry all the others. */
export const MOST_COUNTED = 1.5
/** Percents are shown, and compared, with one decimal. */
export const PERCENT_DECIMALS = 1
const SCALE = 100 * 10 ** PERCENT_DECIMALS

/** How one number of a member stands against its target. */
export interface Reached {
  metric: MetricKey
  higherIsBetter: boolean
  /** Null: there is no target, or nothing can be said about it. */
  attainment: number | null
  /** Something was entered. */
  reported: boolean
}

export interface TargetScore {
  /** In percent, scaled; null: none of the targets says anything. */
  value: number | null
  reported: boolean
}

/**
 * By one metric its attainment. Else each counts up to the most, by weight, or all alike; the weight of what a member has no
 * target for is shared by the rest. Of a number that should be low nothing is said while nothing was entered.
 */
export function attainmentScore(all: readonly Reached[], measure: ByTargets): TargetScore {
  const weightOf = weightsOf(measure)
  const counted = all.flatMap(({ metric, higherIsBetter, attainment, reported }) => {
    const weight = weightOf(metric)
    if (weight === 0 || attainment === null || (!higherIsBetter && !reported)) return []
    return [{ weight, attainment, reported }]
  })
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return { value: null, reported: false }
  const most = measure.kind === 'attainment' && measure.metric !== null ? Infinity : MOST_COUNTED
  const sum = counted.reduce((so, { weight, attainment }) => so + weight * Math.min(attainment, most), 0)
  return { value: Math.round((sum * SCALE) / whole), reported: counted.some(({ reported }) => reported) }
}

function weightsOf(measure: ByTargets): (metric: MetricKey) => number {
  if (measure.kind === 'attainment')
    return (metric) => (measure.metric === null || measure.metric === metric ? 1 : 0)
  const weights = new Map(measure.weights.map(({ metric, weight }) => [metric, weight]))
  return (metric) => weights.get(metric) ?? 0
}
