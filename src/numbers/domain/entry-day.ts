// Decides for which dates a member can enter numbers, and whether an entry is late.

import { dayStatus, type MemberCalendar, nextWorkingDay } from '../../org/domain/calendar.ts'
import { type CheckinTimes, closeOf } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { isPlausible } from './amount.ts'
import type { Metric } from './metrics.ts'
import { askedOn, firstNumbersDate } from './numbers-day.ts'

/** Covers a long weekend with holidays around it. */
const MAX_DAYS_BACK = 14

/** No earlier date is open for entry on the day. */
export const earliestEntryDate = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: MAX_DAYS_BACK - 1 })

/** The dates open for entry, today first. Empty long after the member's last day. */
export function openEntryDates(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  zone: string,
  now: Temporal.Instant,
): Temporal.PlainDate[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const dates = Array.from({ length: MAX_DAYS_BACK }, (_, days) => today.subtract({ days }))
  return dates.filter((date) => isOpenForEntry(settings, calendar, date, zone, now))
}

/** A date is open for entry from the first that is the member's own until the end of the member's next working day, or of the next day when there is none soon. */
export function isOpenForEntry(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  zone: string,
  now: Temporal.Instant,
): boolean {
  if (dayStatus(calendar, date).reason === 'left') return false
  if (Temporal.PlainDate.compare(date, firstNumbersDate(settings, calendar)) < 0) return false
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today) > 0) return false
  const last = nextWorkingDay(calendar, date) ?? date.add({ days: 1 })
  return Temporal.PlainDate.compare(today, last) <= 0
}

/** True: after the close of the standup that asks for the date's numbers, when the day's board has been posted. */
export function isLateEntry(
  settings: CheckinTimes & Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  zone: string,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): boolean {
  const asked = askedOn(settings, calendar, date)
  if (!asked) return false
  return Temporal.Instant.compare(now, closeOf(settings, zone, asked)) > 0
}

/** True: the day's total is not unusual. Until the day is over, a small total is not unusual, except of money. */
export function isExpected(metric: Metric, value: number, dayOver: boolean): boolean {
  if (dayOver || metric.unit === 'money') return isPlausible(metric, value)
  return metric.plausibleMax === null || value <= metric.plausibleMax
}
