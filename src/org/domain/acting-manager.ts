// Decides whether a team's manager can act today, and for how long they are away.
import type { Person } from '../../core/person.ts'
import { isAwayOn, type Leave, teamWorksOn, type WorkCalendar } from './calendar.ts'

/** From this many working days on a leave is long: somebody is asked who manages the team in the meantime. */
export const LONG_LEAVE_WORKING_DAYS = 10
/** A leave is at most a year long; leaves that follow each other count as one. */
const SEARCHED_DAYS = 740

/** Active people who are neither bots nor guests can manage a team or act for its manager. */
export const canManage = (person: Person | undefined): person is Person =>
  person !== undefined && !person.isBot && !person.isGuest && !person.deactivated

export type Absence =
  | { kind: 'here' }
  /** Deactivated in Slack, or a guest now. */
  | { kind: 'gone' }
  /** `since` and `until`: the first and the last day of the leave, weekends between two leaves included. */
  | { kind: 'on-leave'; since: Temporal.PlainDate; until: Temporal.PlainDate; workingDays: number }

/** `leave`: all leave of the person around the date. A person whom we do not know counts as here. */
export function absenceOf(
  person: Person | undefined,
  leave: readonly Leave[],
  calendar: WorkCalendar,
  today: Temporal.PlainDate,
): Absence {
  if (person && !canManage(person)) return { kind: 'gone' }
  if (!isAwayOn(leave, today)) return { kind: 'here' }
  const back = awayDays(leave, calendar, today, -1)
  const ahead = awayDays(leave, calendar, today, 1)
  const days = [today, ...back, ...ahead]
  return {
    kind: 'on-leave',
    since: back.at(-1) ?? today,
    until: ahead.at(-1) ?? today,
    workingDays: days.filter((day) => teamWorksOn(calendar, day)).length,
  }
}

/** The days of leave before (-1) or after (1) the date, up to the next working day without leave. */
function awayDays(
  leave: readonly Leave[],
  calendar: WorkCalendar,
  from: Temporal.PlainDate,
  step: 1 | -1,
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let distance = 1; distance <= SEARCHED_DAYS; distance += 1) {
    const day = from.add({ days: step * distance })
    if (isAwayOn(leave, day)) days.push(day)
    else if (teamWorksOn(calendar, day)) break
  }
  return days
}

export const isLongAbsence = (absence: Absence): boolean =>
  absence.kind === 'gone' || (absence.kind === 'on-leave' && absence.workingDays >= LONG_LEAVE_WORKING_DAYS)
