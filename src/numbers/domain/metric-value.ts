// A value together with the metric that says how to format it.
import type { Metric } from './metrics.ts'

export interface MetricValue {
  metric: Metric
  value: number
}
