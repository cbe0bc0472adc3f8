// Says why a warning about a member cannot go on: they left, are on leave until the period ends or for long, or the period is over.
import { dayStatus, workingFraction } from '../../org/domain/calendar.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import type { Closing } from './episode.ts'

/** What no month ends is ended by leave of so many weeks; less is waited for. Longer than anything that can be promised. */
const LONG_LEAVE_WEEKS = 4

/** `of` undefined: the member does not belong to the team any more. `to`: when its period ends. Null: it has none. */
export function closingOf(
  of: DayMember | undefined,
  to: Temporal.PlainDate | null,
  date: Temporal.PlainDate,
): Closing | null {
  if (!of || (of.member.leftOn && Temporal.PlainDate.compare(of.member.leftOn, date) < 0)) return 'left'
  if (to && Temporal.PlainDate.compare(date, to) > 0) return 'period-over'
  const until = to ?? date.add({ weeks: LONG_LEAVE_WEEKS }).subtract({ days: 1 })
  return isAwayUntil(of, date, until) ? 'on-leave' : null
}

/** The first day on which a member who is on leave works again. Null: they are not on leave, or for so long that it ends what is open. */
export function backOn({ calendar }: DayMember, from: Temporal.PlainDate): Temporal.PlainDate | null {
  let away = false
  const end = from.add({ weeks: LONG_LEAVE_WEEKS })
  for (let date = from; Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    if (workingFraction(calendar, date) > 0) return away ? date : null
    away ||= dayStatus(calendar, date).reason === 'leave'
  }
  return null
}

/** True: of the days until then the member is on leave on all that they would work. */
function isAwayUntil({ calendar }: DayMember, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  let away = false
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    if (workingFraction(calendar, date) > 0) return false
    away ||= dayStatus(calendar, date).reason === 'leave'
  }
  return away
}
