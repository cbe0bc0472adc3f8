// What of a target is a member's: the days they are in the team, a newcomer's ramp, and a leaver's last day.
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { fractionsOf, type WorkDay, workDaysOf } from './day-shares.ts'
import { isWithin, type TargetPeriod } from './target-period.ts'

/** What is expected of a newcomer in the first, second and third month. */
const RAMP = [0.3, 0.6, 1] as const

type Span = Pick<TargetPeriod, 'from' | 'to'>

/** The calendar of the same person, had they been in the team all the time and never away. */
const always = (calendar: MemberCalendar, { from }: Span): MemberCalendar => ({
  ...calendar,
  ...{ joinedOn: from, leftOn: null, leave: [] },
})

function rampOn(date: Temporal.PlainDate, rampFrom: Temporal.PlainDate | null): number {
  if (!rampFrom) return 1
  const months = RAMP.findIndex(
    (_, month) => Temporal.PlainDate.compare(date, rampFrom.add({ months: month + 1 })) < 0,
  )
  return RAMP[months] ?? 1
}

/**
 * The share of a full target that is theirs, 0 to 1: the working days between joining and leaving, a newcomer's days by the ramp,
 * of all working days of the period. Leave does not lower it: it moves the work to other days. `rampFrom`: a newcomer's first
 * day; null: not a newcomer.
 */
export function presentShare(
  calendar: MemberCalendar,
  period: Span,
  rampFrom: Temporal.PlainDate | null,
): number {
  const all = workDaysOf(always(calendar, period), period)
  const there = all.filter((day) => isInTeam(calendar, day))
  const ramped = there.reduce((sum, { date, fraction }) => sum + fraction * rampOn(date, rampFrom), 0)
  return all.length === 0 ? 0 : ramped / fractionsOf(all)
}

const isInTeam = ({ joinedOn, leftOn }: MemberCalendar, { date }: WorkDay): boolean =>
  Temporal.PlainDate.compare(joinedOn, date) <= 0 &&
  (!leftOn || Temporal.PlainDate.compare(date, leftOn) <= 0)

/** The calendar of the days on which the member's role counts a number. Null: none of them. */
export function countedWithin(
  calendar: MemberCalendar,
  span: { from: Temporal.PlainDate | null; to: Temporal.PlainDate | null } | null,
): MemberCalendar {
  if (!span) return { ...calendar, leftOn: calendar.joinedOn.subtract({ days: 1 }) }
  const { joinedOn, leftOn } = calendar
  const begins = span.from !== null && Temporal.PlainDate.compare(span.from, joinedOn) > 0
  const ends = span.to !== null && (!leftOn || Temporal.PlainDate.compare(span.to, leftOn) < 0)
  // What is counted of a calendar is remembered by the object.
  if (!begins && !ends) return calendar
  return { ...calendar, joinedOn: begins ? span.from! : joinedOn, leftOn: ends ? span.to : leftOn }
}

/** A part as it was set. */
export interface SetPart {
  value: number
  /** The last day that it is for, as far as was known when it was set. */
  until: Temporal.PlainDate
}

/**
 * The part of whoever leaves before `until` ends on the last day: the working days until then of those it was set for. What
 * is missing belongs to nobody. Inherited targets (ratios, levels) stay as they are.
 */
export function partInForce(part: SetPart, calendar: MemberCalendar, { from }: Span): number {
  const { leftOn, joinedOn } = calendar
  if (!leftOn || Temporal.PlainDate.compare(leftOn, part.until) >= 0) return part.value
  const first = isWithin(joinedOn, { from, to: part.until }) ? joinedOn : from
  const meant = fractionsOf(
    workDaysOf(always(calendar, { from: first, to: part.until }), { from: first, to: part.until }),
  )
  const worked = fractionsOf(
    workDaysOf(always(calendar, { from: first, to: leftOn }), { from: first, to: leftOn }),
  )
  return meant === 0 ? 0 : Math.round((part.value * worked) / meant)
}
