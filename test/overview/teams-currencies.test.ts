// Money of a director's teams in different currencies: summed at the plan rates, with the rates shown; what has none stands apart.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { formatFullDate } from '../../src/core/i18n/format.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import type { PlanRates } from '../../src/numbers/domain/plan-rates.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { TeamView } from '../../src/overview/flows/show-team.ts'
import { OVERVIEW } from '../../src/overview/slack/ids.ts'
import { teamMessage } from '../../src/overview/slack/team-message.ts'
import { whySumView } from '../../src/overview/slack/why-sum.ts'
import type { TeamStanding, TeamTarget } from '../../src/targets/domain/team-progress.ts'
import { inOneCurrency } from '../../src/targets/domain/tree-currency.ts'
import { type TreeTeam, treeStanding } from '../../src/targets/domain/tree-standing.ts'
import { CALLS } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
const rate = (typed: number) => Math.round(typed * 1e10)
const RATES: PlanRates = {
  ...{ yearFrom: date('2026-01-01'), version: 1, effectiveFrom: date('2026-01-01'), reporting: 'USD' },
  rates: { EUR: rate(1.08), JPY: rate(0.0065) },
}
const revenue = (currency: string) => presetFor('hunter', currency).find(({ key }) => key === 'newRevenue')!
const planner = (currency: string, key: string) =>
  presetFor('campaign-planner', currency).find((one) => one.key === key)!

const of = (metric: Metric, actual: number | null, target: number | null = null): TeamStanding => ({
  ...{ metric, actual, change: { now: 1, before: 1 } },
  target: target === null ? null : held(target, actual ?? 0),
})
const held = (target: number, actual: number): TeamTarget => ({
  ...{ target, expected: target / 2, counted: actual, unassigned: 0, attainment: actual / target },
  pace: actual / (target / 2),
})
const team = (teamId: string, ...standings: TeamStanding[]): TreeTeam => ({
  ...{ teamId, standings, wholes: new Map(), below: [] },
})
const tree = (...below: TreeTeam[]): TreeTeam => ({
  ...{ teamId: 'root', standings: [], wholes: new Map() },
  below,
})
const summed = (root: TreeTeam, rates: PlanRates | null, key = 'newRevenue') => {
  const { tree: one, used, apart } = inOneCurrency(root, rates)
  const line = treeStanding(one).find(({ metric }) => metric.key === key)
  return { line, used, apart: apart.map(({ metric, actual }) => [metric.key, metric.currency, actual]) }
}

const berlin = team('b', of(revenue('EUR'), 1_000_00, 2_000_00), of(CALLS, 50))
const boston = team('u', of(revenue('USD'), 500_00, 1_000_00), of(CALLS, 30))
const tokyo = team('t', of(revenue('JPY'), 100_000, 200_000))
const london = team('l', of(revenue('GBP'), 300_00, 600_00))

describe('the sum', () => {
  test('of actual and target is in the reporting currency, at the plan rates that it names', () => {
    const { line, used, apart } = summed(tree(berlin, boston, tokyo), RATES)
    // $1,080 and $500 and $650 of $2,160 and $1,000 and $1,300.
    expect(line).toMatchObject({
      metric: { currency: 'USD', decimals: 2 },
      actual: 2_230_00,
      target: { target: 4_460_00, attainment: 0.5, expected: 2_230_00, pace: 1 },
    })
    expect(used).toEqual([
      { currency: 'EUR', to: 'USD', rate: rate(1.08) },
      { currency: 'JPY', to: 'USD', rate: rate(0.0065) },
    ])
    expect(apart).toEqual([])
  })

  test('goes through teams in between', () => {
    const europe = { ...tree(berlin, london), teamId: 'e' }
    const { line, apart } = summed(tree(europe, boston), {
      ...RATES,
      rates: { ...RATES.rates, GBP: rate(1.25) },
    })
    expect(line).toMatchObject({ actual: 1_955_00, target: { target: 3_910_00 } })
    expect(apart).toEqual([])
  })

  test('leaves out what has no rate, says so, and is held against no target of a part', () => {
    const { line, used, apart } = summed(tree(berlin, boston, london), RATES)
    expect(line).toMatchObject({ actual: 1_580_00, target: null })
    expect(used).toHaveLength(1)
    expect(apart).toEqual([['newRevenue', 'GBP', 300_00]])
  })

  test('is none without rates: every currency stands apart', () => {
    const { line, used, apart } = summed(tree(berlin, boston), null)
    expect(line).toBeUndefined()
    expect(used).toEqual([])
    expect(apart).toEqual([
      ['newRevenue', 'EUR', 1_000_00],
      ['newRevenue', 'USD', 500_00],
    ])
  })

  test('of one currency needs no rate and stays in it, and so do counts', () => {
    const alike = tree(berlin, { ...berlin, teamId: 'b2' })
    for (const rates of [RATES, null]) {
      expect(summed(alike, rates)).toMatchObject({
        line: { metric: { currency: 'EUR' }, actual: 2_000_00 },
        used: [],
      })
      expect(summed(tree(berlin, boston), rates, 'calls').line).toMatchObject({ actual: 80 })
    }
  })
})

describe('a target of the whole', () => {
  const whole = (currency: string, value: number, ...below: TreeTeam[]): TreeTeam => ({
    ...tree(...below),
    wholes: new Map([['newRevenue', value]]),
    wholeIn: new Map([['newRevenue', currency]]),
  })

  test('of a team that has nobody of its own is in its currency, and comes into that of the sum', () => {
    const { line } = summed(whole('EUR', 5_000_00, berlin, boston), RATES)
    expect(line).toMatchObject({ metric: { currency: 'USD' }, target: { target: 5_400_00 } })
  })
  test('is held against teams that all count another currency at the rate, or not at all', () => {
    const alike = whole('USD', 2_160_00, berlin, { ...berlin, teamId: 'b2' })
    expect(summed(alike, RATES)).toMatchObject({
      line: { metric: { currency: 'EUR' }, target: { target: 2_000_00 } },
      used: [{ currency: 'USD', to: 'EUR' }],
    })
    expect(summed(alike, null).line).toMatchObject({ target: { target: 4_000_00 } })
  })
})

describe('a rate made of money', () => {
  const costs = (teamId: string, currency: string, cost: number, leads: number) =>
    team(
      teamId,
      of(planner(currency, 'campaignCost'), cost),
      of(planner(currency, 'leads'), leads),
      of(planner(currency, 'costPerLead'), Math.round(cost / leads)),
    )

  test('divides the converted sums', () => {
    const both = tree(costs('a', 'EUR', 100_00, 10), costs('b', 'USD', 92_00, 10))
    expect(summed(both, RATES, 'costPerLead').line).toMatchObject({
      actual: 10_00,
      metric: { currency: 'USD' },
    })
  })
  test('is not said where a part of the money has no plan rate', () => {
    const both = tree(costs('a', 'GBP', 100_00, 10), costs('b', 'USD', 92_00, 10))
    expect(summed(both, RATES, 'costPerLead').line).toBeUndefined()
    expect(summed(both, RATES, 'leads').line).toMatchObject({ actual: 20 })
  })
})

describe.each(LOCALES)('/kpi team in %s', (locale) => {
  const t = BOT.translator(locale)
  const viewOf = (root: TreeTeam, rates: PlanRates | null): TeamView => {
    const { tree: one, used, apart, byTeam } = inOneCurrency(root, rates)
    const money = byTeam.map((row) => ({ ...row, name: row.teamId, userIds: [] }))
    const today = date('2026-03-16')
    const parts = root.below.map(({ teamId, standings }) => ({
      teamId,
      name: teamId,
      standings,
      userIds: [],
    }))
    return {
      ...{ teamId: 'a0000000-0000-4000-8000-000000000000', today, weekStartsOn: 1 },
      team: { teamName: 'Sales', channelId: 'C1', managerUserId: 'UDORA' },
      progress: {
        period: periodOf('month', today, 1),
        on: today,
        people: [],
        nameOf: {},
        compared: null,
        team: [],
      },
      tree: { whole: treeStanding(one), used, apart, money, rates, parts, alone: [] },
    }
  }
  const message = (root: TreeTeam, rates: PlanRates | null) => teamMessage(viewOf(root, rates), t)

  test('says at which plan rates it summed', () => {
    const shown = message(tree(berlin, boston, tokyo), RATES)
    expect(checkMessage(shown)).toEqual([])
    const rates = ['1 EUR = 1.08 USD', '1 JPY = 0.0065 USD'].join(t('common.listSeparator'))
    expect(JSON.stringify(shown.blocks)).toContain(t('rates.at', { rates }))
    expect(shown.text).toContain(t('rates.at', { rates }))
  })
  test('explains the sum team by team, with the rate, who set it and when', () => {
    const explain = (root: TreeTeam, rates: PlanRates | null) => {
      const set = rates && { setBy: 'UADMIN', setAt: Temporal.Instant.from('2026-01-05T23:30:00Z') }
      const shown = whySumView({ ok: true, view: viewOf(root, rates), set }, 'Asia/Tokyo', t)
      expect(checkView({ ...shown })).toEqual([])
      return JSON.stringify(shown.blocks)
    }
    const text = explain(tree(berlin, boston, tokyo, london), RATES)
    for (const part of [
      '€1,000',
      '× 1.08 = ',
      '$1,080',
      '$500',
      '× 0.0065 = ',
      '$650',
      '*',
      '$2,230',
      '£300',
    ])
      expect(text).toContain(part)
    expect(text).toContain('<@UADMIN>')
    expect(text).toContain(formatFullDate(date('2026-01-06'), locale))
    expect(text).toContain('1 EUR = 1.08 USD')
    const held = explain(tree(berlin, boston), RATES)
    for (const part of ['$1,580', '$3,160', '50']) expect(held).toContain(part)
    const many = Array.from({ length: 300 }, (_, index) =>
      team(`${'长'.repeat(50)}${index}`, ...berlin.standings),
    )
    explain(tree(boston, ...many), RATES)
    expect(explain(tree(berlin, boston), null)).not.toContain('1,500')
  })
  test('has the button only where money is in several currencies', () => {
    expect(JSON.stringify(message(tree(berlin, boston), RATES).blocks)).toContain(OVERVIEW.whySum)
    expect(JSON.stringify(message(tree(berlin), RATES).blocks)).not.toContain(OVERVIEW.whySum)
  })
  test('writes a sum without the cents that the rates make', () => {
    const shown = message(
      tree({ ...berlin, standings: [of(revenue('EUR'), 1_000_33, 2_000_00)] }, boston),
      RATES,
    )
    expect(shown.text.split('\n')[1]).toMatch(/\$1,580\s\/\s(?:US)?\$3,160/)
  })
  test('shows what has no rate beside the sum', () => {
    const shown = message(tree(berlin, boston, london), RATES)
    expect(checkMessage(shown)).toEqual([])
    expect(shown.text).toMatch(/\$1,580 · £300/)
    const none = message(tree(berlin, boston), null)
    expect(none.text).toMatch(/€1,000 · (?:US)?\$500/)
    expect(none.text).not.toContain('1,500')
  })
})
