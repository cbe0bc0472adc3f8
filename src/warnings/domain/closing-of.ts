// Says why a warning about a member cannot go on: they left, are on leave until the period ends, or the period is over.
import { dayStatus, workingFraction } from '../../org/domain/calendar.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import type { Closing } from './episode.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** `of` undefined: the member does not belong to the team any more. */
export function closingOf(of: DayMember | undefined, { to }: Span, date: Temporal.PlainDate): Closing | null {
  if (!of || (of.member.leftOn && Temporal.PlainDate.compare(of.member.leftOn, date) < 0)) return 'left'
  if (Temporal.PlainDate.compare(date, to) > 0) return 'period-over'
  return isAwayUntil(of, date, to) ? 'on-leave' : null
}

/** True: of the days that are left the member is on leave on all that they would work. */
function isAwayUntil({ calendar }: DayMember, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  let away = false
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    if (workingFraction(calendar, date) > 0) return false
    away ||= dayStatus(calendar, date).reason === 'leave'
  }
  return away
}
