// Decides on which days a member works, and how much of each day. All code that counts working days uses this.
import { dayNumber } from '../../core/time.ts'
import type { HolidayFact } from './holiday-fact.ts'
import { holidayOn, placeKey } from './holidays.ts'

/** `on`: an extra working day (adjusted weekend); `off`: an extra day off. */
export type ExtraDay = 'on' | 'off'
export type LeavePart = 'whole' | 'morning' | 'afternoon'

/** A team's week and holidays, as they are set. */
export interface WorkWeek {
  workDays: readonly number[]
  /** A date that the team works, as on every second such weekday before and after it. Null: no such weekday. */
  alternateDay: Temporal.PlainDate | null
  holidayCountry: string | null
  holidayRegion: string | null
}

/** What counted as public holidays of a year until an update of the holiday data changed it. */
export interface FormerHolidays {
  place: string
  year: number
  until: Temporal.Instant
  /** The last date that counts by it: dates that are over keep what they were worked by. */
  lastDay: Temporal.PlainDate
  dates: Readonly<Record<string, HolidayFact['kind']>>
}

export interface DatedWeek extends WorkWeek {
  from: Temporal.PlainDate
  /** Of the workspace, the same in each version. */
  formerHolidays?: readonly FormerHolidays[]
}

export interface WorkCalendar extends WorkWeek {
  /** Every version of the week, newest first: each date counts by its own. Missing: the week never changed. */
  weeks?: readonly DatedWeek[]
  /** By ISO date. Extra days take precedence over the public holidays. */
  extraDays: Readonly<Record<string, ExtraDay>>
  /** By ISO date: since when each extra day is on record. Missing: it always was. */
  extraDaysSince?: Readonly<Record<string, Temporal.Instant>>
  /** In the order in which they were replaced. Missing: none was. */
  formerHolidays?: readonly FormerHolidays[]
}

export interface Leave {
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  part: LeavePart
}

export interface LeaveOnRecord extends Leave {
  recordedAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
}

/** Whose public holidays count. Country null: none. */
export interface HolidayPlace {
  country: string | null
  region: string | null
}

/** A choice of a person for their own days, in place of the team's. */
export interface OwnHolidays {
  from: Temporal.PlainDate
  /** Null: the team's again. */
  place: HolidayPlace | null
}

export interface MemberCalendar extends WorkCalendar {
  /** Newest first. Before the first of them the team's holidays count. */
  ownHolidays: readonly OwnHolidays[]
  joinedOn: Temporal.PlainDate
  leftOn: Temporal.PlainDate | null
  leave: readonly Leave[]
  /** The same with cancelled leave, and since when and until when each was on record. Missing: it always was. */
  leaveOnRecord?: readonly LeaveOnRecord[]
  /** By ISO date: past days that are measured by what was known when their numbers were due. Missing: none differs. */
  fixed?: Readonly<Record<string, DayStatus['fraction']>>
}

export type DayReason = 'working' | 'rest-day' | 'holiday' | 'extra-day-off' | 'leave' | 'not-joined' | 'left'
export interface DayStatus {
  fraction: 0 | 0.5 | 1
  reason: DayReason
}

const WHOLE = 1
const HALF = 0.5
const TWO_WEEKS = 14

/** The week in force on the date. Before the first version that one counts. */
function weekOn(calendar: WorkCalendar, date: Temporal.PlainDate): WorkWeek {
  const { weeks } = calendar
  const inForce = weeks?.find(({ from }) => Temporal.PlainDate.compare(from, date) <= 0)
  return inForce ?? weeks?.at(-1) ?? calendar
}

const teamPlace = (calendar: WorkCalendar, date: Temporal.PlainDate): HolidayPlace => {
  const { holidayCountry, holidayRegion } = weekOn(calendar, date)
  return { country: holidayCountry, region: holidayRegion }
}

/** Whose public holidays count for the member on the date. */
function placeOn(calendar: MemberCalendar, date: Temporal.PlainDate): HolidayPlace {
  const chosen = calendar.ownHolidays.find(({ from }) => Temporal.PlainDate.compare(from, date) <= 0)
  return chosen?.place ?? teamPlace(calendar, date)
}

function holidayKind(
  { formerHolidays }: WorkCalendar,
  { country, region }: HolidayPlace,
  date: Temporal.PlainDate,
): HolidayFact['kind'] | null {
  if (country === null) return null
  const former = formerHolidays?.find(
    ({ place, year, lastDay }) =>
      year === date.year &&
      place === placeKey(country, region) &&
      Temporal.PlainDate.compare(date, lastDay) <= 0,
  )
  return former ? (former.dates[date.toString()] ?? null) : (holidayOn(country, region, date)?.kind ?? null)
}

function dayReason(calendar: WorkCalendar, place: HolidayPlace, date: Temporal.PlainDate): DayReason {
  const extra = calendar.extraDays[date.toString()]
  if (extra) return extra === 'on' ? 'working' : 'extra-day-off'
  const holiday = holidayKind(calendar, place, date)
  if (holiday) return holiday === 'holiday' ? 'holiday' : 'working'
  const { workDays, alternateDay } = weekOn(calendar, date)
  const works = workDays.includes(date.dayOfWeek) || isAlternateDay(alternateDay, date)
  return works ? 'working' : 'rest-day'
}

/** True: the date is an even number of weeks from `worked`. */
export const isAlternateDay = (worked: Temporal.PlainDate | null, date: Temporal.PlainDate): boolean =>
  worked !== null && worked.until(date).days % TWO_WEEKS === 0

/** The next day from the date on that is worked because its weekday is worked every other week. Null: none within the limit. */
export function nextAlternateDay(
  calendar: WorkCalendar,
  from: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return findDay(
    from.subtract({ days: 1 }),
    1,
    limitDays,
    (day) => isAlternateDay(weekOn(calendar, day).alternateDay, day) && teamWorksOn(calendar, day),
  )
}

export function leavePartsOn(leave: readonly Leave[], date: Temporal.PlainDate): ReadonlySet<LeavePart> {
  const isOn = ({ from, to }: Leave) =>
    Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
  return new Set(leave.filter(isOn).map(({ part }) => part))
}

/** Two half days are a whole day. */
export const isAwayOn = (leave: readonly Leave[], date: Temporal.PlainDate): boolean =>
  leaveFraction(leave, date) === WHOLE

/** Two half days are a whole day, even when they are recorded as two leaves. */
function leaveFraction(leave: readonly Leave[], date: Temporal.PlainDate): 0 | 0.5 | 1 {
  const parts = leavePartsOn(leave, date)
  if (parts.has('whole') || parts.size === 2) return WHOLE
  return parts.size === 1 ? HALF : 0
}

/**
 * How much of the date the member works, and why. Order of precedence: joining and leaving, the team's extra days,
 * public holidays (the member's own where chosen), the week pattern. Leave then reduces a working day; half a day still counts as working.
 */
export function dayStatus(calendar: MemberCalendar, date: Temporal.PlainDate): DayStatus {
  if (Temporal.PlainDate.compare(date, calendar.joinedOn) < 0) return { fraction: 0, reason: 'not-joined' }
  if (calendar.leftOn && Temporal.PlainDate.compare(date, calendar.leftOn) > 0)
    return { fraction: 0, reason: 'left' }
  const reason = dayReason(calendar, placeOn(calendar, date), date)
  if (reason !== 'working') return { fraction: 0, reason }
  const away = leaveFraction(calendar.leave, date)
  if (away === WHOLE) return { fraction: 0, reason: 'leave' }
  return { fraction: away === HALF ? HALF : WHOLE, reason }
}

/** Calendars do not change, and the same days of one are asked for again and again. */
const counted = new WeakMap<MemberCalendar, Map<number, DayStatus['fraction']>>()

export function workingFraction(calendar: MemberCalendar, date: Temporal.PlainDate): DayStatus['fraction'] {
  const known = counted.get(calendar) ?? new Map<number, DayStatus['fraction']>()
  if (known.size === 0) counted.set(calendar, known)
  const key = dayNumber(date)
  const found = known.get(key) ?? fractionOn(calendar, date)
  known.set(key, found)
  return found
}

function fractionOn(calendar: MemberCalendar, date: Temporal.PlainDate): DayStatus['fraction'] {
  const { fraction, reason } = dayStatus(calendar, date)
  if (reason === 'not-joined' || reason === 'left') return 0
  return calendar.fixed?.[date.toString()] ?? fraction
}

/** Whether the team works on the date, regardless of single members' leave, joining and leaving. */
export function teamWorksOn(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  return dayReason(calendar, teamPlace(calendar, date), date) === 'working'
}

/**
 * The day on which a team's week starts (Monday = 1): its first working day after its longest rest. So a team that works
 * Sunday to Thursday starts on Sunday. Of several equally long rests the one that ends first in the week counts.
 */
export function weekStart(workDays: readonly number[]): number {
  const restBefore = (day: number): number => {
    let days = 0
    while (days < 6 && !workDays.includes(((day + 5 - days) % 7) + 1)) days += 1
    return days
  }
  const [first] = workDays.toSorted((one, other) => restBefore(other) - restBefore(one) || one - other)
  return first ?? 1
}

/** The last working day of the week that starts so. */
export function lastWorkDay(workDays: readonly number[]): number {
  const startsOn = weekStart(workDays)
  const place = (day: number) => (day + 7 - startsOn) % 7
  return workDays.toSorted((one, other) => place(one) - place(other)).at(-1) ?? 5
}

const LIMIT_DAYS = 60

/** The nearest date within `limitDays` for which `works` holds; `step` -1 searches backwards. Null: none. */
function findDay(
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

/** The member's last working day before the date. Null: none within the limit, for example of a new member. */
export function previousWorkingDay(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return findDay(date, -1, limitDays, (day) => workingFraction(calendar, day) > 0)
}

/** The member's first working day after the date. Null: none within the limit, for example of a member who left. */
export function nextWorkingDay(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return findDay(date, 1, limitDays, (day) => workingFraction(calendar, day) > 0)
}

export function previousTeamWorkingDay(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return findDay(date, -1, limitDays, (day) => teamWorksOn(calendar, day))
}

export function nextTeamWorkingDay(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  limitDays = LIMIT_DAYS,
): Temporal.PlainDate | null {
  return findDay(date, 1, limitDays, (day) => teamWorksOn(calendar, day))
}

/** The sum of working days, both ends included; 0 when `to` is before `from`. */
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
