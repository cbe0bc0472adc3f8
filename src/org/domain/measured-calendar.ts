// The calendar that a member is measured by: a day whose numbers were due counts by what was known then, the others by what is known now.
import { remembered } from '../../core/remembered.ts'
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

/** By whose clock the member lives at the instant. */
const zoneAt = (history: DayHistory, at: Temporal.Instant): string =>
  zoneKnown(history, localDate(at, 'UTC'), at)

export const todayAt = (history: DayHistory, at: Temporal.Instant): Temporal.PlainDate =>
  localDate(at, zoneAt(history, at))

/** As of the instant, whatever was changed since. Past days of the span are fixed. */
export function memberAt(history: DayHistory, span: Span, at: Temporal.Instant): MemberAt {
  const zone = zoneAt(history, at)
  const today = localDate(at, zone)
  const known = knownCalendars(history)
  const calendar = known.at(at)
  const fixed: Record<string, 0 | 0.5 | 1> = {}
  const last = [span.to, today, known.lastChange(at).add({ days: 1 })].toSorted(
    Temporal.PlainDate.compare,
  )[0]!
  for (let date = span.from; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const fraction = workingFraction(calendar, date)
    const begin = date.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant()
    // Most days have counted alike ever since they began: all of those after which nothing changed.
    if (known.between(begin, at).every((one) => workingFraction(one, date) === fraction)) continue
    const measured = workingFraction(known.at(measuredAt(history, known.at, date, at)), date)
    if (measured !== fraction) fixed[date.toString()] = measured
  }
  return {
    calendar: Object.keys(fixed).length > 0 ? { ...calendar, fixed } : calendar,
    ...{ zone, today, settings: settingsKnown(history, today, at) },
    ...{ role: stateAt(history, at).role, roles: rolesAt(history, zone, at) },
  }
}

/** For what counts who was away by the leave on record at the instant, though it came after the day. */
export function asKnown(calendar: MemberCalendar): MemberCalendar {
  if (!calendar.fixed) return calendar
  const { fixed: _, ...known } = calendar
  return known
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

interface KnownCalendars {
  at: CalendarAt
  between(from: Temporal.Instant, to: Temporal.Instant): MemberCalendar[]
  lastChange(until: Temporal.Instant): Temporal.PlainDate
}

/** The calendars known at different times: one for each stretch in which nothing on record changed, whatever instant asks for it. */
const knownCalendars: (history: DayHistory) => KnownCalendars = remembered(
  () => '',
  (history) => {
    const changes = changesIn(history)
    const times = changes.map(({ epochNanoseconds }) => epochNanoseconds)
    const known = new Map<number, MemberCalendar>()
    const stretchAt = ({ epochNanoseconds }: Temporal.Instant): number => {
      const next = times.findIndex((time) => time > epochNanoseconds)
      return next === -1 ? times.length : next
    }
    const calendarOf = (stretch: number): MemberCalendar => {
      const found = known.get(stretch) ?? calendarKnown(history, changes[stretch - 1] ?? BEFORE_ALL)
      known.set(stretch, found)
      return found
    }
    return {
      at: (at) => calendarOf(stretchAt(at)),
      lastChange: (until) => localDate(changes[stretchAt(until) - 1] ?? BEFORE_ALL, 'UTC'),
      between: (from, to) => {
        const [first, last] = [stretchAt(from), stretchAt(to)]
        return Array.from({ length: last - first + 1 }, (_, index) => calendarOf(first + index))
      },
    }
  },
)

const BEFORE_ALL = Temporal.Instant.fromEpochMilliseconds(0)
