// The names under which a metric can be typed: the team's label, its names in every language, its aliases, and the key.
import { LOCALES } from '../../core/i18n/locale.ts'
import type { MetricNames } from '../domain/metric-match.ts'
import type { Metric } from '../domain/metrics.ts'
import { allPresets } from '../domain/presets.ts'
import { words } from '../words/words.ts'

/** A renamed preset is still found under its preset names. */
export function metricNames(metric: Metric): string[] {
  const key = `metric.${metric.key}`
  const presets = LOCALES.flatMap((locale) => (words[locale] as Readonly<Record<string, string>>)[key] ?? [])
  const { label, names, aliases } = metric
  return [...new Set([label ?? [], Object.values(names), metric.key, presets, aliases].flat())]
}

export function namesOfMetrics(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => ({ metric, names: metricNames(metric) }))
}

/** The presets of other roles: what is typed may mean one of them. */
export function otherPresets(metrics: readonly Metric[]): MetricNames[] {
  const own = new Set(metrics.map(({ key }) => key))
  return namesOfMetrics(allPresets('USD').filter(({ key, kind }) => kind !== 'ratio' && !own.has(key)))
}
