// The presets hold together: every key once, bounds in order, ratios made of metrics that the same role enters.
import { describe, expect, test } from 'vitest'
import { moneyDecimals, presetFor, presetMetric } from '../../src/numbers/domain/presets.ts'
import { ROLES } from '../../src/org/domain/team.ts'

const CURRENCIES = ['CNY', 'TWD', 'USD', 'EUR', 'JPY', 'KWD', 'CLF']
const all = ROLES.flatMap((role) => presetFor(role, 'CNY'))

test('what each role is asked for, in the order of the form', () => {
  const entered = (role: (typeof ROLES)[number]) =>
    presetFor(role, 'CNY')
      .filter(({ kind }) => kind !== 'ratio')
      .map(({ key }) => key)
  expect(entered('hunter')).toEqual([
    'calls',
    'followUps',
    'proposals',
    'visits',
    'leadsConverted',
    'newCustomers',
    'newRevenue',
  ])
  expect(entered('account-manager')).toEqual([
    'renewalsDue',
    'renewalsWon',
    'orders',
    'repeatOrders',
    'customerSatisfaction',
    'expansionRevenue',
  ])
  expect(entered('campaign-planner')).toEqual([
    'campaignsRun',
    'campaignCost',
    'leads',
    'participants',
    'exposure',
    'attributedRevenue',
  ])
  expect(entered('analyst')).toEqual([
    'reportsDelivered',
    'reportsOnTime',
    'insightsAdopted',
    'forecastError',
  ])
})

test('a key means the same metric in every role', () => {
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
})

describe.each(CURRENCIES)('in %s', (currency) => {
  test.each(ROLES)('%s', (role) => {
    const metrics = presetFor(role, currency)
    const entered = new Map(
      metrics.filter(({ kind }) => kind === 'additive').map((metric) => [metric.key, metric]),
    )
    for (const metric of metrics) {
      const { hardMin, hardMax, plausibleMin, plausibleMax } = metric
      expect(Number.isSafeInteger(hardMin) && Number.isSafeInteger(hardMax)).toBe(true)
      expect(hardMin).toBeLessThan(hardMax)
      if (plausibleMin !== null) expect(plausibleMin).toBeGreaterThanOrEqual(hardMin)
      if (plausibleMax !== null) expect(plausibleMax).toBeLessThanOrEqual(hardMax)
      if (metric.unit === 'money') expect(metric.decimals).toBe(moneyDecimals(currency))
      expect(metric.currency).toBe(metric.unit === 'money' ? currency : null)
      expect(Number.isInteger(metric.points) && metric.points >= 0).toBe(true)
      if (metric.kind === 'ratio') {
        expect(entered.has(metric.numerator ?? '')).toBe(true)
        expect(entered.has(metric.denominator ?? '')).toBe(true)
        expect(metric.points).toBe(0)
      } else expect([metric.numerator, metric.denominator]).toEqual([null, null])
    }
    const kinds = metrics.map(({ kind }) => kind === 'ratio')
    expect(kinds).toEqual(kinds.toSorted((one, other) => Number(one) - Number(other)))
  })
})

test('decimals of money follow the currency', () => {
  expect(['CNY', 'JPY', 'KWD'].map(moneyDecimals)).toEqual([2, 0, 3])
})

test('the most that can be entered is the same in whole units of any currency', () => {
  const most = CURRENCIES.map(
    (currency) => presetMetric('newRevenue', currency)!.hardMax / 10 ** moneyDecimals(currency),
  )
  expect(new Set(most).size).toBe(1)
})

test('every role can earn points, and what costs money or is better lower earns none', () => {
  for (const role of ROLES) expect(presetFor(role, 'CNY').some(({ points }) => points > 0)).toBe(true)
  for (const metric of all) if (!metric.higherIsBetter) expect(metric.points).toBe(0)
})

test('the example of the design: 412 calls are asked about, 45 are not', () => {
  const calls = presetMetric('calls', 'CNY')
  expect(calls?.plausibleMax).toBeLessThan(412)
  expect(calls?.plausibleMax).toBeGreaterThan(45)
  expect(calls?.hardMax).toBeGreaterThan(412)
})

test('a key that is no preset is the own metric of a team', () => {
  expect(presetMetric('own-1', 'CNY')).toBeNull()
  expect(presetMetric('costPerLead', 'JPY')).toMatchObject({
    kind: 'ratio',
    decimals: 0,
    higherIsBetter: false,
  })
})
