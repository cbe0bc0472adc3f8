// Lists by which names a metric may be typed: the team's own, the preset's in every language, and its key.

import { LOCALES } from '../../core/i18n/locale.ts'
import { translator } from '../../core/i18n/translate.ts'
import type { Metric } from '../domain/metrics.ts'
import { presetMetric } from '../domain/presets.ts'
import type { MetricNames } from '../domain/typed-line.ts'
import { metricName } from './format-value.ts'

/** The currency plays no part in a name. */
const ANY_CURRENCY = 'EUR'

export function namesOfMetrics(metrics: readonly Metric[]): MetricNames[] {
  return metrics.map((metric) => {
    const preset = presetMetric(metric.key, ANY_CURRENCY)
    const known = preset ? LOCALES.map((locale) => metricName(preset, translator(locale))) : []
    const names = [metric.label ?? '', ...known, metric.key]
    return { metric, names: [...new Set(names.filter((name) => name !== ''))] }
  })
}
