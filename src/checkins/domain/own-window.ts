// Computes on which day, and when, a member is asked for the check-in of a date.
import { isAsked } from '../../org/domain/asked.ts'
import { type MemberCalendar, workingFraction } from '../../org/domain/calendar.ts'
import { type CheckinWindow, windowOf } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { CheckinKind } from './checkin-kind.ts'

export interface OwnWindow {
  /** Of a weekly check-in its `date` is the member's own day, which can be another than the check-in's. */
  window: CheckinWindow
  /** The member works on that day. */
  works: boolean
  /** And is there between prompt and close. */
  asked: boolean
}

/** Null: the team does not have this check-in. */
export function ownWindow(
  kind: CheckinKind,
  settings: TeamSettings,
  of: { calendar: MemberCalendar; zone: string },
  date: Temporal.PlainDate,
): OwnWindow | null {
  const rhythm = kind.rhythm(settings)
  if (!rhythm) return null
  const on = (day: Temporal.PlainDate): OwnWindow => {
    const window = windowOf(rhythm, of, day)
    const works = workingFraction(of.calendar, day) > 0
    return { window, works, asked: works && isAsked(of.calendar, window, of.zone) }
  }
  const own = on(date)
  if (rhythm.weekday === null || own.asked) return own
  const others = daysOfWeek(date).toReversed().map(on)
  return others.find(({ asked }) => asked) ?? own
}

/** From Monday to Sunday. */
export const daysOfWeek = (date: Temporal.PlainDate): Temporal.PlainDate[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => date.add({ days: day - date.dayOfWeek }))
