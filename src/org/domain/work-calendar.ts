// Takes a team's calendar out of its settings.
import type { WorkCalendar } from './calendar.ts'
import type { TeamSettings } from './team.ts'

/** The settings that say on which days the team works. */
export type CalendarSettings = Pick<
  TeamSettings,
  'workDays' | 'alternateDay' | 'holidayCountry' | 'holidayRegion'
>

export function workCalendar(
  { workDays, alternateDay, holidayCountry, holidayRegion }: CalendarSettings,
  extraDays: WorkCalendar['extraDays'],
): WorkCalendar {
  return {
    workDays,
    alternateDay: alternateDay === null ? null : Temporal.PlainDate.from(alternateDay),
    holidayCountry,
    holidayRegion,
    extraDays,
  }
}
