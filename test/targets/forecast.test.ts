// The forecast at the end of a period, beside figures worked out by hand: which days it learns from, the rate, and what is left.
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/core/time.ts'
import type { DaySums } from '../../src/numbers/domain/day-sums.ts'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { dailyRate } from '../../src/targets/domain/daily-rate.ts'
import { workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { forecastOf } from '../../src/targets/domain/forecast.ts'
import { gamma } from '../../src/targets/domain/gamma.ts'
import { ownTarget } from '../../src/targets/domain/own-target.ts'
import { latestWorkDays, recentDays } from '../../src/targets/domain/recent-days.ts'
import { testSettings } from '../support/settings.ts'
import { CALLS, sampleTarget } from './samples.ts'

const date = Temporal.PlainDate.from
const WEEKDAYS: MemberCalendar = {
  ...{ workDays: [1, 2, 3, 4, 5], holidayCountry: null, holidayRegion: null, extraDays: {} },
  ...{ joinedOn: date('2025-01-01'), leftOn: null, leave: [], ownHolidays: [], alternateDay: null },
}
const open = (...fractions: number[]) =>
  fractions.map((fraction, index) => ({ date: date('2026-03-23').add({ days: index }), fraction }))
/** Days with these values, each a whole one. */
const days = (...values: number[]): DaySums => ({
  ...{ days: values.length, active: values.filter((value) => value > 0).length },
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
})

describe('the days that it learns from', () => {
  const learned = (calendar: Partial<MemberCalendar>, values: Record<string, number>, count = 4) =>
    recentDays(
      latestWorkDays({ ...WEEKDAYS, ...calendar }, date('2026-03-13'), count),
      new Map(Object.entries(values).map(([day, value]) => [dayNumber(date(day)), value])),
    )
  test('are the latest working days: the 10th to the 13th, and none before', () => {
    const values = { '2026-03-09': 50, '2026-03-10': 4, '2026-03-11': 0, '2026-03-12': 6, '2026-03-13': 2 }
    expect(learned({}, values)).toEqual({ days: 4, active: 3, sum: 12, squares: 56 })
  })
  test('go around a weekend and a day of leave', () => {
    const leave = [{ from: date('2026-03-12'), to: date('2026-03-12'), part: 'whole' as const }]
    const counted = latestWorkDays({ ...WEEKDAYS, leave }, date('2026-03-13'), 5)
    expect(counted.map(({ date: { day } }) => day)).toEqual([6, 9, 10, 11, 13])
  })
  test('count half a day as half: 3 calls in a morning are worth 6 a day', () => {
    const leave = [{ from: date('2026-03-13'), to: date('2026-03-13'), part: 'afternoon' as const }]
    const values = { '2026-03-10': 6, '2026-03-11': 6, '2026-03-12': 6, '2026-03-13': 3 }
    const sums = learned({ leave }, values)
    expect(sums).toEqual({ days: 3.5, active: 4, sum: 21, squares: 126 })
    // Nothing varies from 6 a day.
    expect(dailyRate(sums, [])).toMatchObject({ perDay: 6, spread: 0 })
  })
  test('count as nothing where nothing was entered, but not before the first number', () => {
    expect(learned({}, { '2026-03-11': 5, '2026-03-13': 5 })).toMatchObject({ days: 3, sum: 10 })
    expect(learned({}, {})).toMatchObject({ days: 0, sum: 0 })
  })
  test('begin with the first day of whoever has just joined', () => {
    expect(learned({ joinedOn: date('2026-03-12') }, { '2026-03-12': 5 })).toMatchObject({ days: 2, sum: 5 })
  })
})

describe('the rate', () => {
  test('of somebody alone is their own average', () => {
    expect(dailyRate(days(4, 6, 5, 5), [])).toMatchObject({ perDay: 5, teamPerDay: null, pull: 0 })
  })
  test('leans on colleagues who are alike for many days', () => {
    // Each day varies by 8 ÷ 3 around 4, and all three average alike: the most, 40 days. (16 + 40 × 4) ÷ 44.
    const alike = days(2, 6, 4, 4)
    expect(dailyRate(alike, [alike, alike])).toMatchObject({ perDay: 4, teamPerDay: 4, pull: 40 })
  })
  test('leans little on colleagues who are far apart', () => {
    // (40 + 2 × 30) ÷ (4 + 2).
    const rate = dailyRate(days(9, 11, 10, 10), [days(29, 31, 30, 30)])
    expect(rate).toMatchObject({ pull: 2, teamPerDay: 30 })
    expect(rate!.perDay).toBeCloseTo(100 / 6)
  })
  test('of a newcomer is the team’s', () => {
    expect(dailyRate(days(), [days(4, 6, 5, 5)])!.perDay).toBe(5)
  })
  test('is not told from two days', () => {
    expect(dailyRate(days(4, 6), [days(5)])).toBeNull()
  })
})

describe('the forecast', () => {
  const own = days(4, 6, 5, 5)
  test('adds the rate for each day to come, a half day for half', () => {
    // 30 + 5 × 2.5.
    expect(forecastOf({ actual: 30, own, colleagues: [], open: open(1, 1, 0.5) })).toMatchObject({
      ...{ days: 2.5, total: 42.5 },
    })
  })
  test('is what is in once no day is left', () => {
    expect(forecastOf({ actual: 30, own, colleagues: [], open: [] })).toMatchObject({
      ...{ total: 30, low: 30, high: 30 },
    })
  })
  test('is never below what is in, and stands within its interval', () => {
    for (const values of [
      [0, 0, 0, 9],
      [1, 0, 0, 0, 0, 0, 0, 0],
      [300_000, 0, 0, 0],
    ]) {
      const found = forecastOf({ actual: 7, own: days(...values), colleagues: [], open: open(1, 1, 1) })!
      expect(found.low).toBeGreaterThanOrEqual(7)
      expect(found.low).toBeLessThanOrEqual(found.total)
      expect(found.high).toBeGreaterThanOrEqual(found.total)
    }
  })
  test('of somebody who has brought in nothing so far is nothing, without a promise', () => {
    expect(forecastOf({ actual: 0, own: days(0, 0, 0, 0), colleagues: [], open: open(1, 1) })).toMatchObject({
      ...{ total: 0, low: 0 },
    })
  })
  test('is wider for whose days vary more, and for whom less is known of', () => {
    const width = (values: number[]) => {
      const { low, high } = forecastOf({
        ...{ actual: 0, own: days(...values), colleagues: [], open: open(1, 1, 1, 1, 1, 1, 1, 1) },
      })!
      return high - low
    }
    const even = [5, 4, 6, 5, 5, 4, 6, 5]
    expect(width([0, 15, 0, 5, 0, 10, 0, 10])).toBeGreaterThan(width(even))
    expect(width(even.slice(0, 4))).toBeGreaterThan(width(even))
  })
  test('is not made of too little', () => {
    expect(forecastOf({ actual: 5, own: days(5), colleagues: [], open: open(1) })).toBeNull()
  })
})

test('of whoever is away for weeks, missed days of before do not come again', () => {
  const leave = [{ from: date('2026-03-02'), to: date('2026-03-27'), part: 'whole' as const }]
  const calendar = { ...WEEKDAYS, leave }
  // Nothing was handed in on 20 working days of January.
  const worked = workDaysOf(calendar, { from: date('2026-02-02'), to: date('2026-02-27') })
  const { part } = sampleTarget({ kind: 'quarter', target: 300 })
  const { forecast } = ownTarget(
    { settings: testSettings(), calendar, zone: 'Europe/Berlin', today: date('2026-03-27') },
    { metric: CALLS, part },
    {
      ...{ memberId: 'm', role: [CALLS], metrics: new Map([[CALLS.key, CALLS]]), team: new Map() },
      days: worked.map((day) => ({
        date: day.date,
        totals: { calls: { value: 5, late: false, implausible: false, correctedUp: false } },
      })),
    },
    Temporal.Instant.from('2026-03-27T08:00:00Z'),
  )
  // The 30th and the 31st.
  expect(forecast).toMatchObject({ days: 2, total: 110 })
})

describe('a gamma distribution', () => {
  // From SciPy 1.16: gamma.ppf and gamma.cdf.
  test.each([
    { shape: 1000, tenth: 959.694, ninth: 1040.734 },
    { shape: 10_000, tenth: 9872.061, ninth: 10_128.367 },
  ])('of shape $shape has its tenth and its ninth tenth where they are', ({ shape, tenth, ninth }) => {
    expect(gamma.inv(0.1, shape, 1)).toBeCloseTo(tenth, 2)
    expect(gamma.inv(0.9, shape, 1)).toBeCloseTo(ninth, 2)
    expect(gamma.cdf(2 * tenth, shape, 2)).toBeCloseTo(0.1, 4)
    expect(gamma.cdf(2 * ninth, shape, 2)).toBeCloseTo(0.9, 4)
  })
  test('goes on without a step where its shape becomes large', () => {
    for (const share of [0.01, 0.1, 0.5, 0.9, 0.99])
      expect(gamma.inv(share, 1000, 1) - gamma.inv(share, 999.999, 1)).toBeCloseTo(0, 1)
  })
})
