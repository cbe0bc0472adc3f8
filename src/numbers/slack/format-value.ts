// Formats a metric's name and values in the reader's language.
import { numberFormat } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../domain/metrics.ts'

const PRESET_PREFIX = 'metric.'

/** The team's label of the metric, or else the preset's name in the reader's language. */
export function metricName(metric: Metric, t: Translate): string {
  return metric.label ?? t(`${PRESET_PREFIX}${metric.key}` as MessageKey)
}

/** '1,250', '¥12,500.00', '85%', '4.5': by the metric's unit, currency and decimals. */
export function formatValue(metric: Metric, value: number, locale: Locale): string {
  const amount = value / 10 ** metric.decimals
  const digits = {
    minimumFractionDigits: metric.unit === 'money' ? metric.decimals : 0,
    maximumFractionDigits: metric.decimals,
  }
  if (metric.unit === 'money' && metric.currency)
    return numberFormat(locale, { style: 'currency', currency: metric.currency, ...digits }).format(amount)
  if (metric.unit === 'percent')
    return numberFormat(locale, { style: 'percent', maximumFractionDigits: metric.decimals }).format(
      amount / 100,
    )
  return numberFormat(locale, digits).format(amount)
}
