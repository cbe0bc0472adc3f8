// Rounds a gap and its parts as a review tells them, so that the parts add up to the gap for whoever adds them up.
import type { Metric } from '../../numbers/domain/metrics.ts'
import { tickOf } from '../../overview/domain/contributions.ts'
import type { Effect } from './gap-effects.ts'

/** By the rule of the message about the week. Scaled, as all values here. */
export function toldGap(metric: Metric, gap: number): number {
  const tick = tickOf(metric, gap)
  return Math.round(gap / tick) * tick || 0
}

/** Of counts tenths: parts of one are what the sum is made of. */
const partTick = (metric: Metric, gap: number): number =>
  metric.unit === 'money' ? tickOf(metric, gap) : Math.min(1, 10 ** metric.decimals / 10)

/** By largest remainders. What rounding the gap has added or taken is shared equally. */
export function toldParts(metric: Metric, gap: number, effects: readonly Effect[]): number[] {
  const tick = partTick(metric, gap)
  const whole = Math.round(gap / tick)
  const exact = effects.map(({ effect }) => (effect * 10 ** metric.decimals) / tick)
  const shift = (whole - exact.reduce((sum, one) => sum + one, 0)) / exact.length
  const shifted = exact.map((one) => one + shift)
  const left = whole - shifted.reduce((sum, one) => sum + Math.floor(one), 0)
  const byRemainder = [...shifted.keys()].toSorted(
    (one, other) => rest(shifted[other]!) - rest(shifted[one]!),
  )
  const lucky = new Set(byRemainder.slice(0, left))
  return shifted.map((one, index) => (Math.floor(one) + (lucky.has(index) ? 1 : 0)) * tick || 0)
}

const rest = (value: number): number => value - Math.floor(value)
