// Writes plan rates: '1 EUR = 1.08 USD'.
import { formatDateBy, numberFormat } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { JANUARY, type Months } from '../../org/domain/fiscal-year.ts'
import { RATE_DECIMALS, type UsedRate } from '../domain/plan-rates.ts'

/** The codes: a sign would not tell which dollar it is. */
export const rateText = ({ currency, to, rate }: UsedRate, t: Translate): string =>
  t('rates.one', { currency, rate: rateNumber(rate, t.locale), reporting: to })

/** `digits`: of what is only about right, a few. */
export const rateNumber = (rate: number, locale: Locale, digits = 10): string =>
  numberFormat(locale, { maximumSignificantDigits: digits }).format(rate / 10 ** RATE_DECIMALS)

/** As it can be typed. */
export const typedRate = (rate: number): string =>
  numberFormat('en', { maximumFractionDigits: RATE_DECIMALS, useGrouping: false }).format(
    rate / 10 ** RATE_DECIMALS,
  )

/** '2026', or 'April 2026 – March 2027'. */
export function fiscalYearName({ from, to }: Months, t: Translate): string {
  const { locale } = t
  if (from.month === JANUARY) return formatDateBy(from, locale, { year: 'numeric' })
  const month = (date: Temporal.PlainDate) =>
    formatDateBy(date, locale, { month: locale === 'en' ? 'long' : 'short', year: 'numeric' })
  return t('rates.span', { from: month(from), to: month(to) })
}
