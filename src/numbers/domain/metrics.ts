// What a metric is: how its values are kept, bounded and combined. Boards, forms and the ledger read it.
import type { MetricKey } from '../../core/ids.ts'

export type MetricKind = 'additive' | 'ratio' | 'level'
export type MetricLayer = 'result' | 'process' | 'customer'
export type Unit = 'count' | 'money' | 'percent' | 'minutes' | 'score'

/** All values and bounds are integers scaled by `decimals`: 12.50 with two decimals is 1250. */
export interface Metric {
  key: MetricKey
  /** The team's own wording; null: the preset's name in the reader's language. */
  label: string | null
  kind: MetricKind
  layer: MetricLayer
  higherIsBetter: boolean
  unit: Unit
  /** ISO 4217; only for money. */
  currency: string | null
  /** 0 to 4. */
  decimals: number
  /** Outside these a value is refused. */
  hardMin: number
  hardMax: number
  /** Outside these a value is asked about ("412 calls? Usually 30 to 60"). Null: never asked. */
  plausibleMin: number | null
  plausibleMax: number | null
  /** Ratio only: the metrics whose sums are divided. */
  numerator: MetricKey | null
  denominator: MetricKey | null
  /** Weight of one whole unit in the points score; 0: does not count. */
  points: number
}

/** What can be entered: ratios follow from what they divide. */
export const enteredMetrics = (metrics: readonly Metric[]): Metric[] =>
  metrics.filter(({ kind }) => kind !== 'ratio')
