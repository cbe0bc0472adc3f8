// Which metrics are told first where not all can be: what has a target, and of that money from customers.
import { isDealMetric } from '../../numbers/domain/deal-metric.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'

/** Else the order stays. */
export function toldFirst<T extends { metric: Metric }>(
  all: readonly T[],
  hasTarget: (one: T) => boolean,
): T[] {
  const place = (one: T) => (hasTarget(one) ? Number(!isDealMetric(one.metric)) : 2)
  return all.toSorted((one, other) => place(one) - place(other))
}
