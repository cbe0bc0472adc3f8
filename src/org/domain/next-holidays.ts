// Decides when a team is told that next year's public holidays are not published yet, and what their publication changes.
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import { nextTeamWorkingDay, teamWorksOn, type WorkCalendar } from './calendar.ts'
import { localInstant } from './checkin-window.ts'
import { knowsHolidays, lawDays } from './holidays.ts'
import type { TeamSettings } from './team.ts'
import type { DayPlanner } from './team-day.ts'

/** On working days of December, as long as next year's holidays are provisional. */
export const HOLIDAY_CHECK = 'holiday-check'
/** On each working day after a team was told, until the holidays are known. */
export const HOLIDAYS_AWAITED = 'holidays-awaited'

const DECEMBER = 12
/** What was said on the first of December is on record for 30 days, and is not said again as long as it is. */
const LAST_DAY = 28

/** In December next year, else the date's own. */
export const awaitedYear = ({ year, month }: Temporal.PlainDate): number =>
  month === DECEMBER ? year + 1 : year

type Place = Pick<WorkCalendar, 'holidayCountry' | 'holidayRegion'>

/** `other`: the country does not publish its holidays year by year, or none count. */
export type Publication = 'provisional' | 'published' | 'other'

export function publicationOf({ holidayCountry, holidayRegion }: Place, year: number): Publication {
  if (holidayCountry === null || lawDays(holidayCountry, year) === null) return 'other'
  return knowsHolidays(holidayCountry, holidayRegion, year) ? 'published' : 'provisional'
}

const itemOn = (
  kind: string,
  teamId: string,
  { promptTime, zone }: Pick<TeamSettings, 'promptTime' | 'zone'>,
  date: Temporal.PlainDate,
): PlannedItem => {
  const dueAt = localInstant(date, promptTime, zone)
  return { dueKey: `${kind}:${teamId}:${date}`, kind, memberId: null, date, dueAt }
}

/** A check on each working day, so that a team that is paused or set up on the first one is told on the next. */
export const planHolidayCheck: DayPlanner = ({ team, settings, calendar, date }) => {
  if (date.month !== DECEMBER || date.day > LAST_DAY || !teamWorksOn(calendar, date)) return []
  if (publicationOf(calendar, awaitedYear(date)) !== 'provisional') return []
  return [itemOn(HOLIDAY_CHECK, team.teamId, settings, date)]
}

/** The next look whether the year is known. Null: the year is over, and December asks about the next one. */
export function nextLook(
  teamId: string,
  settings: Pick<TeamSettings, 'promptTime' | 'zone'>,
  calendar: WorkCalendar,
  year: number,
  today: Temporal.PlainDate,
): PlannedItem | null {
  const next = nextTeamWorkingDay(calendar, today)
  return next && awaitedYear(next) === year ? itemOn(HOLIDAYS_AWAITED, teamId, settings, next) : null
}

/** On how many dates of the year the team works that were days off until the publication, or the other way round. Days that the team set itself do not count. */
export function datesChanged(calendar: WorkCalendar, year: number): number {
  const law = lawDays(calendar.holidayCountry, year) ?? new Map()
  const off = Object.fromEntries([...law.keys()].map((date) => [date, 'off' as const]))
  const published: WorkCalendar = { ...calendar, weeks: [], extraDays: {} }
  const before: WorkCalendar = { ...published, holidayCountry: null, holidayRegion: null, extraDays: off }
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  let changed = 0
  for (let date = first; date.year === year; date = date.add({ days: 1 }))
    if (teamWorksOn(published, date) !== teamWorksOn(before, date)) changed += 1
  return changed
}
