// What a metric comes to over a period, and how present a member was in it.
import { describe, expect, test } from 'vitest'
import type { DayTotals } from '../../src/numbers/domain/activity.ts'
import { scoreOf, valueIn } from '../../src/numbers/domain/measure.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { presenceCounter } from '../../src/org/domain/presence.ts'

const date = Temporal.PlainDate.from
const planner = presetFor('campaign-planner', 'EUR')
const metrics = new Map(planner.map((metric) => [metric.key, metric]))
const plain = { late: false, implausible: false, correctedUp: false }
const totals = (values: Record<string, number>): DayTotals =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, ...plain }]))
const read = (key: string, values: Record<string, number>) =>
  valueIn(totals(values), metrics.get(key)!, metrics)

describe('a ratio', () => {
  test('of money by money is a percentage with its decimals', () => {
    expect(read('roi', { attributedRevenue: 150_000, campaignCost: 100_000 })).toBe(1500)
  })
  test('of money by a count is money', () => {
    expect(read('costPerLead', { campaignCost: 100_000, leads: 3 })).toBe(33_333)
  })
  test('has no value without something to divide by', () => {
    expect(read('costPerLead', { campaignCost: 100_000, leads: 0 })).toBeNull()
    expect(read('costPerLead', { campaignCost: 100_000 })).toBeNull()
    expect(read('costPerLead', { leads: 4 })).toBeNull()
    expect(read('costPerLead', { campaignCost: 0, leads: 4 })).toBe(0)
  })
})

describe('a score', () => {
  test('a reported 0 is a report, a missing value is not', () => {
    expect(scoreOf(totals({ leads: 0 }), metrics.get('leads')!, planner, metrics)).toMatchObject({
      value: 0,
      reported: true,
    })
    expect(scoreOf({}, metrics.get('leads')!, planner, metrics)).toMatchObject({ value: 0, reported: false })
  })
  test('carries a mark from any of its parts', () => {
    const marked = { ...totals({ leads: 4 }), campaignCost: { value: 5, ...plain, late: true } }
    expect(scoreOf(marked, metrics.get('costPerLead')!, planner, metrics).marked).toBe(true)
    expect(scoreOf(marked, metrics.get('leads')!, planner, metrics).marked).toBe(false)
  })
  test('in points counts only what has a weight', () => {
    expect(scoreOf(totals({ participants: 900 }), null, planner, metrics)).toMatchObject({
      value: 0,
      reported: false,
    })
    expect(scoreOf(totals({ leads: 3, campaignsRun: 1 }), null, planner, metrics)).toMatchObject({
      value: 26,
      reported: true,
    })
  })
})

test('presence: leave is taken off, joining and leaving shorten what was possible; each calendar for itself', () => {
  const base: MemberCalendar = {
    workDays: [1, 2, 3, 4, 5],
    alternateDay: null,
    holidayCountry: null,
    holidayRegion: null,
    extraDays: { '2026-03-04': 'off' },
    joinedOn: date('2026-01-01'),
    leftOn: null,
    leave: [],
    ownHolidays: [],
  }
  const presenceOf = presenceCounter(date('2026-03-02'), date('2026-03-08'))
  expect(presenceOf(base)).toEqual({ present: 4, possible: 4 })
  const leave = [{ from: date('2026-03-05'), to: date('2026-03-20'), part: 'morning' as const }]
  expect(presenceOf({ ...base, leave })).toEqual({ present: 3, possible: 4 })
  expect(presenceOf({ ...base, leave: [{ ...leave[0]!, part: 'whole' }] })).toEqual({
    present: 2,
    possible: 4,
  })
  expect(presenceOf({ ...base, joinedOn: date('2026-03-06') })).toEqual({ present: 1, possible: 1 })
  expect(presenceOf({ ...base, leftOn: date('2026-03-02') })).toEqual({ present: 1, possible: 1 })
  expect(
    presenceOf({ ...base, leave: [{ ...leave[0]!, to: date('2026-02-01'), from: date('2026-01-30') }] }),
  ).toEqual({
    present: 4,
    possible: 4,
  })
})
