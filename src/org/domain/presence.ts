// Counts the working days of each member in a period, so that boards can leave out members on leave.
import { type MemberCalendar, workingFractionsBetween } from './calendar.ts'

export interface Presence {
  /** Working fractions from `from` to `to`, minus leave. */
  present: number
  /** The same without leave. */
  possible: number
}

/**
 * For calendars of one team: members who have no leave in the period and were in the team all through share
 * one count, so that a big team costs little more than a small one.
 */
export function presenceCounter(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): (calendar: MemberCalendar) => Presence {
  const counts = new Map<string, number>()
  const count = (calendar: MemberCalendar, key: string): number => {
    const known = counts.get(key)
    if (known !== undefined) return known
    const fractions = workingFractionsBetween(calendar, from, to)
    counts.set(key, fractions)
    return fractions
  }
  return (calendar) => {
    const joined = later(calendar.joinedOn, from)
    const left = calendar.leftOn && earlier(calendar.leftOn, to)
    const span = `${joined} ${left ?? to}`
    const leave = calendar.leave.filter((one) => !isBefore(one.to, from) && !isBefore(to, one.from))
    const taken = leave.map((one) => `${one.from} ${one.to} ${one.part}`).join()
    return {
      present: count({ ...calendar, leave }, `${span} ${taken}`),
      possible: count({ ...calendar, leave: [] }, `${span} `),
    }
  }
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isBefore(one, other) ? other : one)
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isBefore(one, other) ? one : other)
