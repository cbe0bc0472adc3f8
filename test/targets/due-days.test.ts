// Which days count by now, as reached and as expected alike: whoever hands in early is neither ahead nor behind by it.
import { describe, expect, test } from 'vitest'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import type { NumbersDay } from '../../src/org/domain/team.ts'
import { countedDays, lastDueDay } from '../../src/targets/domain/due-days.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from
const WEEKDAYS: MemberCalendar = {
  ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
  ...{ extraDays: {}, joinedOn: date('2025-01-01'), leftOn: null, leave: [], ownHolidays: [] },
}
const TIMES = { promptTime: '09:00', closeAfterMinutes: 120, remindBeforeCloseMinutes: 30 }
const MARCH = targetPeriod('month', date('2026-03-01'), 1)

interface Case {
  what: string
  /** In Berlin. */
  now: string
  numbersDay?: NumbersDay
  calendar?: Partial<MemberCalendar>
  /** The days whose numbers are in. */
  reported?: string[]
  /** The last working day that counts, and the last date whose entries do. */
  through: string | null
  until: string
}

/** March 2026 begins on a Sunday. Prompt at 9:00, close at 11:00. */
const CASES: readonly Case[] = [
  { what: 'the first day', now: '2026-03-02T18:00', through: null, until: '2026-03-01' },
  {
    ...{ what: 'the first day, with calls logged on it', now: '2026-03-02T18:00', reported: ['2026-03-02'] },
    ...{ through: null, until: '2026-03-01' },
  },
  {
    ...{ what: 'handed in at 9:05 for yesterday', now: '2026-03-03T09:05', reported: ['2026-03-02'] },
    ...{ through: '2026-03-02', until: '2026-03-02' },
  },
  { what: 'not handed in at 9:05', now: '2026-03-03T09:05', through: null, until: '2026-03-01' },
  { what: 'not handed in by the close', now: '2026-03-03T11:01', through: '2026-03-02', until: '2026-03-02' },
  {
    ...{ what: 'handed in, and calls of today logged at noon', now: '2026-03-03T12:00' },
    ...{ reported: ['2026-03-02', '2026-03-03'], through: '2026-03-02', until: '2026-03-02' },
  },
  {
    ...{ what: 'numbers of the same day, in before the close', now: '2026-03-03T10:00', numbersDay: 'same' },
    ...{ reported: ['2026-03-03'], through: '2026-03-02', until: '2026-03-02' },
  },
  {
    ...{ what: 'numbers of the same day, after the close', now: '2026-03-03T11:01', numbersDay: 'same' },
    ...{ through: '2026-03-03', until: '2026-03-03' },
  },
  // Friday's numbers are due on Monday; a sale on Saturday belongs to them.
  {
    ...{ what: 'a Saturday with a sale, Friday not in', now: '2026-03-07T15:00', reported: ['2026-03-07'] },
    ...{ through: '2026-03-05', until: '2026-03-05' },
  },
  {
    ...{ what: 'a Saturday with a sale, Friday in', now: '2026-03-07T15:00' },
    ...{ reported: ['2026-03-06', '2026-03-07'], through: '2026-03-06', until: '2026-03-08' },
  },
  {
    ...{ what: '调休: on a worked Saturday Friday’s numbers are due', now: '2026-02-14T18:00' },
    ...{ calendar: { holidayCountry: 'CN' }, reported: ['2026-02-14'] },
    ...{ through: '2026-02-13', until: '2026-02-13' },
  },
  {
    ...{ what: 'on leave since Wednesday, Tuesday handed in before', now: '2026-03-05T12:00' },
    calendar: { leave: [{ from: date('2026-03-04'), to: date('2026-03-06'), part: 'whole' }] },
    ...{ reported: ['2026-03-03'], through: '2026-03-03', until: '2026-03-08' },
  },
  // The clocks go forward in the night to Sunday 29th: Monday's close is 9:00 UTC.
  { what: 'after the clocks changed, at the close', now: '2026-03-30T11:00', ...closed('2026-03-26') },
  { what: 'after the clocks changed, past it', now: '2026-03-30T11:01', ...closed('2026-03-27') },
  { what: 'the next month, the last day due', now: '2026-04-01T11:01', ...closed('2026-03-31') },
]

function closed(through: string): Pick<Case, 'through' | 'until'> {
  return { through, until: through === '2026-03-27' ? '2026-03-29' : through }
}

describe('the days that count', () => {
  test.each(CASES)('$what', ({ now, numbersDay = 'previous', calendar, reported = [], through, until }) => {
    const at = Temporal.PlainDateTime.from(now).toZonedDateTime('Europe/Berlin')
    const days = {
      ...{ settings: { ...TIMES, numbersDay }, calendar: { ...WEEKDAYS, ...calendar } },
      ...{ zone: 'Europe/Berlin', today: at.toPlainDate() },
    }
    const period = at.month === 2 ? targetPeriod('month', at.toPlainDate(), 1) : MARCH
    const due = lastDueDay(days, period, at.toInstant())
    const found = countedDays(
      days,
      period,
      due,
      reported.map((one) => date(one)),
    )
    expect([found.through?.toString() ?? null, found.until.toString()]).toEqual([through, until])
  })
})
