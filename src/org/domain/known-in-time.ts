// The calendar by which deadlines count: leave that is recorded or cancelled afterwards neither opens nor closes a day.
import { isBefore } from '../../core/time.ts'
import type { Leave, LeaveOnRecord, MemberCalendar } from './calendar.ts'
import { type CheckinTimes, checkinWindow } from './checkin-window.ts'

/** With the leave that was on record at the close of each day, also where it was cancelled since. */
export function calendarAtCloses(
  calendar: MemberCalendar,
  settings: CheckinTimes,
  zone: string,
): MemberCalendar {
  const { leaveOnRecord, ...rest } = calendar
  if (!leaveOnRecord) return calendar
  const wasClosed = (date: Temporal.PlainDate, at: Temporal.Instant) =>
    Temporal.Instant.compare(checkinWindow(settings, zone, date, null).closeAt, at) <= 0
  /** The first day that was not closed yet. */
  const firstOpen = (at: Temporal.Instant): Temporal.PlainDate => {
    let date = at.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
    while (wasClosed(date, at)) date = date.add({ days: 1 })
    return date
  }
  return { ...rest, leave: leaveOnRecord.flatMap((leave) => daysOnRecord(leave, firstOpen)) }
}

/** As it was known at that instant: with the leave and the team's extra days that were on record then. */
export function calendarKnownAt(calendar: MemberCalendar, at: Temporal.Instant): MemberCalendar {
  const { leaveOnRecord, extraDays, extraDaysSince = {} } = calendar
  const leave = leaveOnRecord?.filter(
    ({ recordedAt, cancelledAt }) => isBefore(recordedAt, at) && !(cancelledAt && isBefore(cancelledAt, at)),
  )
  const known = Object.entries(extraDays).filter(([date]) => {
    const since = extraDaysSince[date]
    return !since || isBefore(since, at)
  })
  return { ...calendar, extraDays: Object.fromEntries(known), ...(leave && { leave }) }
}

/** Empty: on none of its days was it on record in time. */
function daysOnRecord(
  { from, to, part, recordedAt, cancelledAt }: LeaveOnRecord,
  firstOpen: (at: Temporal.Instant) => Temporal.PlainDate,
): Leave[] {
  const since = later(from, firstOpen(recordedAt))
  const until = cancelledAt ? earlier(to, firstOpen(cancelledAt).subtract({ days: 1 })) : to
  return Temporal.PlainDate.compare(since, until) <= 0 ? [{ from: since, to: until, part }] : []
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
