// Plans the weekly board: on the first working day of a week, when all numbers of the last week in which the team worked are in.
import { periodOf } from '../../numbers/domain/period.ts'
import {
  previousTeamWorkingDay,
  teamWorksOn,
  type WorkCalendar,
  weekStart,
} from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { askedWindows, type DayPlanner } from '../../org/domain/team-day.ts'

export const WEEKLY_BOARD = 'weekly-board'

/** The last day of the last week before the date's in which the team worked. Null: it has not worked within 60 days. */
export function endOfLastWorkedWeek(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const startsOn = weekStart(calendar.workDays)
  const worked = previousTeamWorkingDay(calendar, periodOf('week', date, startsOn).from)
  return worked && periodOf('week', worked, startsOn).to
}

/** True: the date is the first working day of its week. */
function isFirstOfWeek(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  const { from } = periodOf('week', date, weekStart(calendar.workDays))
  for (let before = from; Temporal.PlainDate.compare(before, date) < 0; before = before.add({ days: 1 }))
    if (teamWorksOn(calendar, before)) return false
  return teamWorksOn(calendar, date)
}

/** When all numbers of the week before are in. With `numbersDay` 'previous' today's standup asks for those of its last day. */
function weeklyBoardAt(
  { numbersDay, promptTime, zone }: TeamSettings,
  date: Temporal.PlainDate,
  lastClose: Temporal.Instant,
): Temporal.Instant {
  return numbersDay === 'previous' ? lastClose : localInstant(date, promptTime, zone)
}

/** Plans nothing when no member is asked on the date. */
export const planWeeklyBoard: DayPlanner = (day) => {
  const { team, settings, calendar, date } = day
  if (!isFirstOfWeek(calendar, date)) return []
  const closes = askedWindows(day)
    .map(({ window }) => window.closeAt)
    .sort(Temporal.Instant.compare)
  const lastClose = closes.at(-1)
  if (!lastClose) return []
  const dueAt = weeklyBoardAt(settings, date, lastClose)
  return [
    { dueKey: `${WEEKLY_BOARD}:${team.teamId}:${date}`, kind: WEEKLY_BOARD, memberId: null, date, dueAt },
  ]
}
