// Writes periods, shares and amounts a day as targets show them.
import { formatDateBy, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { hasPresetName, type Metric } from '../../numbers/domain/metrics.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { Forecast } from '../domain/forecast.ts'
import { okrScore } from '../domain/okr-score.ts'
import type { TargetPeriod } from '../domain/target-period.ts'

const NAME_LENGTH = 40

/** 'November 2026', 'October to December 2026'; '2026年11月', '2026年10月至12月'. */
export function periodName({ kind, from, to }: TargetPeriod, t: Translate): string {
  const whole = { month: 'long', year: 'numeric' } as const
  if (kind === 'month') return formatDateBy(from, t.locale, whole)
  if (kind === 'year' && from.month === 1) return formatDateBy(from, t.locale, { year: 'numeric' })
  const sameYear = from.year === to.year
  // The year stands once, on the side where the language has it.
  const first = sameYear && t.locale === 'en' ? ({ month: 'long' } as const) : whole
  // Alone, Chinese would write a long month in characters, beside the digits of the first.
  const last = sameYear && t.locale !== 'en' ? ({ month: 'short' } as const) : whole
  return t('target.months', {
    from: formatDateBy(from, t.locale, first),
    to: formatDateBy(to, t.locale, last),
  })
}

/** Where it is part of a quarter or year that has a target, that is said, too: its other months depend on it. */
export const periodWithin = (period: TargetPeriod, partOf: TargetPeriod | null, t: Translate): string =>
  partOf
    ? t('target.periodWithin', { period: periodName(period, t), whole: periodName(partOf, t) })
    : periodName(period, t)

export const percent = (share: number, { locale }: Translate): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** '0.7': of a key result. Null: nothing can be said. */
export function scoreText(attainment: number | null, { locale }: Translate): string | null {
  const score = okrScore(attainment)
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return score === null ? null : numberFormat(locale, digits).format(score)
}

/** Working days: 8, 4.5. */
export const daysText = (days: number, { locale }: Translate): string =>
  numberFormat(locale, { maximumFractionDigits: 1 }).format(days)

export const targetName = (metric: Metric, t: Translate): string =>
  escapeWithin(metricName(metric, t), NAME_LENGTH)

/** 'calls' within an English sentence; names that a team gave stay as they are. */
export const nameWithin = (metric: Metric, t: Translate): string => {
  const name = targetName(metric, t)
  return hasPresetName(metric) && t.locale === 'en' ? name.toLowerCase() : name
}

/** From here on cents say nothing. */
const NO_CENTS_FROM = 100

/** A part of a target is seldom whole. */
export function withoutCents({ unit, decimals }: Metric, value: number): number {
  const scale = 10 ** decimals
  return unit === 'money' && Math.abs(value) >= NO_CENTS_FROM * scale
    ? Math.round(value / scale) * scale
    : value
}

/** A value that is not whole ticks, such as what is expected by now: to the metric's decimals, larger money without. */
export const roundedValue = (metric: Metric, value: number, t: Translate): string =>
  formatValue(metric, Math.round(withoutCents(metric, value)), t.locale)

/** What is missing until something is reached, never less: larger money without cents. */
export function moreValue(metric: Metric, value: number, t: Translate): string {
  const shown = withoutCents(metric, value)
  return roundedValue(metric, shown < value ? shown + 10 ** metric.decimals : shown, t)
}

/** Below this, a tenth more or less matters. */
const WHOLE_FROM = 3

/** What is needed a day, rounded up: 6, €1,500; of little a tenth more exactly: 0.4. */
export function perDayValue(metric: Metric, perDay: number, t: Translate): string {
  const scale = 10 ** metric.decimals
  const amount = perDay / scale
  if (metric.unit === 'money' || amount >= WHOLE_FROM)
    return formatValue(metric, Math.ceil(amount - Number.EPSILON) * scale, t.locale)
  return formatValue({ ...metric, decimals: 1 }, Math.ceil(amount * 10), t.locale)
}

/** The forecast with its interval; null: there is none, or nothing is still to come. */
export function forecastValues(
  metric: Metric,
  forecast: Forecast | null,
  t: Translate,
): Record<'total' | 'low' | 'high', string> | null {
  if (!forecast || forecast.days === 0) return null
  const { total, low, high } = forecast
  return {
    total: roundedValue(metric, total, t),
    low: bareValue(metric, low, t),
    high: bareValue(metric, high, t),
  }
}

/** Without the word that stands behind counts: it is said once. */
export const bareValue = (metric: Metric, value: number, t: Translate): string =>
  metric.unit === 'count' || metric.unit === 'score'
    ? numberFormat(t.locale, { maximumFractionDigits: metric.decimals }).format(value / 10 ** metric.decimals)
    : roundedValue(metric, value, t)
