// Plan rates: exact conversion, sums that never mix currencies, and rates in versions that leave the past as it was measured.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  currenciesInUse,
  insertPlanRates,
  latestPlanRates,
  planRatesOn,
} from '../../src/numbers/db/plan-rates.ts'
import { CURRENCIES } from '../../src/numbers/domain/currency.ts'
import {
  convertAtPlanRate,
  type PlanRates,
  rateBetween,
  ratesEffectiveFrom,
  sumAtPlanRates,
} from '../../src/numbers/domain/plan-rates.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { smallTeam } from './small-team.ts'

const date = Temporal.PlainDate.from
const rate = (typed: number) => Math.round(typed * 1e10)
const RATES: PlanRates = {
  ...{ yearFrom: date('2026-01-01'), version: 1, effectiveFrom: date('2026-01-01'), reporting: 'USD' },
  rates: { EUR: rate(1.08), CHF: rate(1.2), JPY: rate(0.0065), CNY: rate(0.14) },
}
const cents = (value: number, currency: string) => ({ value, currency })

describe('one amount', () => {
  test.each([
    ['€100.00 is $108.00', cents(100_00, 'EUR'), 'USD', 108_00],
    ['$108.00 is €100.00', cents(108_00, 'USD'), 'EUR', 100_00],
    ['€1,000.00 is CHF 900.00, by way of the reporting currency', cents(1000_00, 'EUR'), 'CHF', 900_00],
    ['¥10,000, which has no cents, is $65.00', cents(10_000, 'JPY'), 'USD', 65_00],
    ['$65.00 is ¥10,000', cents(65_00, 'USD'), 'JPY', 10_000],
    ['half a cent is rounded away from zero', cents(25, 'CNY'), 'USD', 4],
    ['and so it is of money that was paid back', cents(-25, 'CNY'), 'USD', -4],
    [
      'a sum beyond what floating point counts exactly',
      cents(9_000_000_000_000_01, 'EUR'),
      'EUR',
      9_000_000_000_000_01,
    ],
  ])('%s', (_, money, to, expected) => {
    expect(convertAtPlanRate(money, to, RATES)).toBe(expected)
  })

  test('without a rate it is not converted', () => {
    expect(convertAtPlanRate(cents(1, 'GBP'), 'USD', RATES)).toBeNull()
    expect(convertAtPlanRate(cents(1, 'EUR'), 'GBP', RATES)).toBeNull()
    expect(convertAtPlanRate(cents(1, 'EUR'), 'USD', null)).toBeNull()
    expect(convertAtPlanRate(cents(1, 'constructor'), 'USD', RATES)).toBeNull()
  })

  test('to another currency and back is off by no more than the rounding', () => {
    const currency = fc.constantFrom('USD', 'EUR', 'CHF', 'CNY')
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), currency, currency, (value, from, to) => {
        const there = convertAtPlanRate({ value, currency: from }, to, RATES)!
        const back = convertAtPlanRate({ value: there, currency: to }, from, RATES)!
        const step = rateBetween(to, from, RATES)!.rate / 1e10
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.ceil(step / 2 + 0.5))
      }),
    )
  })
})

describe('money of several teams', () => {
  test('is summed in one currency, with the rates that were used', () => {
    const sum = sumAtPlanRates([cents(100_00, 'EUR'), cents(50_00, 'USD'), cents(20_00, 'EUR')], 'USD', RATES)
    expect(sum).toEqual({
      total: 179_60,
      used: [{ currency: 'EUR', to: 'USD', rate: rate(1.08) }],
      apart: [],
    })
  })

  test('what has no rate stands apart, and is in no total', () => {
    const sum = sumAtPlanRates([cents(5_00, 'GBP'), cents(50_00, 'USD'), cents(7_00, 'GBP')], 'USD', RATES)
    expect(sum).toEqual({ total: 50_00, used: [], apart: [cents(12_00, 'GBP')] })
    expect(sumAtPlanRates([cents(5_00, 'GBP')], 'USD', null)).toEqual({
      ...{ total: null, used: [] },
      apart: [cents(5_00, 'GBP')],
    })
  })

  test('nothing is lost: each amount is in the total or stands apart', () => {
    const money = fc.record({
      value: fc.integer({ min: -1e9, max: 1e9 }),
      currency: fc.constantFrom('USD', 'EUR', 'GBP', 'SEK', 'JPY'),
    })
    fc.assert(
      fc.property(fc.array(money, { maxLength: 12 }), (amounts) => {
        const { total, apart } = sumAtPlanRates(amounts, 'USD', RATES)
        const without = (currency: string) => currency === 'GBP' || currency === 'SEK'
        for (const one of apart) {
          expect(without(one.currency)).toBe(true)
          const same = amounts.filter(({ currency }) => currency === one.currency)
          expect(one.value).toBe(same.reduce((sum, { value }) => sum + value, 0))
        }
        expect(new Set(apart.map(({ currency }) => currency))).toEqual(
          new Set(amounts.map(({ currency }) => currency).filter(without)),
        )
        expect(total === null).toBe(amounts.every(({ currency }) => without(currency)))
      }),
    )
  })
})

describe('from when rates measure', () => {
  const today = date('2026-05-11')
  const changed = (rates: Record<string, number>, reporting = 'USD') => ({
    ...{ yearFrom: RATES.yearFrom, reporting, rates },
  })
  test('the first of a year from its first day, whenever they are set', () => {
    expect(ratesEffectiveFrom(null, changed({ EUR: 1 }), today)).toEqual(date('2026-01-01'))
  })
  test('a change from today on: what was measured stays', () => {
    expect(ratesEffectiveFrom(RATES, changed({ ...RATES.rates, EUR: rate(1.1) }), today)).toEqual(today)
    expect(ratesEffectiveFrom(RATES, changed(RATES.rates, 'EUR'), today)).toEqual(today)
    const { EUR: _, ...fewer } = RATES.rates
    expect(ratesEffectiveFrom(RATES, changed(fewer), today)).toEqual(today)
  })
  test('a currency that had none: as those beside it', () => {
    expect(ratesEffectiveFrom(RATES, changed({ ...RATES.rates, GBP: 1 }), today)).toEqual(RATES.effectiveFrom)
  })
  test('a change before the year begins from its first day', () => {
    expect(ratesEffectiveFrom(RATES, changed({ EUR: 1 }), date('2025-12-20'))).toEqual(date('2026-01-01'))
  })
})

describe('on record', () => {
  let database: TestDatabase
  let context: TestContext
  beforeAll(async () => {
    database = await freshDatabase()
    context = testContext(database.db, '2026-03-02T07:00:00Z')
  })
  afterAll(() => database.close())

  async function workspaceWithRates() {
    const { workspaceId } = await smallTeam(context.db, [{ name: 'Ada' }])
    const set = (version: number, effectiveFrom: string, eur: number, yearFrom = '2026-04-01') =>
      insertPlanRates(
        context.db,
        workspaceId,
        {
          ...{ yearFrom: date(yearFrom), version, effectiveFrom: date(effectiveFrom), reporting: 'USD' },
          rates: { EUR: rate(eur) },
        },
        { setBy: 'UADMIN', setAt: date(effectiveFrom).toZonedDateTime('UTC').toInstant() },
      )
    await set(1, '2026-04-01', 1.08)
    await set(2, '2026-07-15', 1.12)
    return { workspaceId, set }
  }

  test.each([
    ['the day before the fiscal year', '2026-03-31', null],
    ['its first day', '2026-04-01', 1.08],
    ['the last day of the first version', '2026-07-14', 1.08],
    ['the day on which it was changed', '2026-07-15', 1.12],
    ['the last day of the fiscal year', '2027-03-31', 1.12],
    ['the day after', '2027-04-01', null],
  ])('%s is measured by its version', async (_, day, expected) => {
    const { workspaceId } = await workspaceWithRates()
    const found = await planRatesOn(context.db, workspaceId, date(day))
    expect(found?.rates.EUR ?? null).toBe(expected === null ? null : rate(expected))
  })

  test('as it was on record at an instant', async () => {
    const { workspaceId } = await workspaceWithRates()
    const asOf = Temporal.Instant.from('2026-07-01T00:00:00Z')
    expect((await planRatesOn(context.db, workspaceId, date('2026-08-01'), asOf))?.version).toBe(1)
    expect((await planRatesOn(context.db, workspaceId, date('2026-08-01')))?.version).toBe(2)
  })

  test('the next year has rates of its own, and other workspaces none', async () => {
    const { workspaceId, set } = await workspaceWithRates()
    await set(1, '2027-04-01', 1.2, '2027-04-01')
    expect((await planRatesOn(context.db, workspaceId, date('2027-05-01')))?.rates).toEqual({
      EUR: rate(1.2),
    })
    expect((await latestPlanRates(context.db, workspaceId, date('2026-04-01')))?.version).toBe(2)
    const other = await smallTeam(context.db, [])
    expect(await planRatesOn(context.db, other.workspaceId, date('2026-05-01'))).toBeNull()
  })

  test('the currencies of the workspace’s teams', async () => {
    const { workspaceId } = await smallTeam(context.db, [{ name: 'Ada' }])
    expect(await currenciesInUse(context.db, workspaceId)).toEqual(['EUR'])
  })
})

test('every currency that is offered can be converted', () => {
  const all = { ...RATES, rates: Object.fromEntries(CURRENCIES.map((one) => [one, rate(2)])) }
  for (const currency of CURRENCIES.filter((one) => one !== 'USD'))
    expect(rateBetween(currency, 'USD', all)).toEqual({ currency, to: 'USD', rate: rate(2) })
})
