// The definition of a metric: how its values are stored, bounded and combined.
import type { Locale } from '../../core/i18n/locale.ts'
import type { MetricKey } from '../../core/ids.ts'

export type MetricKind = 'additive' | 'ratio' | 'level'
export type MetricLayer = 'result' | 'process' | 'customer'
export type Unit = 'count' | 'money' | 'percent' | 'minutes' | 'score'
export type TextByLocale = Readonly<Partial<Record<Locale, string>>>

/**
 * A metric as a team counts it: what the workspace's catalogue says of it, with the team's label, currency, plausible
 * bounds and points. All values and bounds are integers scaled by `decimals`: 12.50 with two decimals is 1250.
 */
export interface Metric {
  key: MetricKey
  /** The team's own name. Null: the catalogue's. */
  label: string | null
  /** The catalogue's names. Empty: the preset's, in the reader's language. */
  names: TextByLocale
  /** What people type for it besides its names. */
  aliases: readonly string[]
  /** What stands behind a number ('通'). Empty: that of the preset, or of the unit. */
  measureWords: TextByLocale
  kind: MetricKind
  layer: MetricLayer
  /** It tells early what the results will be, as calls do. */
  leading: boolean
  higherIsBetter: boolean
  unit: Unit
  /** ISO 4217; only for money. */
  currency: string | null
  /** 0 to 4; of money those of the currency. */
  decimals: number
  /** Values outside the hard bounds are refused. */
  hardMin: number
  hardMax: number
  /** Values outside the plausible bounds have to be confirmed ("412 calls? Usually 30 to 60"). Null: no bound. */
  plausibleMin: number | null
  plausibleMax: number | null
  /** Where the metric stood. */
  baseline: number | null
  /** What good looks like. */
  benchmark: number | null
  /** Its place among the stages of the funnel. Null: it is none. */
  funnelOrder: number | null
  /** Only of a ratio: the metrics whose sums are divided. */
  numerator: MetricKey | null
  denominator: MetricKey | null
  /** Points for one whole unit; 0: the metric earns no points. */
  points: number
  /** The team's key for it before the workspace had one catalogue, if another. */
  formerKey: MetricKey | null
  /** Since when it is not asked any more. Null: it is. */
  retiredAt: Temporal.Instant | null
}

/** The metrics that are entered. Ratios are computed. */
export const enteredMetrics = (metrics: readonly Metric[]): Metric[] =>
  metrics.filter(({ kind }) => kind !== 'ratio')

/** Whether it is called as the preset is, in every language. */
export const hasPresetName = ({ label, names }: Pick<Metric, 'label' | 'names'>): boolean =>
  label === null && Object.keys(names).length === 0

/** In the reader's language, else in one close to it. Null: there is none in any. */
export function textIn(texts: TextByLocale, locale: Locale): string | null {
  const near: readonly Locale[] = locale === 'en' ? [] : locale === 'zh-CN' ? ['zh-TW'] : ['zh-CN']
  for (const one of [locale, ...near, 'en', 'zh-CN', 'zh-TW'] as const) if (texts[one]) return texts[one]
  return null
}
