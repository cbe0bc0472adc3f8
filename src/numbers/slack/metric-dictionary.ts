// Gathers what people may call a metric, in whichever language they type, for the one-line log.
import { LOCALES } from '../../core/i18n/locale.ts'
import { CATALOGS, type MessageKey } from '../../core/i18n/translate.ts'
import type { Metric } from '../domain/metrics.ts'
import type { MetricNames } from '../domain/typed-line.ts'

/** The team's own label, the preset's name in every language, and its key. A renamed preset still answers to its old names. */
export function metricNames(metric: Metric): string[] {
  const key = `metric.${metric.key}` as MessageKey
  const presets = LOCALES.flatMap((locale) => CATALOGS[locale][key] ?? [])
  const own = metric.label ?? []
  return [...new Set([own, metric.key, presets].flat())]
}

export function logDictionary(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => ({ metric, names: metricNames(metric) }))
}
