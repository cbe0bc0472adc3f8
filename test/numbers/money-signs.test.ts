// Money as people in each place write it: one's own currency with its plain sign, and every other so that it cannot be mistaken.
import { describe, expect, test } from 'vitest'
import { CURRENCIES } from '../../src/numbers/domain/currency.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { formatValue, shortValue } from '../../src/numbers/slack/format-value.ts'

const money = (currency: string) => presetFor('hunter', currency).find(({ unit }) => unit === 'money')!
const written = (currency: string, locale: 'en' | 'zh-CN' | 'zh-TW') => {
  const metric = money(currency)
  return formatValue(metric, 35_000 * 10 ** metric.decimals, locale)
}

test.each([
  // In Taiwan '¥' alone is the yen, so the yuan is CN¥; their own dollar stands beside others as NT$.
  ['zh-TW', 'TWD', 'NT$35,000'],
  ['zh-TW', 'CNY', 'CN¥35,000'],
  ['zh-TW', 'JPY', '¥35,000'],
  ['zh-TW', 'USD', 'US$35,000'],
  ['zh-TW', 'HKD', 'HK$35,000'],
  ['zh-TW', 'EUR', '€35,000'],
  // In mainland China '¥' is the yuan, and the yen is not.
  ['zh-CN', 'CNY', '¥35,000'],
  ['zh-CN', 'JPY', 'JP¥35,000'],
  ['zh-CN', 'TWD', 'NT$35,000'],
  ['zh-CN', 'USD', 'US$35,000'],
  ['en', 'USD', '$35,000'],
  ['en', 'CNY', 'CN¥35,000'],
  ['en', 'JPY', '¥35,000'],
  ['en', 'TWD', 'NT$35,000'],
] as const)('in %s, %s is %s', (locale, currency, said) => {
  expect(written(currency, locale)).toBe(said)
})

test.each([
  ['zh-TW', 'TWD', 'NT$3.5萬'],
  ['zh-TW', 'CNY', 'CN¥3.5萬'],
  ['zh-CN', 'CNY', '¥3.5万'],
  ['zh-CN', 'TWD', 'NT$3.5万'],
] as const)('in the middle of a line in %s, %s is %s', (locale, currency, said) => {
  const metric = money(currency)
  expect(shortValue(metric, 35_000 * 10 ** metric.decimals, locale)).toBe(said)
})

describe.each(['en', 'zh-CN', 'zh-TW'] as const)('in %s', (locale) => {
  test('no two currencies are written alike', () => {
    const all = CURRENCIES.map((currency) => written(currency, locale))
    expect(all.filter((one, place) => all.indexOf(one) !== place)).toEqual([])
  })
})
