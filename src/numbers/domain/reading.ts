// A number as it is shown, with the metric that says how to write it.
import type { Metric } from './metrics.ts'

export interface Reading {
  metric: Metric
  value: number
}
