// The definition of a metric: how its values are stored, bounded and combined.
import type { MetricKey } from '../../core/ids.ts'

export type MetricKind = 'additive' | 'ratio' | 'level'
export type MetricLayer = 'result' | 'process' | 'customer'
export type Unit = 'count' | 'money' | 'percent' | 'minutes' | 'score'

/** All values and bounds are integers scaled by `decimals`: 12.50 with two decimals is 1250. */
export interface Metric {
  key: MetricKey
  /** The team's own name. Null: the preset's name in the reader's language. */
  label: string | null
  kind: MetricKind
  layer: MetricLayer
  higherIsBetter: boolean
  unit: Unit
  /** ISO 4217; only for money. */
  currency: string | null
  /** 0 to 4. */
  decimals: number
  /** Values outside the hard bounds are refused. */
  hardMin: number
  hardMax: number
  /** Values outside the plausible bounds have to be confirmed ("412 calls? Usually 30 to 60"). Null: no bound. */
  plausibleMin: number | null
  plausibleMax: number | null
  /** Only of a ratio: the metrics whose sums are divided. */
  numerator: MetricKey | null
  denominator: MetricKey | null
  /** Points for one whole unit; 0: the metric earns no points. */
  points: number
}

/** The metrics that are entered. Ratios are computed. */
export const enteredMetrics = (metrics: readonly Metric[]): Metric[] =>
  metrics.filter(({ kind }) => kind !== 'ratio')
