// Decides of which day a check-in asks the numbers, and which check-in asks for those of a day.
import type { MemberCalendar, WorkCalendar } from '../../org/domain/calendar.ts'
import {
  nextWorkingDay,
  previousTeamWorkingDay,
  previousWorkingDay,
  workingFraction,
} from '../../org/domain/calendar.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

/** The day of which the numbers in the standup of `date` speak. A newcomer worked before joining: the first one asks too. */
export function numbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  if (settings.numbersDay === 'same') return date
  return previousWorkingDay({ ...calendar, joinedOn: date.subtract({ years: 1 }) }, date) ?? date
}

/** The day that the board of the close of `date` ranks. */
export function teamNumbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  return settings.numbersDay === 'same' ? date : (previousTeamWorkingDay(calendar, date) ?? date)
}

/** The standup that asks for the numbers of a day; null: none does, e.g. after the last day in the team. */
export function askedOn(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (settings.numbersDay === 'same' && workingFraction(calendar, date) > 0) return date
  return nextWorkingDay(calendar, date)
}
