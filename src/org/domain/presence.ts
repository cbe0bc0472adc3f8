// Counts the working days of each member in a period, so that boards can leave out members who were away.
import { type MemberCalendar, workingFractionsBetween } from './calendar.ts'

export interface Presence {
  /** Working days from `from` to `to`, without leave days. */
  present: number
  /** Working days from `from` to `to`, as if the member had no leave. */
  possible: number
}

/**
 * For calendars of one team. Members with the same leave, holidays, first day and last day in the period share one
 * computed count, so a large team costs little more than a small one.
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
    const always = { ...calendar, leave: [] }
    return {
      present: count(calendar, sameDays(calendar, from, to)),
      possible: count(always, sameDays(always, from, to)),
    }
  }
}

/** Equal for calendars of one team that have the same working days in the period. */
export function sameDays(
  { joinedOn, leftOn, ownHolidays, leave }: MemberCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): string {
  const holidays = ownHolidays.map(({ from: since, place }) => `${since} ${JSON.stringify(place)}`)
  const within = leave.filter((one) => !isBefore(one.to, from) && !isBefore(to, one.from))
  const taken = within.map((one) => `${one.from} ${one.to} ${one.part}`).join()
  return `${later(joinedOn, from)} ${leftOn ? earlier(leftOn, to) : to} ${holidays} ${taken}`
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isBefore(one, other) ? other : one)
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isBefore(one, other) ? one : other)
