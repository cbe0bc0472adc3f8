// Which days of a member are due: their numbers had to be in by now.

import { isLateEntry } from '../../numbers/domain/entry-day.ts'
import { type MemberCalendar, workingFraction } from '../../org/domain/calendar.ts'
import type { CheckinTimes } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

/** What a member's days are counted by. */
export interface DayFacts {
  settings: CheckinTimes & Pick<TeamSettings, 'numbersDay'>
  calendar: MemberCalendar
  zone: string
  /** By the member's own clock. */
  today: Temporal.PlainDate
}

/** The last working day from `from` on whose numbers are due: the standup that asks for them has closed. Null: none is. */
export function lastDueDay(
  { settings, calendar, zone, today }: DayFacts,
  from: Temporal.PlainDate,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  for (let date = today; Temporal.PlainDate.compare(date, from) >= 0; date = date.subtract({ days: 1 }))
    if (workingFraction(calendar, date) > 0 && isLateEntry(settings, calendar, zone, date, now)) return date
  return null
}
