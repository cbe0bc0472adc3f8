// The names under which a metric can be typed: the team's label, the preset's name in every language, and the key.
import { LOCALES } from '../../core/i18n/locale.ts'
import type { Metric } from '../domain/metrics.ts'
import type { MetricNames } from '../domain/typed-line.ts'
import { words } from '../words/words.ts'

/** A renamed preset is still found under its preset names. */
export function metricNames(metric: Metric): string[] {
  const key = `metric.${metric.key}`
  const presets = LOCALES.flatMap((locale) => (words[locale] as Readonly<Record<string, string>>)[key] ?? [])
  return [...new Set([metric.label ?? [], metric.key, presets].flat())]
}

export function namesOfMetrics(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => ({ metric, names: metricNames(metric) }))
}
