// A typed number is parsed exactly or refused; it is never guessed, rounded or outside the hard bounds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlausible, parseAmount } from '../../src/numbers/domain/amount.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'

const preset = (key: string, currency = 'CNY'): Metric => {
  const metric = presetMetric(key, currency)
  if (!metric) throw new Error(`no preset ${key}`)
  return metric
}
const calls = preset('calls')
const revenue = preset('newRevenue')
const euros = preset('newRevenue', 'EUR')
const taiwan = preset('newRevenue', 'TWD')
const rupees = preset('newRevenue', 'INR')
const yen = preset('newRevenue', 'JPY')
const exposure = preset('exposure')
const minutes: Metric = { ...calls, unit: 'minutes', hardMax: 10_000 }
const error = preset('forecastError')

describe('parseAmount takes', () => {
  test.each<[string, Metric, number]>([
    ['5', calls, 5],
    [' 0 ', calls, 0],
    ['-0', calls, 0],
    ['+7', calls, 7],
    ['007', calls, 7],
    ['４５', calls, 45],
    ['12.5', euros, 1250],
    ['12.50', revenue, 1250],
    ['1234.5', revenue, 123_450],
    ['12.05', revenue, 1205],
    ['1,200', revenue, 120_000],
    ['1，２００．５', revenue, 120_050],
    ['1 234 567', revenue, 123_456_700],
    ["1'234.50", revenue, 123_450],
    ['¥3,000', revenue, 300_000],
    ['￥3000', revenue, 300_000],
    ['1.2万', revenue, 1_200_000],
    ['3萬', revenue, 3_000_000],
    ['0.5亿', yen, 50_000_000],
    ['1200', yen, 1200],
    ['12.5%', error, 125],
    ['４２', calls, 42],
    ['5.0', calls, 5],
    ['3.5万', revenue, 3_500_000],
    ['3.5萬', revenue, 3_500_000],
    ['3.5 万', revenue, 3_500_000],
    ['3.5万元', revenue, 3_500_000],
    ['１．２ｗ', revenue, 1_200_000],
    ['1.2w', exposure, 12_000],
    ['1.2W', exposure, 12_000],
    ['3万5千', revenue, 3_500_000],
    ['5k', revenue, 500_000],
    ['5 K', exposure, 5000],
    ['3千', exposure, 3000],
    ['1.200k', exposure, 1200],
    ['NT$30000', taiwan, 3_000_000],
    ['nt$ 30,000', taiwan, 3_000_000],
    ['30000 NTD', taiwan, 3_000_000],
    ['$30000', taiwan, 3_000_000],
    ['30,000元', taiwan, 3_000_000],
    ['￥３，０００', revenue, 300_000],
    ['RMB 3000', revenue, 300_000],
    ['3000块', revenue, 300_000],
    ['€1.200,50', euros, 120_050],
    ['1.200,50 €', euros, 120_050],
    ['EUR 1200', euros, 120_000],
    ['1.200.000', euros, 120_000_000],
    ['1 200,50', euros, 120_050],
    ["1'200,5", euros, 120_050],
    ['1\u2009200\u2009000', euros, 120_000_000],
    ['1\u202f200', euros, 120_000],
    ['12,34,567.50', rupees, 123_456_750],
    ['1,20,000', rupees, 12_000_000],
    ['2 lakh', rupees, 20_000_000],
    ['₹1.5 crore', rupees, 1_500_000_000],
    ['0.500', euros, 50],
    ['1200.50', euros, 120_050],
    ['30 min', minutes, 30],
    ['30分钟', minutes, 30],
  ])('%j', (text, metric, value) => {
    expect(parseAmount(text, metric)).toEqual({ ok: true, value })
  })
})

describe('parseAmount refuses', () => {
  test.each<[string, Metric, string]>([
    ['', calls, 'not-a-number'],
    ['many', calls, 'not-a-number'],
    ['1e99', calls, 'not-a-number'],
    ['1e1', calls, 'not-a-number'],
    ['0x10', calls, 'not-a-number'],
    ['Infinity', calls, 'not-a-number'],
    ['NaN', calls, 'not-a-number'],
    ['--5', calls, 'not-a-number'],
    ['5-6', calls, 'not-a-number'],
    ['1,20', calls, 'too-many-decimals'],
    ['5,6,7', calls, 'not-a-number'],
    ["1,234'567", revenue, 'not-a-number'],
    ['.5', revenue, 'not-a-number'],
    ['5.', revenue, 'not-a-number'],
    ['1.2.3', revenue, 'not-a-number'],
    ['¥3', calls, 'not-a-number'],
    ['5%', calls, 'not-a-number'],
    ['9'.repeat(40), calls, 'above-hard-max'],
    ['9'.repeat(41), calls, 'not-a-number'],
    ['3.5', calls, 'too-many-decimals'],
    ['1.000', calls, 'above-hard-max'],
    ['12.3456', revenue, 'too-many-decimals'],
    ['$500', euros, 'other-currency'],
    ['€500', revenue, 'other-currency'],
    ['NT$500', revenue, 'other-currency'],
    ['500 USD', euros, 'other-currency'],
    ['300元', euros, 'other-currency'],
    ['5kk', calls, 'not-a-number'],
    ['k', calls, 'not-a-number'],
    ['万', revenue, 'not-a-number'],
    ['€', euros, 'not-a-number'],
    ['about 50', calls, 'not-a-number'],
    ['5万 6', revenue, 'not-a-number'],
    ['12.5', yen, 'too-many-decimals'],
    ['-1', calls, 'below-hard-min'],
    ['−1', calls, 'below-hard-min'],
    ['501', calls, 'above-hard-max'],
    ['99999999999999999999', revenue, 'above-hard-max'],
    ['1亿', calls, 'above-hard-max'],
  ])('%j', (text, metric, reason) => {
    expect(parseAmount(text, metric)).toEqual({ ok: false, reason })
  })
})

describe('parseAmount asks which is meant', () => {
  test.each<[string, Metric, number[]]>([
    ['1.200', euros, [120_000, 120]],
    ['€1.200', euros, [120_000, 120]],
    ['12.345', revenue, [1_234_500]],
    ['1.200', exposure, [1200]],
    ['1.200', yen, [1200]],
    ['12,50', euros, [1250]],
    ['12,00', revenue, [1200]],
    ['0,500', euros, [50]],
    ['3,5000', euros, [350]],
    ['3,5', revenue, [350]],
    ['1,5万', revenue, [1_500_000]],
    ['3万5', revenue, [3_500_000]],
    ['1.5m', euros, [150_000_000]],
    ['2 Mio', euros, [200_000_000]],
    ['300,00 €', euros, [30_000]],
    ['3.5', revenue, [3_500_000, 350]],
    ['¥12.5', revenue, [12_500_000, 1250]],
    ['3.5', taiwan, [3_500_000, 350]],
  ])('%j', (text, metric, readings) => {
    expect(parseAmount(text, metric)).toEqual({ ok: false, reason: 'unclear', readings })
  })
})

test('whatever is kept reads back as the same number, plain or with separated thousands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.nat(10 ** 12), (decimals, value) => {
      const metric: Metric = { ...revenue, decimals, hardMax: 10 ** 13 }
      const digits = String(value).padStart(decimals + 1, '0')
      const whole = digits.slice(0, digits.length - decimals)
      const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
      expect(parseAmount(whole + fraction, metric)).toEqual({ ok: true, value })
      expect(parseAmount(grouped + fraction, metric)).toEqual({ ok: true, value })
    }),
  )
})

test('no text gives a value that is not an integer within the hard bounds', () => {
  const digits = fc.constantFrom(...'0123456789.,-+eEkwm 万亿千元%¥€１．')
  fc.assert(
    fc.property(fc.string({ unit: digits, maxLength: 14 }), (text) => {
      const parsed = parseAmount(text, revenue)
      if (!parsed.ok) return
      expect(Number.isSafeInteger(parsed.value)).toBe(true)
      expect(parsed.value).toBeGreaterThanOrEqual(revenue.hardMin)
      expect(parsed.value).toBeLessThanOrEqual(revenue.hardMax)
    }),
    { numRuns: 2000 },
  )
})

test('the plausible bounds are plausible, without bounds everything is', () => {
  const metric: Metric = { ...calls, plausibleMin: 30, plausibleMax: 60 }
  expect([29, 30, 60, 61, 412].map((value) => isPlausible(metric, value))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
  expect(isPlausible(revenue, revenue.hardMax)).toBe(true)
  expect(isPlausible({ ...revenue, plausibleMin: 100_000 }, 0)).toBe(true)
})
