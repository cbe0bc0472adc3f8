// Decides for which days a member can still enter numbers, and whether what is entered comes after the close.

import { dayStatus, type MemberCalendar, nextWorkingDay } from '../../org/domain/calendar.ts'
import { type CheckinTimes, checkinWindow } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { isPlausible } from './amount.ts'
import type { Metric } from './metrics.ts'
import { askedOn } from './numbers-day.ts'

/** A long weekend with holidays around it. */
const LOOK_BACK_DAYS = 14

/** Today and the days before that are still open, the newest first. Empty before the first and after the last day in the team. */
export function openEntryDates(
  calendar: MemberCalendar,
  zone: string,
  now: Temporal.Instant,
): Temporal.PlainDate[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const dates = Array.from({ length: LOOK_BACK_DAYS }, (_, days) => today.subtract({ days }))
  return dates.filter((date) => entryOpen(calendar, date, zone, now))
}

/** Numbers of a date can be entered until the end of the member's next working day (of the next day, if none is near). */
export function entryOpen(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  zone: string,
  now: Temporal.Instant,
): boolean {
  const { reason } = dayStatus(calendar, date)
  if (reason === 'not-joined' || reason === 'left') return false
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today) > 0) return false
  const last = nextWorkingDay(calendar, date) ?? date.add({ days: 1 })
  return Temporal.PlainDate.compare(today, last) <= 0
}

/** After the close of the standup that asked for them: the board of the day has been posted by then. */
export function comesLate(
  settings: CheckinTimes & Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  zone: string,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): boolean {
  const asked = askedOn(settings, calendar, date)
  if (!asked) return false
  return Temporal.Instant.compare(now, checkinWindow(settings, zone, asked, null).closeAt) > 0
}

/** Whether a day's total needs no question. While the day goes on a small number is only an unfinished one. */
export function isExpected(metric: Metric, value: number, dayOver: boolean): boolean {
  if (dayOver) return isPlausible(metric, value)
  return metric.plausibleMax === null || value <= metric.plausibleMax
}
