// Which days a member works: joining and leaving, the team's extra days, the public calendar, the week, leave, in this order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayStatus,
  type MemberCalendar,
  nextTeamWorkingDay,
  nextWorkingDay,
  previousTeamWorkingDay,
  previousWorkingDay,
  teamWorksOn,
  workingFraction,
  workingFractionsBetween,
} from '../../src/org/domain/calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const leave = (from: string, to: string, part: 'whole' | 'morning' | 'afternoon' = 'whole') => ({
  from: day(from),
  to: day(to),
  part,
})
const CHINA: MemberCalendar = {
  workDays: [1, 2, 3, 4, 5],
  alternateDay: null,
  holidayCountry: 'CN',
  holidayRegion: null,
  extraDays: {},
  joinedOn: day('2026-01-05'),
  leftOn: null,
  leave: [],
  ownHolidays: [],
}
const NONE = { holidayCountry: null, holidayRegion: null }
const GERMAN = { holidayCountry: 'DE', holidayRegion: null }
/** Saturday 5 December 2026 is worked. */
const EVERY_OTHER = { alternateDay: day('2026-12-05') }

/** Monday to Saturday with German holidays until Sunday 3 May 2026, then Tuesday to Saturday without. */
const CHANGED: Partial<MemberCalendar> = {
  ...{ workDays: [2, 3, 4, 5, 6], holidayCountry: null },
  weeks: [
    { from: day('2026-05-04'), workDays: [2, 3, 4, 5, 6], alternateDay: null, ...NONE },
    { from: day('2026-02-02'), workDays: [1, 2, 3, 4, 5, 6], alternateDay: null, ...GERMAN },
  ],
}

describe('dayVerdict', () => {
  test.each<[string, string, Partial<MemberCalendar>, number, string]>([
    ['a Tuesday', '2026-03-03', {}, 1, 'working'],
    ['a Saturday', '2026-03-07', {}, 0, 'rest-day'],
    ['a holiday', '2026-10-01', {}, 0, 'holiday'],
    ['a Saturday of a long week', '2026-12-19', EVERY_OTHER, 1, 'working'],
    ['a Saturday of a short week', '2026-12-12', EVERY_OTHER, 0, 'rest-day'],
    ['a Saturday of a long week before the one that was named', '2026-11-21', EVERY_OTHER, 1, 'working'],
    ['a Sunday beside it', '2026-12-20', EVERY_OTHER, 0, 'rest-day'],
    ['a Saturday of a long week over the year', '2027-01-02', EVERY_OTHER, 1, 'working'],
    ['a holiday in a long week', '2026-10-10', { ...EVERY_OTHER, holidayCountry: 'TW' }, 0, 'holiday'],
    ['an adjusted Saturday of a short week', '2026-02-14', EVERY_OTHER, 1, 'working'],
    [
      'a Saturday of a long week that the team has off',
      '2026-12-19',
      { ...EVERY_OTHER, extraDays: { '2026-12-19': 'off' } },
      0,
      'extra-day-off',
    ],
    ['a Monday before the week was changed', '2026-04-27', CHANGED, 1, 'working'],
    ['the first Monday after it', '2026-05-04', CHANGED, 0, 'rest-day'],
    ['a holiday before the country was taken away', '2026-05-01', CHANGED, 0, 'holiday'],
    ['a holiday after it', '2026-05-14', CHANGED, 1, 'working'],
    ['a day before the first version', '2026-01-12', CHANGED, 1, 'working'],
    ['an adjusted Saturday', '2026-10-10', {}, 1, 'working'],
    ['an adjusted Saturday without the country', '2026-10-10', { holidayCountry: null }, 0, 'rest-day'],
    ['leave', '2026-03-03', { leave: [leave('2026-03-02', '2026-03-03')] }, 0, 'leave'],
    ['the day after leave', '2026-03-04', { leave: [leave('2026-03-02', '2026-03-03')] }, 1, 'working'],
    [
      'a free morning',
      '2026-03-03',
      { leave: [leave('2026-03-03', '2026-03-03', 'morning')] },
      0.5,
      'working',
    ],
    [
      'morning and afternoon free',
      '2026-03-03',
      {
        leave: [leave('2026-03-03', '2026-03-03', 'morning'), leave('2026-03-01', '2026-03-09', 'afternoon')],
      },
      0,
      'leave',
    ],
    [
      'the same morning twice',
      '2026-03-03',
      { leave: [leave('2026-03-03', '2026-03-03', 'morning'), leave('2026-03-03', '2026-03-04', 'morning')] },
      0.5,
      'working',
    ],
    [
      'leave on an adjusted Saturday',
      '2026-10-10',
      { leave: [leave('2026-10-10', '2026-10-10')] },
      0,
      'leave',
    ],
    ['leave over a rest day', '2026-03-07', { leave: [leave('2026-03-02', '2026-03-09')] }, 0, 'rest-day'],
    ['an extra day on over a holiday', '2026-10-01', { extraDays: { '2026-10-01': 'on' } }, 1, 'working'],
    [
      'a day by decree, set by the manager',
      '2026-11-04',
      { holidayCountry: 'ZA', extraDays: { '2026-11-04': 'off' } },
      0,
      'extra-day-off',
    ],
    ['an extra day on over a rest day', '2026-03-07', { extraDays: { '2026-03-07': 'on' } }, 1, 'working'],
    [
      'an extra day off over an adjusted Saturday',
      '2026-10-10',
      { extraDays: { '2026-10-10': 'off' } },
      0,
      'extra-day-off',
    ],
    [
      'leave on an extra day on',
      '2026-03-07',
      { extraDays: { '2026-03-07': 'on' }, leave: [leave('2026-03-07', '2026-03-07')] },
      0,
      'leave',
    ],
    ['the day before joining', '2026-01-04', { extraDays: { '2026-01-04': 'on' } }, 0, 'not-joined'],
    ['the day of joining', '2026-01-05', {}, 1, 'working'],
    ['the last day', '2026-03-03', { leftOn: day('2026-03-03') }, 1, 'working'],
    [
      'the day after',
      '2026-03-04',
      { leftOn: day('2026-03-03'), extraDays: { '2026-03-04': 'on' } },
      0,
      'left',
    ],
    ['a part-time week', '2026-03-03', { workDays: [1, 3] }, 0, 'rest-day'],
    ['a day of the law in a year that is not published', '2100-10-01', {}, 0, 'holiday'],
    ['another day of that year', '2100-10-04', {}, 1, 'working'],
  ])('%s', (_, date, changes, fraction, reason) => {
    expect(dayStatus({ ...CHINA, ...changes }, day(date))).toEqual({ fraction, reason })
  })
})

test('the team’s working days do not depend on members’ leave', () => {
  expect(teamWorksOn(CHINA, day('2026-10-10'))).toBe(true)
  expect(teamWorksOn(CHINA, day('2026-10-05'))).toBe(false)
})

describe('the days around', () => {
  const away = { ...CHINA, leave: [leave('2026-02-24', '2026-02-25')] }

  test('skip holidays, weekends and leave, and find the adjusted Saturday', () => {
    expect(previousWorkingDay(CHINA, day('2026-02-24'))?.toString()).toBe('2026-02-14')
    expect(nextWorkingDay(CHINA, day('2026-02-14'))?.toString()).toBe('2026-02-24')
    expect(nextWorkingDay(away, day('2026-02-14'))?.toString()).toBe('2026-02-26')
    expect(nextTeamWorkingDay(away, day('2026-02-14'))?.toString()).toBe('2026-02-24')
    expect(previousTeamWorkingDay(away, day('2026-02-26'))?.toString()).toBe('2026-02-25')
  })

  test('end at joining, leaving and the limit', () => {
    expect(previousWorkingDay(CHINA, CHINA.joinedOn)).toBeNull()
    expect(nextWorkingDay({ ...CHINA, leftOn: day('2026-03-03') }, day('2026-03-03'))).toBeNull()
    expect(nextWorkingDay(CHINA, day('2026-03-06'), 2)).toBeNull()
    expect(nextWorkingDay(CHINA, day('2026-03-06'), 3)?.toString()).toBe('2026-03-09')
    expect(nextTeamWorkingDay({ ...CHINA, workDays: [], holidayCountry: null }, day('2026-03-06'))).toBeNull()
  })
})

const anyDate = fc.integer({ min: 0, max: 700 }).map((days) => day('2025-06-01').add({ days }))
const anyLeave = fc
  .tuple(anyDate, fc.nat(9), fc.constantFrom('whole' as const, 'morning' as const, 'afternoon' as const))
  .map(([from, days, part]) => ({ from, to: from.add({ days }), part }))
const anyCalendar: fc.Arbitrary<MemberCalendar> = fc.record({
  workDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  alternateDay: fc.option(anyDate),
  holidayCountry: fc.constantFrom(null, 'CN', 'TW', 'US'),
  holidayRegion: fc.constant(null),
  extraDays: fc.dictionary(anyDate.map(String), fc.constantFrom('on' as const, 'off' as const)),
  joinedOn: anyDate,
  leftOn: fc.option(anyDate),
  leave: fc.array(anyLeave, { maxLength: 4 }),
  ownHolidays: fc.array(
    fc.record({
      from: anyDate,
      place: fc.constantFrom(null, { country: 'DE', region: 'BY' }, { country: null, region: null }),
    }),
    { maxLength: 2 },
  ),
})

describe('for any calendar', () => {
  test('the next working day is worked, later, and none lies between; the same backwards', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, date) => {
        const next = nextWorkingDay(calendar, date)
        const end = next?.subtract({ days: 1 }) ?? date.add({ days: 60 })
        expect(workingFractionsBetween(calendar, date.add({ days: 1 }), end)).toBe(0)
        if (next) {
          expect(workingFraction(calendar, next)).toBeGreaterThan(0)
          const back = previousWorkingDay(calendar, next)
          if (workingFraction(calendar, date) > 0) expect(back?.equals(date)).toBe(true)
        }
      }),
    )
  })

  test('fractions add up over adjoining spans, and leave never adds to them', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.nat(40), fc.nat(40), (calendar, from, first, second) => {
        const middle = from.add({ days: first })
        const to = middle.add({ days: second })
        const whole = workingFractionsBetween(calendar, from, to)
        const parts =
          workingFractionsBetween(calendar, from, middle) +
          workingFractionsBetween(calendar, middle.add({ days: 1 }), to)
        expect(parts).toBe(whole)
        expect(whole).toBeLessThanOrEqual(workingFractionsBetween({ ...calendar, leave: [] }, from, to))
      }),
    )
  })

  test('outside the time in the team nothing is worked', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, date) => {
        const { reason, fraction } = dayStatus(calendar, date)
        const before = Temporal.PlainDate.compare(date, calendar.joinedOn) < 0
        const after = calendar.leftOn !== null && Temporal.PlainDate.compare(date, calendar.leftOn) > 0
        expect(reason === 'not-joined' || reason === 'left').toBe(before || after)
        if (before || after) expect(fraction).toBe(0)
      }),
    )
  })
})
