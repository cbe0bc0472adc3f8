// Lets members and teams that work the same days have one calendar object, so that what is counted by it is counted once.
import type { MemberCalendar, WorkCalendar } from './calendar.ts'
import type { TeamDay } from './team-day.ts'

/** Nothing that is counted by a shared calendar looks back further. */
const LOOKED_BACK = { years: 1 }

/** Of calendars that are alike the first. Who joined longer ago than is looked back is like whoever else did. */
export function calendarSharing(date: Temporal.PlainDate) {
  const since = date.subtract(LOOKED_BACK)
  const known = new Map<string, WorkCalendar>()
  return <Calendar extends WorkCalendar & Partial<Pick<MemberCalendar, 'joinedOn'>>>(calendar: Calendar) => {
    const { joinedOn } = calendar
    const isOld = joinedOn !== undefined && Temporal.PlainDate.compare(joinedOn, since) < 0
    const key = JSON.stringify(isOld ? { ...calendar, joinedOn: null } : calendar)
    const found = known.get(key) ?? calendar
    known.set(key, found)
    return found as Calendar
  }
}

/** Of one date. */
export function withSharedCalendars(days: readonly TeamDay[], date: Temporal.PlainDate): TeamDay[] {
  const shared = calendarSharing(date)
  return days.map((day) => ({
    ...{ ...day, calendar: shared(day.calendar) },
    members: day.members.map((of) => ({ ...of, calendar: shared(of.calendar) })),
  }))
}
