// When an open item is overdue, by the working days of its owner: due on Friday, March 6, unless said otherwise.
import { expect, test } from 'vitest'
import type { MemberCalendar } from '../../../src/org/domain/calendar.ts'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { itemOverdue } from '../../../src/warnings/domain/signals/item-overdue.ts'
import { WEEKDAYS } from '../../targets/samples.ts'
import { leave } from './a-month.ts'

interface Case {
  what: string
  today: string
  dueOn?: string
  isOpen?: false
  calendar?: Partial<MemberCalendar>
  days: number
  reached: Level | undefined
}

const NONE = undefined
const date = Temporal.PlainDate.from
const CASES: readonly Case[] = [
  { what: 'two days before', today: '2026-03-04', days: 0, reached: NONE },
  { what: 'on the day itself', today: '2026-03-06', days: 0, reached: NONE },
  { what: 'on the weekend after', today: '2026-03-08', days: 0, reached: NONE },
  { what: 'on Monday', today: '2026-03-09', days: 1, reached: 'blue' },
  { what: 'on Tuesday', today: '2026-03-10', days: 2, reached: 'yellow' },
  { what: 'on Wednesday: still yellow', today: '2026-03-11', days: 3, reached: 'yellow' },
  { what: 'on Thursday', today: '2026-03-12', days: 4, reached: 'red' },
  { what: 'months later', today: '2026-06-05', days: 65, reached: 'red' },
  { what: 'done, months later', today: '2026-06-05', isOpen: false, days: 65, reached: NONE },
  {
    what: 'due on a Saturday: in time until the end of Monday',
    today: '2026-03-09',
    dueOn: '2026-03-07',
    days: 0,
    reached: NONE,
  },
  {
    what: 'due on a day of leave: it counts from the next working day',
    today: '2026-03-10',
    calendar: { leave: [leave('2026-03-06', '2026-03-06')] },
    days: 1,
    reached: 'blue',
  },
  {
    what: 'the owner is on leave on Monday and Tuesday',
    today: '2026-03-11',
    calendar: { leave: [leave('2026-03-09', '2026-03-10')] },
    days: 1,
    reached: 'blue',
  },
  {
    what: 'the owner is on leave all week',
    today: '2026-03-13',
    calendar: { leave: [leave('2026-03-09', '2026-03-13')] },
    days: 0,
    reached: NONE,
  },
  {
    what: 'half a day of leave on Monday',
    today: '2026-03-09',
    calendar: { leave: [leave('2026-03-09', '2026-03-09', 'morning')] },
    days: 1,
    reached: 'blue',
  },
  {
    what: 'part-time, Mondays only: due on Monday, and late on the next one',
    today: '2026-03-16',
    calendar: { workDays: [1] },
    days: 1,
    reached: 'blue',
  },
  {
    what: 'a public holiday on Friday and on Monday (Easter)',
    today: '2026-04-07',
    dueOn: '2026-04-02',
    calendar: { holidayCountry: 'DE' },
    days: 1,
    reached: 'blue',
  },
  {
    what: 'the owner has left on Tuesday: it ages no more',
    today: '2026-03-20',
    calendar: { leftOn: date('2026-03-10') },
    days: 2,
    reached: 'yellow',
  },
]

test.each(CASES)(
  '$what: $reached',
  ({ today, dueOn = '2026-03-06', isOpen = true, calendar, days, reached }) => {
    const item = { dueOn: date(dueOn), isOpen, calendar: { ...WEEKDAYS, ...calendar } }
    const reading = itemOverdue(item, date(today), defaultSettings('item-overdue'))
    expect(reading).toMatchObject({ reached, held: reached, evidence: { days } })
  },
)
