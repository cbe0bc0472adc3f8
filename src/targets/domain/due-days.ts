// Which days of a member count by now, as reached and as expected alike: their numbers are in, or had to be.

import { remembered } from '../../core/remembered.ts'
import { isLateEntry } from '../../numbers/domain/entry-day.ts'
import { askedOn } from '../../numbers/domain/numbers-day.ts'
import { type MemberCalendar, workingFraction } from '../../org/domain/calendar.ts'
import type { CheckinTimes } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

/** What a member's days are counted by. */
export interface DayFacts {
  settings: CheckinTimes & Pick<TeamSettings, 'numbersDay'> & Partial<Pick<TeamSettings, 'okrView'>>
  calendar: MemberCalendar
  zone: string
  /** By the member's own clock. */
  today: Temporal.PlainDate
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The last working day of the span whose numbers are due: the standup that asks for them has closed. Null: none is. */
export const lastDueDay = (
  { calendar, ...more }: DayFacts,
  span: Span,
  now: Temporal.Instant,
): Temporal.PlainDate | null => dueDay(calendar, more, span, now)

type Asked = Omit<DayFacts, 'calendar'>

const dueDay: (
  calendar: MemberCalendar,
  asked: Asked,
  span: Span,
  now: Temporal.Instant,
) => Temporal.PlainDate | null = remembered(
  ({ settings, zone, today }, { from, to }, now) => {
    const { promptTime, closeAfterMinutes, remindBeforeCloseMinutes, numbersDay } = settings
    const by = [promptTime, closeAfterMinutes, remindBeforeCloseMinutes, numbersDay, zone]
    return [...by, today, from, to, now.epochMilliseconds].join(' ')
  },
  (calendar, asked, { from, to }, now) => {
    const days = { ...asked, calendar }
    const last = Temporal.PlainDate.compare(to, asked.today) < 0 ? to : asked.today
    for (let date = last; Temporal.PlainDate.compare(date, from) >= 0; date = date.subtract({ days: 1 }))
      if (workingFraction(calendar, date) > 0 && isDue(days, date, now)) return date
    return null
  },
)

/** Nobody asks for the numbers of a last day: they are open until the day after is over. */
function isDue(
  { settings, calendar, zone, today }: DayFacts,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
) {
  if (isLateEntry(settings, calendar, zone, date, now)) return true
  return askedOn(settings, calendar, date) === null && date.until(today).days > 1
}

export interface CountedDays {
  /** The last working day that counts. Null: none does. */
  through: Temporal.PlainDate | null
  /** The last date whose entries count: all before the next working day, a Saturday's too. */
  until: Temporal.PlainDate
}

/**
 * A day counts once it is due, or once it is over and its numbers are in: whoever hands in before the close is neither ahead
 * nor behind by it. `reported`: the dates with numbers after `due`.
 */
export function countedDays(
  { calendar, today }: Pick<DayFacts, 'calendar' | 'today'>,
  { from, to }: Span,
  due: Temporal.PlainDate | null,
  reported: readonly Temporal.PlainDate[],
): CountedDays {
  const works = (date: Temporal.PlainDate) => workingFraction(calendar, date) > 0
  let through = due
  for (const date of reported) {
    const isIn = Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
    const isOver = Temporal.PlainDate.compare(date, today) < 0
    if (isIn && isOver && works(date) && (!through || Temporal.PlainDate.compare(date, through) > 0))
      through = date
  }
  let until = through ?? from.subtract({ days: 1 })
  while (Temporal.PlainDate.compare(until, to) < 0 && !works(until.add({ days: 1 })))
    until = until.add({ days: 1 })
  return { through, until }
}
