// Takes a team's calendar out of its settings.
import type { DatedWeek, WorkCalendar, WorkWeek } from './calendar.ts'
import type { TeamSettings } from './team.ts'

/** The settings that say on which days the team works. */
export type CalendarSettings = Pick<
  TeamSettings,
  'workDays' | 'alternateDay' | 'holidayCountry' | 'holidayRegion'
>

export const weekIn = ({
  workDays,
  alternateDay,
  holidayCountry,
  holidayRegion,
}: CalendarSettings): WorkWeek => ({
  workDays,
  alternateDay: alternateDay === null ? null : Temporal.PlainDate.from(alternateDay),
  holidayCountry,
  holidayRegion,
})

/** By the settings alone, whatever the date. */
export const workCalendar = (
  settings: CalendarSettings,
  extraDays: WorkCalendar['extraDays'],
): WorkCalendar => ({ ...weekIn(settings), extraDays })

/** Each date by the week in force on it. `weeks`: every version, newest first. Null: there is none. */
export function datedCalendar(
  weeks: readonly DatedWeek[],
  on: Temporal.PlainDate,
  extraDays: WorkCalendar['extraDays'],
): WorkCalendar | null {
  const inForce = weeks.find(({ from }) => Temporal.PlainDate.compare(from, on) <= 0) ?? weeks.at(-1)
  if (!inForce) return null
  const { from: _, formerHolidays = [], ...week } = inForce
  return {
    ...{ ...week, extraDays },
    ...(weeks.length > 1 ? { weeks } : {}),
    ...(formerHolidays.length > 0 ? { formerHolidays } : {}),
  }
}
