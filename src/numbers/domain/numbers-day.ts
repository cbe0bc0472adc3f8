// Maps the date of a check-in to the date whose numbers it asks for, and back.
import type { MemberCalendar, WorkCalendar } from '../../org/domain/calendar.ts'
import {
  nextWorkingDay,
  previousTeamWorkingDay,
  previousWorkingDay,
  workingFraction,
} from '../../org/domain/calendar.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

/** The date whose numbers the standup of `date` asks for. For a new member it can be before the first day in the team. */
export function numbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  if (settings.numbersDay === 'same') return date
  return previousWorkingDay({ ...calendar, joinedOn: date.subtract({ years: 1 }) }, date) ?? date
}

/**
 * The first date whose numbers are the member's own: that which the first standup asks for, but at least the day before the
 * first day, because who is put into a team after its close starts on the next day and works on this one.
 */
export function firstNumbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
): Temporal.PlainDate {
  const before = calendar.joinedOn.subtract({ days: 1 })
  const asked = numbersDate(settings, calendar, nextWorkingDay(calendar, before) ?? calendar.joinedOn)
  return Temporal.PlainDate.compare(asked, before) < 0 ? asked : before
}

/** The date that the board posted at the close of `date` ranks. */
export function teamNumbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  return settings.numbersDay === 'same' ? date : (previousTeamWorkingDay(calendar, date) ?? date)
}

/** The date of the standup that asks for the numbers of `date`. Null: none does, for example after the last day in the team. */
export function askedOn(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (settings.numbersDay === 'same' && workingFraction(calendar, date) > 0) return date
  return nextWorkingDay(calendar, date)
}
