// Formats a metric's name and values in the reader's language.
import { numberFormat } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { hasPresetName, type Metric, textIn } from '../domain/metrics.ts'
import { counters } from '../words/counters.ts'
import { words } from '../words/words.ts'

const PRESET_PREFIX = 'metric.'
const TEN_THOUSAND = 10_000
/** Of the currencies whose money is counted in 万. */
const TEN_THOUSANDS: Readonly<Partial<Record<Locale, string>>> = { 'zh-CN': '万', 'zh-TW': '萬' }

/** The team's label of the metric, or else the catalogue's or the preset's name in the reader's language. */
export function metricName(metric: Metric, t: Translate): string {
  const preset = `${PRESET_PREFIX}${metric.key}`
  const named = metric.label ?? metric.names[t.locale]
  return (
    named ?? (preset in words.en ? t(preset as MessageKey) : (textIn(metric.names, t.locale) ?? metric.key))
  )
}

/** '1,250', '44 通', '¥12,500', '€12.50', '85%', '30 min': by the metric, its currency and decimals; whole money without decimals. */
export function formatValue(metric: Metric, value: number, locale: Locale): string {
  const amount = value / 10 ** metric.decimals
  const { decimals, unit, currency } = metric
  if (unit === 'money' && currency)
    return moneyText(currency, amount, exactly(amount % 1 === 0 ? 0 : decimals), locale)
  if (unit === 'percent')
    return numberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(amount / 100)
  const written = numberFormat(locale, { maximumFractionDigits: decimals }).format(amount)
  const counter = counterOf(metric, locale)
  return counter ? `${written} ${counter}` : written
}

/** A preset that has been renamed may count something else. */
function counterOf(metric: Metric, locale: Locale): string | undefined {
  const { key, unit, measureWords } = metric
  const own = measureWords[locale] ?? (hasPresetName(metric) ? counters[locale][key] : undefined)
  return own ?? counters[locale][unit]
}

/** In the middle of a line; in Chinese round money from ten thousand on is short, as people write it: '¥3.5万'. */
export function shortValue(metric: Metric, value: number, locale: Locale): string {
  const word = TEN_THOUSANDS[locale]
  const { currency } = metric
  const amount = value / 10 ** metric.decimals
  const round = Math.abs(amount) >= TEN_THOUSAND && amount % (TEN_THOUSAND / 100) === 0
  if (!word || metric.unit !== 'money' || !currency || !round) return formatValue(metric, value, locale)
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 }
  return `${moneyText(currency, amount / TEN_THOUSAND, digits, locale)}${word}`
}

/** In Chinese from ten thousand on also as people say it: '¥35,000（3.5万）'. */
export function spokenValue(metric: Metric, value: number, locale: Locale): string {
  const written = formatValue(metric, value, locale)
  const word = TEN_THOUSANDS[locale]
  const amount = value / 10 ** metric.decimals
  if (!word || Math.abs(amount) < TEN_THOUSAND || metric.unit === 'percent') return written
  const said = numberFormat(locale, { maximumFractionDigits: 6 }).format(amount / TEN_THOUSAND)
  return `${written}（${said}${word}）`
}

/** The value as it can be typed without a doubt: '1,200', '12.50'. */
export function typedValue(metric: Metric, value: number): string {
  const amount = value / 10 ** metric.decimals
  const digits =
    metric.unit === 'money' && amount % 1 !== 0
      ? exactly(metric.decimals)
      : { maximumFractionDigits: metric.decimals }
  return numberFormat('en', digits).format(amount)
}

type Digits = Pick<Intl.NumberFormatOptions, 'minimumFractionDigits' | 'maximumFractionDigits'>

function moneyText(currency: string, amount: number, digits: Digits, locale: Locale): string {
  const written = numberFormat(locale, { style: 'currency', currency, ...digits }).format(amount)
  // In Taiwan '$' alone is their own dollar, and is written NT$ beside others.
  return currency === 'TWD' ? written.replace(/(?:NT)?\$/, 'NT$') : written
}

const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })
