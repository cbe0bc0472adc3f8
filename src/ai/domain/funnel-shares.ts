// Which share of each stage of a funnel went on to the next one.
import type { Metric } from '../../numbers/domain/metrics.ts'

/** `value`: scaled by the metric's decimals. */
export interface Stage {
  metric: Metric
  value: number
}

export interface FunnelShare {
  from: Metric
  to: Metric
  share: number
}

/** Fewer say nothing. */
const LEAST_ENTERED = 5

/** In the funnel's order. Stages that hardly anything entered are left out. */
export function funnelShares(stages: readonly Stage[]): FunnelShare[] {
  const sorted = stages
    .filter(({ metric }) => metric.kind === 'additive' && metric.funnelOrder !== null)
    .toSorted((one, other) => one.metric.funnelOrder! - other.metric.funnelOrder!)
  return sorted.slice(1).flatMap(({ metric: to, value }, index) => {
    const { metric: from, value: entered } = sorted[index]!
    const whole = entered / 10 ** from.decimals
    return whole < LEAST_ENTERED ? [] : [{ from, to, share: value / 10 ** to.decimals / whole }]
  })
}
