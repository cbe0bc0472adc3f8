// Plans the weekly board: on the first working day of a week, when all numbers of the week before are in.
import { teamWorksOn, type WorkCalendar } from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { askedWindows, type DayPlanner } from '../../org/domain/team-day.ts'

export const WEEKLY_BOARD = 'weekly-board'

/** True: the date is the first working day of its week. */
function isFirstOfWeek(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  for (let days = 1; days < date.dayOfWeek; days += 1)
    if (teamWorksOn(calendar, date.subtract({ days }))) return false
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
