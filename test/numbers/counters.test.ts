// How numbers are said in Chinese: 通, 家, 单 … by what is counted, and money in 万.
import { expect, test } from 'vitest'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { allPresets } from '../../src/numbers/domain/presets.ts'
import { formatValue, shortValue } from '../../src/numbers/slack/format-value.ts'
import { counters } from '../../src/numbers/words/counters.ts'

const presets = allPresets('CNY')
const preset = (key: string) => presets.find((metric) => metric.key === key)!
const inEach = (metric: Metric, value: number) => LOCALES.map((locale) => formatValue(metric, value, locale))

test('calls, visits and renewals each have their own counter in Chinese, none in English', () => {
  expect(inEach(preset('calls'), 1_044)).toEqual(['1,044', '1,044 通', '1,044 通'])
  expect(inEach(preset('visits'), 2)).toEqual(['2', '2 家', '2 家'])
  expect(inEach(preset('orders'), 3)).toEqual(['3', '3 单', '3 筆'])
})

test('every number of a role that is simply counted has a counter in both Chinese languages', () => {
  const counted = presets.filter(({ unit }) => unit === 'count').map(({ key }) => key)
  for (const locale of ['zh-CN', 'zh-TW'] as const)
    expect(counted.filter((key) => !counters[locale][key])).toEqual([])
})

test('a preset that the team has renamed has none, for it may count something else', () => {
  expect(inEach({ ...preset('calls'), label: 'Demos' }, 3)).toEqual(['3', '3', '3'])
})

test('minutes and scores of a team’s own are said with their unit', () => {
  const own = { ...preset('calls'), key: 'own', label: 'Talk time' }
  expect(inEach({ ...own, unit: 'minutes' }, 30)).toEqual(['30 min', '30 分钟', '30 分鐘'])
  expect(inEach({ ...own, unit: 'score' }, 85)).toEqual(['85', '85 分', '85 分'])
})

test('round money is short in a line, as people write it, and exact wherever it is not round', () => {
  const revenue = preset('newRevenue')
  const said = (yuan: number) => LOCALES.map((locale) => shortValue(revenue, yuan * 100, locale))
  expect(said(35_000)).toEqual(['CN¥35,000', '¥3.5万', 'CN¥3.5萬'])
  expect(said(1_200_000)[1]).toBe('¥120万')
  expect(said(123_400)[1]).toBe('¥12.34万')
  expect(said(35_050)[1]).toBe('¥35,050')
  expect(said(9_900)[1]).toBe('¥9,900')
})
