// What is overdue, counted in the working days of the owner: weekends, holidays and leave do not count.
import { describe, expect, test } from 'vitest'
import { whenDue } from '../../src/actions/domain/listed-action.ts'
import { isForToday, workingDaysOverdue } from '../../src/actions/domain/overdue.ts'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(`2026-03-${text}`)
/** Works Monday to Friday; 2 March is a Monday. */
const calendar = (leave: [string, string][] = [], off: string[] = []): MemberCalendar => ({
  ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
  ...{ extraDays: Object.fromEntries(off.map((date) => [`2026-03-${date}`, 'off'])), ownHolidays: [] },
  ...{ joinedOn: Temporal.PlainDate.from('2026-01-01'), leftOn: null },
  leave: leave.map(([from, to]) => ({ from: day(from), to: day(to), part: 'whole' })),
})

describe('working days overdue', () => {
  test.each([
    ['due tomorrow', '03', '02', calendar(), 0],
    ['due today', '02', '02', calendar(), 0],
    ['due yesterday', '02', '03', calendar(), 1],
    ['due on Friday, on Sunday', '06', '08', calendar(), 0],
    ['due on Friday, on Monday', '06', '09', calendar(), 1],
    ['due on Saturday, on Monday: it was due on Monday', '07', '09', calendar(), 0],
    ['due on Saturday, on Tuesday', '07', '10', calendar(), 1],
    ['due before a week of leave, in it', '06', '12', calendar([['09', '13']]), 0],
    ['due in a week of leave, on the day after', '11', '16', calendar([['09', '13']]), 0],
    ['due in a week of leave, two days after', '11', '17', calendar([['09', '13']]), 1],
    ['due before a day that the team has off', '03', '05', calendar([], ['04']), 1],
    ['due a week ago', '02', '09', calendar(), 5],
  ])('%s', (_, dueOn, today, of, days) => {
    expect(workingDaysOverdue(of, day(dueOn), day(today))).toBe(days)
    expect(whenDue({ calendar: of, today: day(today) }, day(dueOn)) === 'overdue').toBe(days > 0)
  })

  test('what was due before a week of leave is listed as neither overdue nor due today', () => {
    const away = calendar([['09', '13']])
    const listed = (today: string) => whenDue({ calendar: away, today: day(today) }, day('06'))
    expect(['06', '07', '11', '16'].map(listed)).toEqual(['today', 'ahead', 'ahead', 'overdue'])
  })

  test('are counted no further back than 90 days', () => {
    const long = Temporal.PlainDate.from('2020-01-01')
    expect(workingDaysOverdue(calendar(), long, day('02'))).toBe(
      workingDaysOverdue(calendar(), long.add({ years: 1 }), day('02')),
    )
  })
})

describe('the reminder', () => {
  test.each([
    ['of what is due today', '02', '02', calendar(), true],
    ['of what is overdue', '02', '05', calendar(), true],
    ['not before it is due', '03', '02', calendar(), false],
    ['not on a weekend', '06', '07', calendar(), false],
    ['not on leave', '06', '09', calendar([['09', '13']]), false],
    ['on the day after leave', '10', '16', calendar([['09', '13']]), true],
  ])('comes %s', (_, dueOn, today, of, comes) => {
    expect(isForToday(of, day(dueOn), day(today))).toBe(comes)
  })
})
