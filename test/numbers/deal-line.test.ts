// A deal is told as people say it: who signed, for how much; other lines of numbers are read as before.
import { describe, expect, test } from 'vitest'
import { isDealLine, parseLine } from '../../src/numbers/domain/deal-line.ts'
import { dealMetric, isDealMetric } from '../../src/numbers/domain/deal-metric.ts'
import { allPresets, presetFor } from '../../src/numbers/domain/presets.ts'
import { namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import type { Role } from '../../src/org/domain/team.ts'

const dictionaryOf = (role: Role, currency = 'CNY') => {
  const entered = presetFor(role, currency).filter(({ kind }) => kind !== 'ratio')
  return { own: namesOfMetrics(entered), others: otherPresets(entered) }
}
const read = (line: string, role: Role = 'hunter') => {
  const parsed = parseLine(line, dictionaryOf(role))
  if (!parsed.ok) return `${parsed.reason}: ${parsed.part}`
  const values = Object.fromEntries(parsed.entries.map(({ metric, value }) => [metric.key, value]))
  return { ...values, ...(parsed.customer === undefined ? {} : { customer: parsed.customer }) }
}
const deal = (customer: string | null, more: object = {}) => ({
  ...{ newRevenue: 12_600_000, newCustomers: 1, ...more },
  ...(customer === null ? {} : { customer }),
})

describe('a deal is understood', () => {
  test.each([
    ['signed Hengxin 126,000', deal('Hengxin')],
    ['Signed Hengxin for ¥126,000.', deal('Hengxin')],
    ['we closed a deal with Hengxin Trading: 126k', deal('Hengxin Trading')],
    ['new customer Hengxin 126000', deal('Hengxin')],
    ['won 126,000 with Hengxin', deal('Hengxin')],
    ['landed 3M 126,000', deal('3M')],
    ['signed 126,000', deal(null)],
    ['签约恒信 12.6万', deal('恒信')],
    ['签约恒信12.6万', deal('恒信')],
    ['签下恒信，12.6万', deal('恒信')],
    ['恒信签约 12.6万元', deal('恒信')],
    ['新客户恒信 12.6万', deal('恒信')],
    ['成交 12.6万', deal(null)],
    ['簽約恆信 12.6萬', deal('恆信')],
    ['拿下恒信合同12.6万', deal('恒信')],
    ['signed Hengxin 126,000, calls 30', deal('Hengxin', { calls: 30 })],
    ['电话30，签约恒信 12.6万', deal('恒信', { calls: 30 })],
    ['calls 30\nsigned Hengxin 126,000', deal('Hengxin', { calls: 30 })],
    ['signed Hengxin 126,000, new customers 2', deal('Hengxin', { newCustomers: 2 })],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
    expect(isDealLine(line, dictionaryOf('hunter')) || !('customer' in (expected as object))).toBe(true)
  })

  test('what a customer buys besides is no new customer', () => {
    expect(read('签约恒信 12.6万', 'account-manager')).toEqual({
      expansionRevenue: 12_600_000,
      customer: '恒信',
    })
  })

  test('an amount that can be read in two ways is asked about, not guessed', () => {
    expect(parseLine('signed Hengxin 126.000', dictionaryOf('hunter', 'EUR'))).toMatchObject({
      ...{ ok: false, reason: 'bad-amount', problem: 'unclear', part: '126.000' },
      readings: [12_600_000, 12_600],
    })
  })
})

describe('several deals in one line', () => {
  const lines = (line: string) => {
    const parsed = parseLine(line, dictionaryOf('hunter'))
    return parsed.ok ? 'one' : parsed.reason === 'several-deals' ? (parsed.lines ?? 'asked') : parsed.reason
  }
  test.each([
    ['签约 恒信 12.6万, 华泰 8万', ['签约 恒信 12.6万', '签约 华泰 8万']],
    ['签约恒信12.6万，华泰8万', ['签约 恒信 12.6万', '签约 华泰 8万']],
    ['签约恒信 12.6万、和记 8万', ['签约 恒信 12.6万', '签约 和记 8万']],
    ['签约恒信12.6万和华泰8万', ['签约 恒信 12.6万', '签约 华泰 8万']],
    ['签约 恒信 12.6万 华泰 8万', ['签约 恒信 12.6万', '签约 华泰 8万']],
    ['恒信签约 12.6万，华泰签约 8万', ['恒信签约 12.6万', '华泰签约 8万']],
    ['簽約恆信 12.6萬，華泰 8萬', ['簽約 恆信 12.6萬', '簽約 華泰 8萬']],
    ['signed Hengxin 126,000 and Acme 40k', ['signed Hengxin 126,000', 'signed Acme 40k']],
    ['signed Hengxin 126k and Acme 40k', ['signed Hengxin 126k', 'signed Acme 40k']],
    ['signed Hengxin 126,000, signed Acme 50,000', ['signed Hengxin 126,000', 'signed Acme 50,000']],
    ['signed Hengxin 126,000\nsigned Acme 50,000', ['signed Hengxin 126,000', 'signed Acme 50,000']],
    [
      'signed Ash 1,000, Oak 2,000, and Elm for 3,000',
      ['signed Ash 1,000', 'signed Oak 2,000', 'signed Elm 3,000'],
    ],
    ['signed Hengxin 126,000, Acme 40k, calls 30', ['signed Hengxin 126,000; calls 30', 'signed Acme 40k']],
    ['calls 30, signed Hengxin 126,000, Acme 40k', ['signed Hengxin 126,000; calls 30', 'signed Acme 40k']],
    ['签约 恒信 12.6万, 华泰 1.200', 'asked'],
    ['signed Johnson and Johnson 126,000', 'one'],
    ['signed Studio 54 126,000', 'one'],
    ['signed Studio 54 Ltd 126,000', 'one'],
    ['signed 3M 126,000', 'one'],
    ['signed Hengxin 126,000, calls 30, visits 20', 'one'],
  ])('%s', (line, expected) => {
    expect(lines(line)).toEqual(expected)
    expect(isDealLine(line, dictionaryOf('hunter'))).toBe(true)
  })

  test.each(['signed Hengxin 126k with Acme 40k Ltd', '签约恒信 12.6万 8万'])('%s is not booked', (line) => {
    expect(parseLine(line, dictionaryOf('hunter')).ok).toBe(false)
  })
})

describe('a deal without an amount is asked for it, and nothing is booked', () => {
  test.each([
    ['signed Hengxin', 'bad-amount: Hengxin'],
    ['We closed a deal with Hengxin Trading!', 'bad-amount: Hengxin Trading'],
    ['签约恒信', 'bad-amount: 恒信'],
    ['拿下 華泰貿易', 'bad-amount: 華泰貿易'],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected)
    expect(isDealLine(line, dictionaryOf('hunter'))).toBe(true)
  })

  test.each([
    'signed in',
    'won it',
    'closed',
    '签约',
    'signed the papers for the new office',
    'closed proposals',
  ])('not asked: %s', (line) => {
    expect(isDealLine(line, dictionaryOf('hunter'))).toBe(false)
  })
})

describe('no deal', () => {
  test.each([
    ['成交 3', { newCustomers: 3 }],
    ['新签 5', 'ambiguous: 新签'],
    ['电话30，新签 5', 'ambiguous: 新签'],
    ['won 5 proposals', 'unknown-metric: won'],
    ['closed 3 deals', 'unknown-metric: closed'],
    ['signed in at 9:30', 'unknown-metric: signed in at'],
    ['yesterday signed 126,000', 'unknown-metric: yesterday signed'],
    ['今天签约12.6万', 'unknown-metric: 今天签约'],
    ['新签 4', 'ambiguous: 新签'],
    ['revenue 126,000, signed Hengxin 126,000', 'unknown-metric: signed hengxin'],
    ['new revenue 126,000', { newRevenue: 12_600_000 }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
    expect(isDealLine(line, dictionaryOf('hunter'))).toBe(false)
  })

  test('for a role that counts no money of its own', () => {
    expect(read('signed Hengxin 126,000', 'analyst')).toBe('unknown-metric: signed hengxin')
    expect(read('signed Hengxin 126,000', 'campaign-planner')).toBe('unknown-metric: signed hengxin')
  })
})

test('deals are counted in money that was won: no cost, and no money that comes of earlier deals', () => {
  const counted = allPresets('CNY').filter(isDealMetric)
  expect(counted.map(({ key }) => key)).toEqual(['newRevenue', 'expansionRevenue', 'contractValue'])
  expect(dealMetric(presetFor('hunter', 'CNY'))?.key).toBe('newRevenue')
  expect(dealMetric(presetFor('analyst', 'CNY'))).toBe(null)
  const own = { ...presetFor('hunter', 'CNY').find(({ key }) => key === 'newRevenue')!, key: 'own-1' }
  expect(dealMetric([own])?.key).toBe('own-1')
  expect(dealMetric([{ ...own, retiredAt: Temporal.Instant.from('2026-01-01T00:00Z') }])).toBe(null)
})
