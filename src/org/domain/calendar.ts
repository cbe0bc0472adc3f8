// Decides on which days a member works, and how much of the day: everything that counts days asks here.
import { holidayOn } from './holidays.ts'

/** `on`: a working day that the week pattern would not give (adjusted weekend); `off`: the other way. */
export type ExtraDay = 'on' | 'off'
export type LeavePart = 'whole' | 'morning' | 'afternoon'

export interface WorkCalendar {
  workDays: readonly number[]
  holidayCountry: string | null
  holidayRegion: string | null
  /** By ISO date. The team's own word outranks the public calendar. */
  extraDays: Readonly<Record<string, ExtraDay>>
}

export interface Leave {
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  part: LeavePart
}

export interface MemberCalendar extends WorkCalendar {
  joinedOn: Temporal.PlainDate
  leftOn: Temporal.PlainDate | null
  leave: readonly Leave[]
}

export type DayReason = 'working' | 'rest-day' | 'holiday' | 'extra-day-off' | 'leave' | 'not-joined' | 'left'
export interface DayVerdict {
  fraction: 0 | 0.5 | 1
  reason: DayReason
}

const WHOLE = 1
const HALF = 0.5

function teamVerdict(calendar: WorkCalendar, date: Temporal.PlainDate): DayReason {
  const extra = calendar.extraDays[date.toString()]
  if (extra) return extra === 'on' ? 'working' : 'extra-day-off'
  const holiday = holidayOn(calendar.holidayCountry, calendar.holidayRegion, date)
  if (holiday) return holiday.kind === 'holiday' ? 'holiday' : 'working'
  return calendar.workDays.includes(date.dayOfWeek) ? 'working' : 'rest-day'
}

export function leavePartsOn(leave: readonly Leave[], date: Temporal.PlainDate): ReadonlySet<LeavePart> {
  const isOn = ({ from, to }: Leave) =>
    Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
  return new Set(leave.filter(isOn).map(({ part }) => part))
}

/** Both halves, or one whole, make a day; the halves may come from two entries. */
function leaveFraction(leave: readonly Leave[], date: Temporal.PlainDate): 0 | 0.5 | 1 {
  const parts = leavePartsOn(leave, date)
  if (parts.has('whole') || parts.size === 2) return WHOLE
  return parts.size === 1 ? HALF : 0
}

/**
 * How much of the date the member works, and why. Joining and leaving outrank the team's extra days, these the public calendar,
 * that the week; on a day that the team works, leave takes its share. A half day counts as working.
 */
export function dayVerdict(calendar: MemberCalendar, date: Temporal.PlainDate): DayVerdict {
  if (Temporal.PlainDate.compare(date, calendar.joinedOn) < 0) return { fraction: 0, reason: 'not-joined' }
  if (calendar.leftOn && Temporal.PlainDate.compare(date, calendar.leftOn) > 0)
    return { fraction: 0, reason: 'left' }
  const reason = teamVerdict(calendar, date)
  if (reason !== 'working') return { fraction: 0, reason }
  const away = leaveFraction(calendar.leave, date)
  if (away === WHOLE) return { fraction: 0, reason: 'leave' }
  return { fraction: away === HALF ? HALF : WHOLE, reason }
}

export function workingFraction(calendar: MemberCalendar, date: Temporal.PlainDate): 0 | 0.5 | 1 {
  return dayVerdict(calendar, date).fraction
}

/** Whether the team as such works: leave, joining and leaving are the members' own. */
export function teamWorksOn(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  return teamVerdict(calendar, date) === 'working'
}

const LIMIT_DAYS = 60

/** The nearest date, 1 to `limitDays` steps of `step` days away, for which `works` holds; null: none. */
function seek(
  date: Temporal.PlainDate,
  step: 1 | -1,
  limitDays: number,
  works: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | null {
  for (let days = 1; days <= limitDays; days += 1) {
    const candidate = date.add({ days: step * days })
    if (works(candidate)) return candidate
  }
  return null
}

/** The member's last day with work strictly before the date; null: none within the limit, e.g. a newcomer. */
export function previousWorkingDay(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return seek(date, -1, limitDays, (day) => workingFraction(calendar, day) > 0)
}

/** The member's first day with work strictly after the date; null: none within the limit, e.g. a leaver. */
export function nextWorkingDay(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return seek(date, 1, limitDays, (day) => workingFraction(calendar, day) > 0)
}

export function previousTeamWorkingDay(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return seek(date, -1, limitDays, (day) => teamWorksOn(calendar, day))
}

export function nextTeamWorkingDay(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return seek(date, 1, limitDays, (day) => teamWorksOn(calendar, day))
}

/** Sum over both ends inclusive; 0 when `to` is before `from`. */
export function workingFractionsBetween(
  calendar: MemberCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  let sum = 0
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 }))
    sum += workingFraction(calendar, date)
  return sum
}
