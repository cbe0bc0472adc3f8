// The calendar that a member is measured by: a day whose numbers were due counts by what was known then, the others by what is known now.
import { isBefore, localDate } from '../../core/time.ts'
import { type MemberCalendar, workingFraction } from './calendar.ts'
import { checkinWindow } from './checkin-window.ts'
import {
  calendarKnown,
  changesIn,
  type DayHistory,
  settingsKnown,
  stateAt,
  zoneKnown,
} from './day-history.ts'
import { type RoleSpan, rolesAt } from './role-spans.ts'
import type { Role, TeamSettings } from './team.ts'

/** A member as of an instant. */
export interface MemberAt {
  calendar: MemberCalendar
  zone: string
  /** By the member's own clock. */
  today: Temporal.PlainDate
  /** In force today. */
  settings: TeamSettings
  role: Role
  /** Each role in turn. */
  roles: readonly RoleSpan[]
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** How far the standup that asks for a day's numbers is looked for. */
const LOOK_AHEAD = 60

const endOf = (date: Temporal.PlainDate, zone: string): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(zone).toInstant()

/** As of the instant, whatever was changed since. Past days of the span are fixed. */
export function memberAt(history: DayHistory, span: Span, at: Temporal.Instant): MemberAt {
  const zone = zoneKnown(history, localDate(at, 'UTC'), at)
  const today = localDate(at, zone)
  const calendarAt = calendars(history)
  const calendar = calendarAt(at)
  const fixed: Record<string, 0 | 0.5 | 1> = {}
  const last = Temporal.PlainDate.compare(span.to, today) < 0 ? span.to : today
  for (let date = span.from; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    // For most days nothing on record has changed since they began.
    const begin = date.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant()
    if (calendarAt(begin) === calendar) continue
    const measured = workingFraction(calendarAt(measuredAt(history, calendarAt, date, at)), date)
    if (measured !== workingFraction(calendar, date)) fixed[date.toString()] = measured
  }
  return {
    calendar: Object.keys(fixed).length > 0 ? { ...calendar, fixed } : calendar,
    ...{ zone, today, settings: settingsKnown(history, today, at) },
    ...{ role: stateAt(history, at).role, roles: rolesAt(history, zone, at) },
  }
}

type CalendarAt = (at: Temporal.Instant) => MemberCalendar

/** When the date's numbers were due, if that has come. Nobody asks for those of a last day: they are open until the day after is over. */
function measuredAt(
  history: DayHistory,
  calendarAt: CalendarAt,
  date: Temporal.PlainDate,
  at: Temporal.Instant,
): Temporal.Instant {
  const earlier = (one: Temporal.Instant) => (isBefore(one, at) ? one : at)
  const zoneOn = (day: Temporal.PlainDate) => zoneKnown(history, day, earlier(endOf(day, 'UTC')))
  const settingsOn = (day: Temporal.PlainDate) =>
    settingsKnown(history, day, earlier(endOf(day, zoneOn(day))))
  const first = settingsOn(date).numbersDay === 'same' ? 0 : 1
  for (let days = first; days <= LOOK_AHEAD; days += 1) {
    const asking = date.add({ days })
    const { closeAt } = checkinWindow(settingsOn(asking), zoneOn(asking), asking, null)
    if (workingFraction(calendarAt(earlier(closeAt)), asking) > 0) return earlier(closeAt)
    if (isBefore(at, closeAt)) return at
  }
  return earlier(endOf(date.add({ days: 1 }), zoneOn(date)))
}

/** The calendar known at an instant: one for each stretch in which nothing on record changed. */
function calendars(history: DayHistory): CalendarAt {
  const changes = changesIn(history)
  const known = new Map<number, MemberCalendar>()
  return (at) => {
    let changed = 0
    while (changed < changes.length && !isBefore(at, changes[changed]!)) changed += 1
    const found = known.get(changed) ?? calendarKnown(history, at)
    known.set(changed, found)
    return found
  }
}
