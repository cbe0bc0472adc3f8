// Which points a metric earned on a date: changed points count from the next day on, so that boards of days that are over stay.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'

export interface FormerPoints {
  metricKey: MetricKey
  points: number
  /** The last date that they count on: that of the change. */
  until: Temporal.PlainDate
}

export interface PointStretch {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** The metric with the points of these dates. */
  withPoints(metric: Metric): Metric
}

/** The dates of a board in stretches, each with its own points; usually one. `former`: in the order of the changes. */
export function pointStretches(
  former: readonly FormerPoints[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): PointStretch[] {
  const stretches: PointStretch[] = []
  for (let first = from; Temporal.PlainDate.compare(first, to) <= 0; ) {
    const then = former.filter(({ until }) => Temporal.PlainDate.compare(until, first) >= 0)
    const last = then.reduce(
      (end, { until }) => (Temporal.PlainDate.compare(until, end) < 0 ? until : end),
      to,
    )
    stretches.push({
      ...{ from: first, to: last },
      withPoints: (metric) => {
        const changed = then.find(({ metricKey }) => metricKey === metric.key)
        return changed ? { ...metric, points: changed.points } : metric
      },
    })
    first = last.add({ days: 1 })
  }
  return stretches
}
