// The names under which a metric can be typed: the team's label, its names in every language, the key, and what people type besides.
import { LOCALES, type Locale } from '../../core/i18n/locale.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { MetricNames } from '../domain/metric-match.ts'
import { hasPresetName, type Metric, type TextByLocale } from '../domain/metrics.ts'
import { allPresets } from '../domain/presets.ts'
import { metricAliases } from '../words/metric-aliases.ts'
import { words } from '../words/words.ts'

/** In each language. Empty: the key is no preset's. */
export function presetNames(key: MetricKey): TextByLocale {
  const name = (locale: Locale) => (words[locale] as Readonly<Record<string, string>>)[`metric.${key}`]
  return name('en') ? Object.fromEntries(LOCALES.map((locale) => [locale, name(locale)])) : {}
}

/** A renamed preset is still found under its preset names. */
export function metricNames({ label, names, key }: Metric): string[] {
  const all = [label ?? [], Object.values(names), key, Object.values(presetNames(key))]
  return [...new Set(all.flat())]
}

/** All under which the metric is found. */
export const allNames = (metric: Metric): string[] => [...metricNames(metric), ...aliasesOf(metric)]

/** A preset that was renamed may count something else: it is not found under what people type for the preset. */
function aliasesOf(metric: Metric): readonly string[] {
  const ofPreset = (hasPresetName(metric) && metricAliases[metric.key]) || []
  return metric.aliases.length === 0 ? ofPreset : [...metric.aliases, ...ofPreset]
}

export function namesOfMetrics(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => ({ metric, names: metricNames(metric), aliases: aliasesOf(metric) }))
}

/** The presets of other roles: what is typed may mean one of them. */
export function otherPresets(metrics: readonly Metric[]): MetricNames[] {
  const own = new Set(metrics.map(({ key }) => key))
  return namesOfMetrics(allPresets('USD').filter(({ key, kind }) => kind !== 'ratio' && !own.has(key)))
}
