// A target over teams of several currencies: shares are of the whole, each part is in its team's own currency, nothing gets lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { convertAtPlanRate, type PlanRates } from '../../src/numbers/domain/plan-rates.ts'
import { moneyDecimals, presetMetric } from '../../src/numbers/domain/presets.ts'
import {
  type CascadeDraft,
  type CascadePlan,
  type CascadeTeam,
  NO_WHOLE,
  periodKey,
} from '../../src/targets/domain/cascade.ts'
import type { PlanFacts } from '../../src/targets/domain/plan.ts'
import { planCascade } from '../../src/targets/domain/plan-cascade.ts'
import { monthsOf, targetPeriod } from '../../src/targets/domain/target-period.ts'
import { cascadeView } from '../../src/targets/slack/cascade-preview.ts'

const date = Temporal.PlainDate.from
const YEAR = targetPeriod('year', date('2027-01-01'), 1)
const CURRENCIES = ['USD', 'EUR', 'JPY', 'TWD', 'CNY'] as const
const ratesOf = (rates: Record<string, number>): PlanRates => ({
  ...{ yearFrom: YEAR.from, version: 1, effectiveFrom: YEAR.from, reporting: 'USD', rates },
})
const rate = (typed: number) => Math.round(typed * 1e10)
const RATES = ratesOf({ EUR: rate(1.08), JPY: rate(0.0065), TWD: rate(0.031) })

function teamOf(
  teamId: string,
  currency: string,
  people: number,
  more: Partial<CascadeTeam> = {},
): CascadeTeam {
  const months: PlanFacts['months'] = monthsOf(YEAR).map((period) => ({
    ...{ period, version: 0, lock: null, days: 40, lastYear: 0, gone: 0, whole: null },
    people: Array.from({ length: people }, (_, index) => ({
      ...({ memberId: `${teamId} ${index}`, role: 'hunter', present: 1, last: 1 } as const),
      ...{ until: period.to, before: null },
    })),
  }))
  const facts: PlanFacts = {
    ...{
      metric: { kind: 'additive' },
      period: YEAR,
      today: YEAR.from,
      months,
      wholes: [],
      overlapping: null,
    },
  }
  return {
    ...{ teamId, currency, wholes: new Map(), last: 0, facts: people > 0 ? facts : null, below: [] },
    ...more,
  }
}

const draftOf = (value: number, more: Partial<CascadeDraft> = {}): CascadeDraft => ({
  ...{ value, split: 'equal', weights: new Map(), byHand: null, reason: 'why' },
  ...{ time: { by: 'days', weights: null }, ...more },
})
const plan = (root: CascadeTeam, draft: CascadeDraft, rates: PlanRates | null, isSum = true) =>
  planCascade(root, { period: YEAR, isSum, rates, today: YEAR.from }, draft)
const wholesIn = (planned: CascadePlan) =>
  planned.ok ? Object.fromEntries(planned.teams.map(({ teamId, whole }) => [teamId, whole])) : planned
const keeping = (whole: number) => ({
  wholes: new Map([[periodKey(YEAR), { ...NO_WHOLE, whole, version: 1, keeps: true }]]),
})

const inWhole = (value: number, currency: string, to: string, rates: PlanRates) =>
  convertAtPlanRate({ value, currency }, to, rates)!

/** Exactly, in smallest units of the other currency. */
const worth = (currency: string, { reporting, rates }: PlanRates) =>
  (currency === reporting ? 1e10 : rates[currency]!) / 1e10 / 10 ** moneyDecimals(currency)

describe('the parts', () => {
  test('are in the currency of each team, and come back to the whole', () => {
    const root = teamOf('all', 'USD', 0, {
      below: [teamOf('berlin', 'EUR', 1), teamOf('boston', 'USD', 2), teamOf('tokyo', 'JPY', 1)],
    })
    // $1,000,000: a quarter is €231,481.48 or ¥38,461,538.
    expect(wholesIn(plan(root, draftOf(1_000_000_00), RATES))).toEqual({
      ...{ all: 1_000_000_00, berlin: 231_481_48, boston: 500_000_00, tokyo: 38_461_538 },
    })
  })

  test('further down are of the part of the team between, in its currency', () => {
    const asia = teamOf('asia', 'JPY', 0, { below: [teamOf('tokyo', 'JPY', 1), teamOf('taipei', 'TWD', 1)] })
    const root = teamOf('all', 'USD', 0, { below: [asia] })
    expect(wholesIn(plan(root, draftOf(130_000_00), RATES))).toEqual({
      ...{ all: 130_000_00, asia: 20_000_000, tokyo: 10_000_000 },
      taipei: inWhole(10_000_000, 'JPY', 'TWD', RATES),
    })
  })

  test('that are set by hand stay in their own currency, and the others share what is left of the whole', () => {
    const below = [teamOf('berlin', 'EUR', 1, keeping(500_000_00)), teamOf('boston', 'USD', 2)]
    const root = teamOf('all', 'USD', 0, { below })
    const kept = { all: 1_000_000_00, berlin: 500_000_00, boston: 460_000_00 }
    expect(wholesIn(plan(root, draftOf(1_000_000_00), RATES))).toEqual(kept)
    const byHand = new Map([['berlin', 100_000_00]])
    expect(wholesIn(plan(root, draftOf(1_000_000_00, { byHand }), RATES))).toMatchObject({
      boston: 892_000_00,
    })
  })

  test('that are all set by hand fit up to their rounding, and clash beyond', () => {
    const below = [teamOf('berlin', 'EUR', 1), teamOf('paris', 'EUR', 1)]
    const root = teamOf('all', 'USD', 0, { below })
    const set = (cents: number) =>
      new Map([
        ['berlin', 462_962_96],
        ['paris', cents],
      ])
    expect(plan(root, draftOf(1_000_000_00, { byHand: set(462_962_96) }), RATES)).toMatchObject({ ok: true })
    expect(plan(root, draftOf(1_000_000_00, { byHand: set(462_963_96) }), RATES)).toMatchObject({
      reason: 'teams-clash',
    })
  })

  test('by the period before weigh what was reached at the rates', () => {
    const below = [teamOf('berlin', 'EUR', 1, { last: 100_00 }), teamOf('boston', 'USD', 9, { last: 108_00 })]
    const planned = plan(teamOf('all', 'USD', 0, { below }), draftOf(200_00, { split: 'last' }), RATES)
    expect(wholesIn(planned)).toMatchObject({ berlin: 92_59, boston: 100_00 })
  })

  test('of a rate made of money are the same for all, each in its currency', () => {
    const root = teamOf('all', 'USD', 1, { below: [teamOf('berlin', 'EUR', 1)] })
    expect(wholesIn(plan(root, draftOf(10_80), RATES, false))).toEqual({ all: 10_80, berlin: 10_00 })
  })

  test('stay within half of a smallest unit of their shares there and back, at any rates', () => {
    const currency = fc.constantFrom(...CURRENCIES)
    const drawn = fc.record({
      ...{ whole: currency, value: fc.integer({ min: 1, max: 1e13 }) },
      rates: fc.record({
        ...{ EUR: fc.integer({ min: 1e8, max: 1e12 }), JPY: fc.integer({ min: 1e6, max: 1e11 }) },
        ...{ TWD: fc.integer({ min: 1e7, max: 1e11 }), CNY: fc.integer({ min: 1e7, max: 1e12 }) },
      }),
      teams: fc.array(fc.record({ currency, people: fc.integer({ min: 1, max: 9 }) }), {
        ...{ minLength: 1, maxLength: 6 },
      }),
    })
    fc.assert(
      fc.property(drawn, ({ whole, value, rates: all, teams }) => {
        const rates = ratesOf(all)
        const below = teams.map((one, index) => teamOf(`${index}`, one.currency, one.people))
        const planned = plan(teamOf('all', whole, 0, { below }), draftOf(value), rates)
        if (!planned.ok) throw new Error(planned.reason)
        const heads = teams.reduce((sum, { people }) => sum + people, 0)
        let exact = 0
        let most = 0
        for (const [index, one] of teams.entries()) {
          const part = planned.teams.find(({ teamId }) => teamId === `${index}`)!.whole
          const back = (part * worth(one.currency, rates)) / worth(whole, rates)
          const half = one.currency === whole ? 0 : worth(one.currency, rates) / worth(whole, rates) / 2
          // Its share is exact up to a unit of the whole that is left over, its part up to half a unit of its own.
          expect(Math.abs(back - (value * one.people) / heads)).toBeLessThanOrEqual(1 + half + value * 1e-12)
          exact += back
          most += half
        }
        expect(Math.abs(exact - value)).toBeLessThanOrEqual(most + value * 1e-12)
        // The same again changes nothing.
        expect(wholesIn(plan(teamOf('all', whole, 0, { below }), draftOf(value), rates))).toEqual(
          wholesIn(planned),
        )
      }),
    )
  })
})

describe('without a rate', () => {
  const root = teamOf('all', 'USD', 1, { below: [teamOf('berlin', 'EUR', 1), teamOf('tokyo', 'JPY', 1)] })
  test('the whole is refused, with what is missing', () => {
    const refused = (rates: PlanRates | null) => plan(root, draftOf(100), rates)
    expect(refused(null)).toEqual({ ok: false, reason: 'no-rate', currencies: ['EUR', 'JPY'] })
    expect(refused(ratesOf({ EUR: rate(1.08) }))).toEqual({
      ...{ ok: false, reason: 'no-rate', currencies: ['JPY'] },
    })
    expect(refused({ ...ratesOf({ EUR: 1, JPY: 1 }), reporting: 'GBP' })).toMatchObject({
      currencies: ['USD'],
    })
    expect(plan(root, draftOf(100), null, false)).toMatchObject({ reason: 'no-rate' })
  })

  test('it is planned where teams of other currencies have nobody, or all count the same', () => {
    const empty = teamOf('all', 'USD', 1, { below: [teamOf('berlin', 'EUR', 0)] })
    const same = teamOf('all', 'EUR', 0, { below: [teamOf('berlin', 'EUR', 1), teamOf('paris', 'EUR', 1)] })
    for (const one of [empty, same]) expect(plan(one, draftOf(1000), null)).toMatchObject({ ok: true })
  })
})

describe.each(LOCALES)('the preview in %s', (locale) => {
  const t = BOT.translator(locale)
  const revenue = (currency: string) => presetMetric('newRevenue', currency)!
  const currencyOf: Record<string, string> = { all: 'USD', berlin: 'EUR', paris: 'EUR', tokyo: 'JPY' }
  const ids = Object.keys(currencyOf)
  const below = ids.slice(1).map((id) => teamOf(id, currencyOf[id]!, 1))
  const root = teamOf('all', 'USD', 0, { below })

  test('names the rates, each part in both currencies, and what rounding leaves', () => {
    // ¥1 is 5 cents, so that Tokyo's third of $1,000,000.08 is a cent less.
    const rates = ratesOf({ EUR: rate(1.08), JPY: rate(0.05) })
    const planned = plan(root, draftOf(1_000_000_08), rates)
    if (!planned.ok) throw new Error(planned.reason)
    const team = { workspaceId: 'T1', channelId: 'C1', managerUserId: 'U1', delegateUserId: null }
    const view = cascadeView(
      {
        loaded: {
          ...{ root, metric: revenue('USD'), rates, fiscalYear: YEAR, version: 1 },
          metrics: new Map(ids.map((id) => [id, revenue(currencyOf[id]!)])),
          teams: new Map(
            ids.map((teamId) => [
              teamId,
              {
                team: { ...team, teamId, parentTeamId: null, archivedAt: null },
                identity: { teamName: teamId, channelId: 'C1', managerUserId: 'U1' },
                ...{ plan: null, today: YEAR.from },
              },
            ]),
          ),
        },
        ...{ period: YEAR, teams: planned.teams, advice: [] },
      },
      {
        ...{ team: 'all', metric: 'newRevenue', kind: 'year', from: YEAR.from, user: null, role: null },
        ...{ value: 1_000_000_08, split: 'equal', time: 'days', weightsOfMonths: null, reason: 'why' },
        ...{ weights: {}, hand: null, months: null, version: 1 },
      },
      t,
      null,
    )
    expect(checkView({ ...view })).toEqual([])
    const text = JSON.stringify(view)
    const told = ['1 EUR = 1.08 USD', '1 JPY = 0.05 USD'].join(t('common.listSeparator'))
    for (const part of [
      t('rates.at', { rates: told }),
      '€308,642',
      '6,666,667',
      '$333,333.36',
      '$333,333.35',
    ])
      expect(text).toContain(part)
    const [, , rounded] = view.blocks
    for (const part of ['all', '$1,000,000.07', '$0.01']) expect(JSON.stringify(rounded)).toContain(part)
  })
})
