// Lists by which names a metric may be typed: the team's own, the preset's in every language, and its key.
import { LOCALES } from '../../core/i18n/locale.ts'
import type { Metric } from '../domain/metrics.ts'
import type { MetricNames } from '../domain/typed-line.ts'
import { words } from '../words/words.ts'

/** A renamed preset still answers to its old names. */
export function metricNames(metric: Metric): string[] {
  const key = `metric.${metric.key}`
  const presets = LOCALES.flatMap((locale) => (words[locale] as Readonly<Record<string, string>>)[key] ?? [])
  return [...new Set([metric.label ?? [], metric.key, presets].flat())]
}

export function namesOfMetrics(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => ({ metric, names: metricNames(metric) }))
}
