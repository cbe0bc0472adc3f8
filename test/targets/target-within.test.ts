// What of monthly and quarterly targets falls into a day, a week or a month, worked out with a calendar and a pencil.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { comparedDays } from '../../src/targets/domain/compared-days.ts'
import { daySharesOf, workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { type SpreadTarget, stepsOf, targetWithin } from '../../src/targets/domain/target-within.ts'
import '../support/property-seed.ts'

const date = Temporal.PlainDate.from
const WEEKDAYS: MemberCalendar = {
  ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
  ...{ extraDays: {}, joinedOn: date('2025-01-01'), leftOn: null, leave: [], ownHolidays: [] },
}

function spread(
  kind: 'month' | 'quarter',
  on: string,
  value: number,
  weights: number[] | null = null,
): SpreadTarget {
  const period = targetPeriod(kind, date(on), 1)
  const shares = daySharesOf(workDaysOf(WEEKDAYS, period), period, weights)
  return { period, value, shares, steps: stepsOf(shares), since: period.from }
}
const within = (kind: string, from: string, to: string, held: SpreadTarget[]) =>
  targetWithin({ kind, from: date(from) }, held, workDaysOf(WEEKDAYS, { from: date(from), to: date(to) }))

describe('of 220 calls in March 2026, which has 22 weekdays', () => {
  const march = spread('month', '2026-03-01', 220)
  const quarter = spread('quarter', '2026-03-01', 640)

  test.each([
    { what: 'the month itself', kind: 'month', from: '2026-03-01', to: '2026-03-31', target: 220 },
    { what: 'a week of five days', kind: 'week', from: '2026-03-09', to: '2026-03-15', target: 50 },
    { what: 'a day', kind: 'day', from: '2026-03-10', to: '2026-03-10', target: 10 },
    { what: 'a Sunday', kind: 'day', from: '2026-03-08', to: '2026-03-08', target: 0 },
  ])('$what has $target', ({ kind, from, to, target }) => {
    expect(within(kind, from, to, [quarter, march])).toMatchObject({ target })
  })

  test('a week that only half lies in it has no target, unless the quarter’s covers the rest', () => {
    expect(within('week', '2026-02-23', '2026-03-01', [spread('month', '2026-02-01', 200)])).toMatchObject({
      target: 50,
    })
    expect(within('week', '2026-03-30', '2026-04-05', [march])).toBeNull()
    const april = spread('month', '2026-04-01', 440)
    // Two days of ten, and three of twenty.
    expect(within('week', '2026-03-30', '2026-04-05', [march, april])).toMatchObject({ target: 80 })
  })

  test('the quarter is what its months are together, if each has a target', () => {
    const [january, february] = [spread('month', '2026-01-01', 100), spread('month', '2026-02-01', 90)]
    const span = ['quarter', '2026-01-01', '2026-03-31'] as const
    expect(within(...span, [january, february, march])).toMatchObject({ target: 410 })
    expect(within(...span, [january, march])).toBeNull()
    expect(within(...span, [january, february, march, quarter])).toMatchObject({ target: 640 })
  })
})

test('of a quarter with months of 30, 30 and 40 percent February has 30', () => {
  const quarter = spread('quarter', '2026-01-01', 1000, [30, 30, 40])
  expect(within('month', '2026-02-01', '2026-02-28', [quarter])).toMatchObject({ target: 300 })
})

test('a month without a weight has nothing to do, and its days count alike', () => {
  const quarter = spread('quarter', '2026-01-01', 1000, [0, 50, 50])
  const january = within('month', '2026-01-01', '2026-01-31', [quarter])!
  expect(january.target).toBe(0)
  expect(january.shares).toHaveLength(22)
  expect(january.shares.at(-1)).toMatchObject({ through: 1 })
})

test('the weeks of a month sum to it, and the last share is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => {
      const march = spread('month', '2026-03-01', value)
      const weeks = ['02', '09', '16', '23', '30'].map((day) => {
        const from = date(`2026-03-${day}`)
        const days = workDaysOf(WEEKDAYS, { from, to: from.add({ days: 6 }) })
        const inMarch = days.filter((one) => one.date.month === 3)
        return targetWithin({ kind: 'week', from }, [march], inMarch)!
      })
      expect(weeks.reduce((sum, { target }) => sum + target, 0)).toBe(value)
      for (const { shares } of weeks) expect(shares.at(-1)!.through).toBe(1)
    }),
  )
})

describe('half a period stands beside as many working days of the one before', () => {
  const worksOn = (day: Temporal.PlainDate) => day.dayOfWeek < 6 && !day.equals(date('2026-02-02'))
  const month = { kind: 'month', from: date('2026-03-01'), to: date('2026-03-31') } as const
  const day = { kind: 'day', from: date('2026-03-09'), to: date('2026-03-09') } as const
  const week = { kind: 'week', from: date('2026-03-09'), to: date('2026-03-15') } as const

  test.each([
    // Ten weekdays of March; February's first weekday is off, so its tenth is the 16th.
    {
      what: 'ten days of March',
      period: month,
      through: '2026-03-13',
      from: '2026-02-01',
      to: '2026-02-16',
      days: 10,
    },
    {
      what: 'all of March',
      period: month,
      through: '2026-03-31',
      from: '2026-02-01',
      to: '2026-02-28',
      days: 19,
    },
    {
      what: 'more days than there were',
      period: month,
      through: '2026-03-30',
      from: '2026-02-01',
      to: '2026-02-28',
      days: 19,
    },
    { what: 'a Monday', period: day, through: '2026-03-09', from: '2026-03-06', to: '2026-03-06', days: 1 },
    {
      what: 'a week so far',
      period: week,
      through: '2026-03-10',
      from: '2026-03-02',
      to: '2026-03-03',
      days: 2,
    },
  ])('$what', ({ period, through, from, to, days }) => {
    const compared = comparedDays(period, date(through), worksOn, 1)!
    expect({ ...compared, from: `${compared.from}`, to: `${compared.to}` }).toEqual({ from, to, days })
  })

  test('nothing is compared with a period without a working day', () => {
    expect(comparedDays(month, date('2026-03-13'), (one) => one.month === 3, 1)).toBeNull()
  })
})
