// Rounds a gap and its parts as a review tells them, so that the parts add up to the gap for whoever adds them up.
import type { Metric } from '../../numbers/domain/metrics.ts'
import { tickOf } from '../../overview/domain/contributions.ts'
import { roundTogether } from '../../targets/domain/round-together.ts'
import type { Effect } from './gap-effects.ts'

/** By the rule of the message about the week. Scaled, as all values here. */
export function toldGap(metric: Metric, gap: number): number {
  const tick = tickOf(metric, gap)
  return Math.round(gap / tick) * tick || 0
}

/** Of counts tenths: parts of one are what the sum is made of. */
const partTick = (metric: Metric, gap: number): number =>
  metric.unit === 'money' ? tickOf(metric, gap) : Math.min(1, 10 ** metric.decimals / 10)

/** What rounding the gap has added or taken is shared equally. */
export function toldParts(metric: Metric, gap: number, effects: readonly Effect[]): number[] {
  const exact = effects.map(({ effect }) => effect * 10 ** metric.decimals)
  const added = (gap - exact.reduce((sum, one) => sum + one, 0)) / exact.length
  return roundTogether(
    exact.map((one) => one + added),
    partTick(metric, gap),
  )
}
