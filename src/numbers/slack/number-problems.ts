// What is said about a number that is refused, can be read in two ways, or is unusual.
import type { Translate } from '../../core/i18n/translate.ts'
import type { AmountProblem, ParsedAmount } from '../domain/amount.ts'
import type { Metric } from '../domain/metrics.ts'
import { formatValue, typedValue } from './format-value.ts'

/** 'Usually 30 to 60', as the team has set it. Null: it has set nothing. */
export function usualRange(metric: Metric, t: Translate): string | null {
  const { least, most, write } = limitsOf(metric, t)
  if (least !== null && most !== null) return t('log.usual', { least: write(least), most: write(most) })
  if (most !== null) return t('log.usualMost', { most: write(most) })
  return least === null ? null : t('log.usualLeast', { least: write(least) })
}

/** 'Above 60 is asked about': the limits, which for money are far from what is usual. Null: nothing is asked about. */
export function askedRange(metric: Metric, t: Translate): string | null {
  const { least, most, write } = limitsOf(metric, t)
  if (least !== null && most !== null)
    return t('log.askedOutside', { least: write(least), most: write(most) })
  if (most !== null) return t('log.askedAbove', { most: write(most) })
  return least === null ? null : t('log.askedBelow', { least: write(least) })
}

/** Without a minimum that equals the hard minimum. */
const limitsOf = (metric: Metric, t: Translate) => ({
  most: metric.plausibleMax,
  least: metric.plausibleMin === metric.hardMin ? null : metric.plausibleMin,
  write: (value: number) => formatValue(metric, value, t.locale),
})

/** The text for a refused number. */
export function amountError(metric: Metric, problem: AmountProblem, t: Translate): string {
  const write = (value: number) => formatValue(metric, value, t.locale)
  switch (problem) {
    case 'below-hard-min':
      return t('log.tooLow', { least: write(metric.hardMin) })
    case 'above-hard-max':
      return t('log.tooHigh', { most: write(metric.hardMax) })
    case 'too-many-decimals':
      return t('log.tooManyDecimals', { decimals: metric.decimals })
    case 'other-currency':
      return t('log.otherCurrency', { currency: currencyName(metric.currency ?? '', t) })
    case 'not-a-number':
      return t(metric.unit === 'money' ? 'log.notAnAmount' : 'log.notANumber')
  }
}

/** '1,200 or 1.20'. */
export const readingsText = (metric: Metric, readings: readonly number[], t: Translate): string =>
  readings.map((value) => typedValue(metric, value)).join(t('log.or'))

/** The text at a field whose number was not taken. */
export function fieldError(
  metric: Metric,
  parsed: Extract<ParsedAmount, { ok: false }>,
  t: Translate,
): string {
  if (parsed.reason !== 'unclear') return amountError(metric, parsed.reason, t)
  return t('log.unclear', { readings: readingsText(metric, parsed.readings, t) })
}

/** 'EUR' in English, '欧元' in Chinese. */
export const currencyName = (currency: string, { locale }: Translate): string =>
  locale === 'en' ? currency : (new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency)
