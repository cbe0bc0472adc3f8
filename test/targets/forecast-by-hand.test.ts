// The forecast and the number given back, beside figures that were worked out with a calendar and a pencil.
import { describe, expect, test } from 'vitest'
import type { DatedTotals } from '../../src/numbers/domain/day-values.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import type { Leave, MemberCalendar } from '../../src/org/domain/calendar.ts'
import { workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { type Known, ownTarget } from '../../src/targets/domain/own-target.ts'
import { type TargetPeriodKind, targetPeriod } from '../../src/targets/domain/target-period.ts'
import { testSettings } from '../support/settings.ts'
import { CALLS, COST, REVENUE, sampleTarget, WEEKDAYS, WIN_RATE } from './samples.ts'

const date = Temporal.PlainDate.from
const leave = (from: string, to: string, part: Leave['part'] = 'whole'): Leave => ({
  ...{ from: date(from), to: date(to), part },
})
const FRIDAY_AFTERNOONS = ['06', '13', '20', '27'].map((day) =>
  leave(`2026-03-${day}`, `2026-03-${day}`, 'afternoon'),
)

interface Case {
  what: string
  /** Seen at eight in the morning, before the close. */
  today: string
  target: number
  /** Brought in on each working day so far, half of it on a half day. */
  daily: number
  /** Today's numbers are in, too. */
  todayIsIn?: true
  calendar?: Partial<MemberCalendar>
  kind?: TargetPeriodKind
  yearStarts?: number
  metric?: Metric
  zone?: string
  /** Working days to come, and where it ends. */
  open: number
  total: number
  /** What is left of the target, a day. */
  perDay: number | null
}

/** March 2026 begins on a Sunday and has 22 weekdays, ten of them before Monday the 16th. */
const CASES: readonly Case[] = [
  // 100 and 12 × 10; 120 are left.
  { what: 'a plain month', today: '2026-03-16', target: 220, daily: 10, open: 12, total: 220, perDay: 10 },
  // Six of 14 Mondays to Wednesdays brought 30: 8 × 5 are to come, 110 are left.
  {
    ...{ what: 'part-time, three days a week', today: '2026-03-12', target: 140, daily: 5 },
    ...{ calendar: { workDays: [1, 2, 3] }, open: 8, total: 70, perDay: 13.75 },
  },
  // 4½ days brought 45; 15½ are to come.
  {
    ...{ what: 'part-time, Friday afternoons off', today: '2026-03-09', target: 200, daily: 10 },
    ...{ calendar: { leave: FRIDAY_AFTERNOONS }, open: 15.5, total: 200, perDay: 10 },
  },
  // The 16th to the 20th bring nothing: 7 × 10.
  {
    ...{ what: 'a week of leave', today: '2026-03-16', target: 170, daily: 10 },
    ...{ calendar: { leave: [leave('2026-03-16', '2026-03-20')] }, open: 7, total: 170, perDay: 10 },
  },
  // Eleven days with Saturday the 14th; off until the 23rd, and Saturday the 28th is worked: 24–28.
  {
    ...{ what: '调休: a worked Saturday on both sides of the holiday', today: '2026-02-15', target: 160 },
    ...{
      calendar: { holidayCountry: 'CN' },
      zone: 'Asia/Shanghai',
      daily: 8,
      open: 5,
      total: 128,
      perDay: 14.4,
    },
  },
  // The day of 23 hours is a whole one: 28 days brought 280, the 29th to the 31st bring 30.
  {
    ...{ what: 'the day the clocks change', today: '2026-03-29', target: 310, daily: 10 },
    ...{ calendar: { workDays: [1, 2, 3, 4, 5, 6, 7] }, open: 3, total: 310, perDay: 10 },
  },
  // The 16th to the 20th brought 40, seven days are to come; 80 are left.
  {
    ...{ what: 'somebody who joined in the middle', today: '2026-03-23', target: 120, daily: 8 },
    ...{ calendar: { joinedOn: date('2026-03-16') }, open: 7, total: 96, perDay: 80 / 7 },
  },
  // The 9th to the 13th are the last five.
  {
    ...{ what: 'somebody who leaves in the middle', today: '2026-03-09', target: 100, daily: 12 },
    ...{ calendar: { leftOn: date('2026-03-13') }, open: 5, total: 120, perDay: 8 },
  },
  // 90 are used, and 9 a day go on; 130 may still be used.
  {
    ...{ what: 'lower is better', today: '2026-03-16', target: 220, daily: 9, metric: COST },
    ...{ open: 12, total: 198, perDay: 130 / 12 },
  },
  { what: 'a target of zero', today: '2026-03-16', target: 0, daily: 2, open: 12, total: 44, perDay: 0 },
  {
    ...{ what: 'the last day, before its close', today: '2026-03-31', target: 220, daily: 10 },
    ...{ open: 1, total: 220, perDay: 10 },
  },
  {
    ...{ what: 'the last day, its numbers in', today: '2026-03-31', target: 230, daily: 10, todayIsIn: true },
    ...{ open: 0, total: 220, perDay: null },
  },
  // 21 weekdays; the 29th is the last.
  {
    ...{ what: 'a leap year', today: '2028-02-29', target: 210, daily: 10, open: 1, total: 210, perDay: 10 },
  },
  // April 2026 to March 2027: 52 weeks and a Wednesday are 261 weekdays; ten of them brought 100.
  {
    ...{ what: 'a fiscal year from April', today: '2026-04-15', target: 2610, daily: 10, kind: 'year' },
    ...{ yearStarts: 4, open: 251, total: 2610, perDay: 10 },
  },
  // 23 days, the first five brought 50.
  {
    ...{ what: 'a Sunday to Thursday week', today: '2026-03-08', target: 230, daily: 10 },
    ...{ calendar: { workDays: [7, 1, 2, 3, 4] }, zone: 'Asia/Dubai', open: 18, total: 230, perDay: 10 },
  },
]

function seen(of: Omit<Case, 'what' | 'open' | 'total' | 'perDay'>, known: Partial<Known> = {}) {
  const { metric = CALLS, zone = 'Europe/Berlin', target } = of
  const today = date(of.today)
  const calendar = { ...WEEKDAYS, ...of.calendar }
  const period = targetPeriod(of.kind ?? 'month', today, of.yearStarts ?? 1)
  const last = of.todayIsIn ? today : today.subtract({ days: 1 })
  const worked = of.daily === 0 ? [] : workDaysOf(calendar, { from: period.from, to: last })
  const days = worked.map(({ date: day, fraction }): DatedTotals => {
    const value = of.daily * fraction
    return {
      date: day,
      totals: { [metric.key]: { value, late: false, implausible: false, correctedUp: false } },
    }
  })
  const { part } = sampleTarget({ metric })
  return ownTarget(
    { settings: testSettings({ zone }), calendar, zone, today },
    {
      metric,
      part: {
        ...{ ...part, metricKey: metric.key, period, since: period.from, value: target },
        until: calendar.leftOn ?? period.to,
      },
    },
    {
      memberId: 'm',
      role: [metric],
      metrics: new Map([[metric.key, metric]]),
      team: new Map(),
      days,
      ...known,
    },
    today.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).toInstant(),
  )
}

describe('where the period ends, and what is left a day', () => {
  test.each(CASES)('$what', ({ open, total, perDay, ...of }) => {
    const { forecast, progress } = seen(of)
    expect(forecast!.days).toBe(open)
    expect(forecast!.total).toBeCloseTo(total, 9)
    expect(progress.rest!.days).toBe(open)
    if (perDay === null) expect(progress.rest!.perDay).toBeNull()
    else expect(progress.rest!.perDay).toBeCloseTo(perDay, 9)
  })

  test('the first day: nothing is foretold yet, 220 are left for 22 days', () => {
    const { forecast, progress } = seen({ today: '2026-03-02', target: 220, daily: 0 })
    expect([forecast, progress.rest]).toEqual([null, { amount: 220, days: 22, perDay: 10 }])
  })

  test('the first day beside two colleagues who make 7 a day: 22 × 7', () => {
    const recent = { days: 20, active: 20, sum: 140, squares: 980 }
    const colleague = { calls: { sum: 140, recent } }
    const team = new Map([
      ['b', colleague],
      ['c', colleague],
    ])
    const { forecast } = seen({ today: '2026-03-02', target: 220, daily: 0 }, { team })
    expect(forecast).toMatchObject({ days: 22, total: 154 })
  })

  test('a ratio of too little: no pace, nothing foretold, nothing given back', () => {
    const { forecast, progress } = seen({ today: '2026-03-16', target: 300, daily: 1, metric: WIN_RATE })
    expect(progress.pace).toEqual({ known: false, reason: 'too-few' })
    expect([forecast, progress.rest]).toEqual([null, null])
  })
})

/** The member's calls have brought €50 each; no colleagues. */
const OWN_YIELD = {
  calls: { sum: 100, recent: { days: 0, active: 0, sum: 0, squares: 0 } },
  newRevenue: { sum: 500_000, recent: { days: 0, active: 0, sum: 0, squares: 0 } },
}

describe('a result is given back as calls a day', () => {
  const callsFor = (of: Partial<Case>) => {
    const wish = { today: '2026-03-16', target: 2_200_000, daily: 100_000, metric: REVENUE, ...of }
    const metrics = new Map([CALLS, REVENUE].map((metric) => [metric.key, metric]))
    return (
      seen(wish, { role: [CALLS, REVENUE], metrics, team: new Map([['m', OWN_YIELD]]) }).work?.perDay ?? null
    )
  }
  test.each([
    // €12,000 for 12 days, €1,000 a day.
    { what: 'a plain month', calls: 20 },
    // Six days brought €6,000; €16,000 for 8 days are €2,000 a day.
    { what: 'part-time', today: '2026-03-12', calendar: { workDays: [1, 2, 3] }, calls: 40 },
    // €12,000 for the 7 days behind the leave: €1,714.29 are 34.3 calls.
    { what: 'leave', calendar: { leave: [leave('2026-03-16', '2026-03-20')] }, calls: 35 },
    // €1,010 for one day are 20.2 calls.
    { what: 'the last day', today: '2026-03-31', target: 2_201_000, calls: 21 },
    {
      what: 'the last day, its numbers in',
      today: '2026-03-31',
      target: 3_000_000,
      todayIsIn: true as const,
      calls: null,
    },
    { what: 'reached already', target: 900_000, calls: null },
  ])('$what: $calls', ({ calls, ...of }) => {
    expect(callsFor(of)).toBe(calls)
  })
})
