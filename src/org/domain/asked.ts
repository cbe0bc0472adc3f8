// Decides whether a member is asked for a standup. Members are not asked on a day off or during a half-day leave.
import { leavePartsOn, type MemberCalendar, workingFraction } from './calendar.ts'
import { type CheckinWindow, localInstant } from './checkin-window.ts'

/** Separates the two half days. */
const MIDDAY = '13:00'

/**
 * False: the member does not work on the date, or is on leave from prompt to close. They can still answer the
 * standup on their own.
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
