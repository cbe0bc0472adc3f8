// Pace, gap and the number given back, beside figures that were worked out with a calendar and a pencil.
import { describe, expect, test } from 'vitest'
import type { Leave, MemberCalendar } from '../../src/org/domain/calendar.ts'
import { daySharesOf, workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { partInForce, presentShare } from '../../src/targets/domain/part-in-force.ts'
import { progressOf } from '../../src/targets/domain/progress.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from

const WEEKDAYS: MemberCalendar = {
  ...{
    workDays: [1, 2, 3, 4, 5],
    alternateDay: null,
    holidayCountry: null,
    holidayRegion: null,
    extraDays: {},
  },
  ...{ joinedOn: date('2025-01-01'), leftOn: null, leave: [], ownHolidays: [] },
}
const leave = (from: string, to: string, part: Leave['part'] = 'whole'): Leave => ({
  ...{ from: date(from), to: date(to), part },
})
const FRIDAY_AFTERNOONS = ['06', '13', '20', '27'].map((day) =>
  leave(`2026-03-${day}`, `2026-03-${day}`, 'afternoon'),
)

interface Case {
  what: string
  calendar?: Partial<MemberCalendar>
  /** A day of it. */
  month?: string
  /** Of the fiscal year that begins in this month. */
  yearStarts?: number
  target: number
  actual: number
  /** The last day whose numbers are due. */
  through: string | null
  /** From when on something can still be done. */
  from: string
  expected: number
  pace: number | 'not-yet' | 'zero-target' | 'no-days'
  gap: number
  /** Working days left, and how much a day. */
  left: number
  perDay: number | null
  lowerIsBetter?: true
}

const MARCH: Pick<Case, 'target' | 'actual' | 'through' | 'from'> = {
  ...{ target: 220, actual: 110, through: '2026-03-13', from: '2026-03-16' },
}

/** March 2026 begins on a Sunday and has 22 weekdays: 2–6, 9–13, 16–20, 23–27, 30 and 31. */
const CASES: readonly Case[] = [
  // 10 of 22 days are due: 220 × 10 ÷ 22 = 100. 110 are left for the other 12 days.
  { what: 'a plain month', ...MARCH, expected: 100, pace: 1.1, gap: 10, left: 12, perDay: 110 / 12 },
  // Mondays to Wednesdays: 14 days in March, six of them by the 11th.
  {
    ...{ what: 'part-time, three days a week', calendar: { workDays: [1, 2, 3] }, target: 140, actual: 30 },
    ...{
      through: '2026-03-11',
      from: '2026-03-12',
      expected: 60,
      pace: 0.5,
      gap: -30,
      left: 8,
      perDay: 13.75,
    },
  },
  // Four half Fridays: 20 days; the first week has 4½.
  {
    ...{ what: 'part-time, Friday afternoons off', calendar: { leave: FRIDAY_AFTERNOONS }, target: 200 },
    ...{ actual: 45, through: '2026-03-06', from: '2026-03-09', expected: 45, pace: 1, gap: 0 },
    ...{ left: 15.5, perDay: 10 },
  },
  // 17 days are left of 22: leave moves the work to the others, 170 × 10 ÷ 17 = 100.
  {
    ...{ what: 'a week of leave', calendar: { leave: [leave('2026-03-16', '2026-03-20')] }, target: 170 },
    ...{ actual: 100, through: '2026-03-13', from: '2026-03-16', expected: 100, pace: 1, gap: 0 },
    ...{ left: 7, perDay: 10 },
  },
  // Spring Festival is off from the 15th to the 23rd, Saturdays 14 and 28 are worked: 16 days, 11 by the 14th.
  {
    ...{
      what: '调休: a worked Saturday before the holiday',
      calendar: { holidayCountry: 'CN' },
      month: '2026-02-01',
    },
    ...{ target: 160, actual: 88, through: '2026-02-14', from: '2026-02-15', expected: 110, pace: 0.8 },
    ...{ gap: -22, left: 5, perDay: 14.4 },
  },
  // The clocks go forward on Sunday 29th: a day of 23 hours is a whole working day.
  {
    ...{ what: 'the day the clocks change', calendar: { workDays: [1, 2, 3, 4, 5, 6, 7] }, target: 310 },
    ...{ actual: 290, through: '2026-03-29', from: '2026-03-30', expected: 290, pace: 1, gap: 0 },
    ...{ left: 2, perDay: 10 },
  },
  // From the 16th on: 12 days.
  {
    ...{ what: 'somebody who joined in the middle', calendar: { joinedOn: date('2026-03-16') }, target: 120 },
    ...{ actual: 40, through: '2026-03-20', from: '2026-03-23', expected: 50, pace: 0.8, gap: -10 },
    ...{ left: 7, perDay: 80 / 7 },
  },
  // Until the 13th: 10 days.
  {
    ...{ what: 'somebody who leaves in the middle', calendar: { leftOn: date('2026-03-13') }, target: 100 },
    ...{ actual: 60, through: '2026-03-06', from: '2026-03-09', expected: 50, pace: 1.2, gap: 10 },
    ...{ left: 5, perDay: 8 },
  },
  // 100 may be used by now and 90 are: 10 to spare, and pace 2 − 90 ÷ 100.
  {
    ...{ what: 'lower is better', ...MARCH, actual: 90, lowerIsBetter: true, expected: 100, pace: 1.1 },
    ...{ gap: 10, left: 12, perDay: 130 / 12 },
  },
  {
    ...{ what: 'a target of zero', ...MARCH, target: 0, actual: 5, expected: 0, pace: 'zero-target', gap: 0 },
    ...{ left: 12, perDay: 0 },
  },
  {
    ...{
      what: 'a target of zero, lower is better, kept',
      ...MARCH,
      target: 0,
      actual: 0,
      lowerIsBetter: true,
    },
    ...{ expected: 0, pace: 1, gap: 0, left: 12, perDay: 0 },
  },
  {
    ...{
      what: 'a target of zero, lower is better, missed',
      ...MARCH,
      target: 0,
      actual: 1,
      lowerIsBetter: true,
    },
    ...{ expected: 0, pace: 0, gap: -1, left: 12, perDay: 0 },
  },
  {
    ...{ what: 'the first day, before its close', target: 220, actual: 4, through: null, from: '2026-03-02' },
    ...{ expected: 0, pace: 'not-yet', gap: 0, left: 22, perDay: 216 / 22 },
  },
  {
    ...{
      what: 'the last day, all numbers in',
      target: 220,
      actual: 200,
      through: '2026-03-31',
      from: '2026-04-01',
    },
    ...{ expected: 220, pace: 200 / 220, gap: -20, left: 0, perDay: null },
  },
  // 1–4, 7–11, 14–18, 21–25, 28 and 29: 21 days, 20 by the 28th.
  {
    ...{ what: 'a leap year', month: '2028-02-01', target: 210, actual: 200, through: '2028-02-28' },
    ...{ from: '2028-02-29', expected: 200, pace: 1, gap: 0, left: 1, perDay: 10 },
  },
  // April 2026 to March 2027 has 52 weeks and a Wednesday, 261 weekdays; ten of them by the 14th.
  {
    ...{ what: 'a fiscal year from April', month: '2026-04-15', yearStarts: 4, target: 2610, actual: 90 },
    ...{ through: '2026-04-14', from: '2026-04-15', expected: 100, pace: 0.9, gap: -10 },
    ...{ left: 251, perDay: 2520 / 251 },
  },
  // 1–5, 8–12, 15–19, 22–26 and 29–31: 23 days, five in the first week.
  {
    ...{
      what: 'a Sunday to Thursday week',
      calendar: { workDays: [7, 1, 2, 3, 4] },
      target: 230,
      actual: 50,
    },
    ...{ through: '2026-03-07', from: '2026-03-08', expected: 50, pace: 1, gap: 0, left: 18, perDay: 10 },
  },
  {
    ...{ what: 'a whole month of leave', calendar: { leave: [leave('2026-03-01', '2026-03-31')] }, ...MARCH },
    ...{ actual: 0, expected: 0, pace: 'no-days', gap: 0, left: 0, perDay: null },
  },
]

describe('on the member’s own calendar', () => {
  test.each(CASES)('$what', (of) => {
    const calendar = { ...WEEKDAYS, ...of.calendar }
    const kind = of.yearStarts ? 'year' : 'month'
    const month = targetPeriod(kind, date(of.month ?? '2026-03-01'), of.yearStarts ?? 1)
    const progress = progressOf({
      metric: { kind: 'additive', higherIsBetter: !of.lowerIsBetter },
      ...{ target: of.target, actual: of.actual, below: null },
      shares: daySharesOf(workDaysOf(calendar, month), month, null),
      through: of.through === null ? null : date(of.through),
      restFrom: date(of.from),
    })
    expect(progress.expected).toBeCloseTo(of.expected, 9)
    if (typeof of.pace === 'number') {
      expect(progress.pace).toMatchObject({ known: true })
      expect(progress.pace.known && progress.pace.value).toBeCloseTo(of.pace, 9)
    } else expect(progress.pace).toEqual({ known: false, reason: of.pace })
    expect(progress.gap).toBeCloseTo(of.gap, 9)
    expect(progress.rest!.days).toBe(of.left)
    if (of.perDay === null) expect(progress.rest!.perDay).toBeNull()
    else expect(progress.rest!.perDay).toBeCloseTo(of.perDay, 9)
  })
})

describe('a ratio', () => {
  const rate = (actual: number | null, below: number, higherIsBetter = true) =>
    progressOf({
      metric: { kind: 'ratio', higherIsBetter },
      ...{ target: 400, actual, below, shares: [], through: null, restFrom: date('2026-03-16') },
    })
  test('of three proposals is no rate yet', () => {
    expect(rate(667, 3).pace).toEqual({ known: false, reason: 'too-few' })
  })
  test('of ten proposals stands against its target on any day, and nothing is given back', () => {
    expect(rate(300, 10).pace).toEqual({ known: true, value: 0.75 })
    expect(rate(300, 10).gap).toBe(-100)
    expect(rate(300, 10).rest).toBeNull()
  })
  test('for which less is better', () => {
    expect(rate(300, 10, false).pace).toEqual({ known: true, value: 1.25 })
  })
})

describe('a part of the month', () => {
  const march = targetPeriod('month', date('2026-03-01'), 1)
  const share = (more: Partial<MemberCalendar>, rampFrom: string | null = null) =>
    presentShare({ ...WEEKDAYS, ...more }, march, rampFrom ? date(rampFrom) : null)
  test('is the joiner’s from the first day on, and the leaver’s until the last', () => {
    expect(share({ joinedOn: date('2026-03-16') })).toBeCloseTo(12 / 22)
    expect(share({ leftOn: date('2026-03-13') })).toBeCloseTo(10 / 22)
  })
  test('goes over at the day of a transfer, and nothing of it is lost', () => {
    const left = share({ leftOn: date('2026-03-13') })
    expect(left + share({ joinedOn: date('2026-03-14') })).toBeCloseTo(1)
  })
  test('is not less for leave', () => {
    expect(share({ leave: [leave('2026-03-16', '2026-03-20')] })).toBe(1)
  })
  test('grows with a newcomer: 30, 60 and 100 percent in the first three months', () => {
    expect(share({}, '2026-03-01')).toBeCloseTo(0.3)
    expect(share({}, '2026-02-01')).toBeCloseTo(0.6)
    expect(share({}, '2026-01-01')).toBeCloseTo(1)
    // Joined on the 16th of February: 10 days at 30, 12 at 60 percent.
    expect(share({}, '2026-02-16')).toBeCloseTo((10 * 0.3 + 12 * 0.6) / 22)
  })
  test('that was set for the whole month ends on a last day that was not known then', () => {
    const part = { value: 220, until: date('2026-03-31') }
    expect(partInForce(part, { ...WEEKDAYS, leftOn: date('2026-03-13') }, march)).toBe(100)
    expect(partInForce(part, WEEKDAYS, march)).toBe(220)
    const known = { value: 100, until: date('2026-03-13') }
    expect(partInForce(known, { ...WEEKDAYS, leftOn: date('2026-03-13') }, march)).toBe(100)
  })
})

describe('the quarter', () => {
  const quarter = (day: string, yearStarts: number) => {
    const { from, to } = targetPeriod('quarter', date(day), yearStarts)
    return `${from} ${to}`
  }
  test('follows the fiscal year', () => {
    expect(quarter('2026-05-10', 1)).toBe('2026-04-01 2026-06-30')
    expect(quarter('2026-05-10', 4)).toBe('2026-04-01 2026-06-30')
    expect(quarter('2026-03-31', 4)).toBe('2026-01-01 2026-03-31')
    expect(quarter('2026-01-10', 2)).toBe('2025-11-01 2026-01-31')
  })
  test('gives each month the weight that was set, and the days of a month share it', () => {
    const q1 = targetPeriod('quarter', date('2026-01-01'), 1)
    const shares = daySharesOf(workDaysOf(WEEKDAYS, q1), q1, [30, 30, 40])
    const through = (day: string) => shares.findLast((one) => one.date.equals(date(day)))!.through
    expect(through('2026-01-30')).toBeCloseTo(0.3)
    expect(through('2026-02-27')).toBeCloseTo(0.6)
    expect(through('2026-03-13')).toBeCloseTo(0.6 + (0.4 * 10) / 22)
    expect(through('2026-03-31')).toBe(1)
  })
})
