// Computes on which day, and when, a member is asked for the check-in of a date.
import { isBefore } from '../../core/time.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { isAsked } from '../../org/domain/asked.ts'
import { type MemberCalendar, weekStart, workingFraction } from '../../org/domain/calendar.ts'
import { type CheckinWindow, windowOf } from '../../org/domain/checkin-window.ts'
import { calendarKnownAt } from '../../org/domain/known-in-time.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { CheckinKind, Rhythm } from './checkin-kind.ts'

export interface OwnWindow {
  /** Of a weekly check-in its `date` is the member's own day, which can be another than the check-in's. */
  window: CheckinWindow
  /** The member works on that day. */
  works: boolean
  /** And is there between prompt and close. */
  asked: boolean
}

/**
 * Who is off on the day of a weekly check-in is asked on the last day of the week that they work, if that was known
 * there while there was time to answer: whoever takes the day off afterwards is excused, and so is a whole team. Null:
 * the team does not have this check-in.
 */
export function ownWindow(
  kind: CheckinKind,
  settings: TeamSettings,
  of: { calendar: MemberCalendar; zone: string },
  date: Temporal.PlainDate,
): OwnWindow | null {
  const rhythm = kind.rhythm(settings)
  if (!rhythm) return null
  const on = windowsBy(rhythm, of)
  const own = on(date)
  if (rhythm.weekday === null || own.asked) return own
  const startsOn = weekStart(settings.workDays)
  const moved = lastAsked(on, date, startsOn)
  if (!moved) return own
  const calendar = calendarKnownAt(of.calendar, lastCall(moved.window))
  const expected = lastAsked(windowsBy(rhythm, { ...of, calendar }), date, startsOn)
  if (!expected || Temporal.PlainDate.compare(expected.window.date, moved.window.date) <= 0) return moved
  return on(expected.window.date)
}

/** True: when the check-in opened on its date, the member was to be asked on it, so that they may have answered since. */
export function wasToBeAsked(
  kind: CheckinKind,
  settings: TeamSettings,
  of: { calendar: MemberCalendar; zone: string },
  date: Temporal.PlainDate,
): boolean {
  const rhythm = kind.rhythm(settings)
  if (!rhythm) return false
  const { opensAt } = windowOf(rhythm, of, date)
  return windowsBy(rhythm, { ...of, calendar: calendarKnownAt(of.calendar, opensAt) })(date).asked
}

/** The reminder; where there is none between prompt and close, the prompt. */
const lastCall = ({ promptAt, remindAt, closeAt }: CheckinWindow): Temporal.Instant =>
  isBefore(promptAt, remindAt) && isBefore(remindAt, closeAt) ? remindAt : promptAt

type WindowOn = (day: Temporal.PlainDate) => OwnWindow

const windowsBy =
  (rhythm: Rhythm, of: { calendar: MemberCalendar; zone: string }): WindowOn =>
  (day) => {
    const window = windowOf(rhythm, of, day)
    const works = workingFraction(of.calendar, day) > 0
    return { window, works, asked: works && isAsked(of.calendar, window, of.zone) }
  }

/** On the date of the check-in, else on the last day of its week. */
const lastAsked = (on: WindowOn, date: Temporal.PlainDate, startsOn: number): OwnWindow | undefined =>
  [date, ...daysOfWeek(date, startsOn).toReversed()].map(on).find(({ asked }) => asked)

/** From the day on which the team's week starts (Monday = 1), see `weekStart`. */
export const daysOfWeek = (date: Temporal.PlainDate, startsOn: number): Temporal.PlainDate[] => {
  const { from } = periodOf('week', date, startsOn)
  return [0, 1, 2, 3, 4, 5, 6].map((days) => from.add({ days }))
}

/** The day of the week (Monday = 1) in the week that the date is in. */
export const dateInWeek = (date: Temporal.PlainDate, weekday: number, startsOn: number): Temporal.PlainDate =>
  periodOf('week', date, startsOn).from.add({ days: (weekday - startsOn + 7) % 7 })
