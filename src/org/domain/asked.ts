// Decides whether a member is asked for a standup: nobody is on a day off, nor in the half of a day that they have off.
import { leavePartsOn, type MemberCalendar, workingFraction } from './calendar.ts'
import { type CheckinWindow, localInstant } from './checkin-window.ts'

/** Where a day divides into its halves. */
const MIDDAY = '13:00'

/**
 * Who has the half of the day off in which the standup lies, from prompt to close, is not expected at it. They
 * may file it all the same.
 */
export function isAsked(
  calendar: MemberCalendar,
  { date, promptAt, closeAt }: CheckinWindow,
  zone: string,
): boolean {
  if (workingFraction(calendar, date) === 0) return false
  const off = leavePartsOn(calendar.leave, date)
  if (off.size === 0) return true
  const midday = localInstant(date, MIDDAY, zone)
  if (off.has('morning')) return Temporal.Instant.compare(closeAt, midday) > 0
  return Temporal.Instant.compare(promptAt, midday) < 0
}
