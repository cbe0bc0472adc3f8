// What was on record of a member's days at an instant: a past score is computed from it again, whatever was changed since.
import { isBefore } from '../../core/time.ts'
import type {
  ExtraDay,
  FormerHolidays,
  LeaveOnRecord,
  MemberCalendar,
  OwnHolidays,
  WorkCalendar,
} from './calendar.ts'
import { zoneOf } from './checkin-window.ts'
import type { Member, TeamSettings } from './team.ts'
import { datedCalendar, weekIn } from './work-calendar.ts'

/** Null: always, or still. */
export interface OnRecord {
  since: Temporal.Instant | null
  until: Temporal.Instant | null
}

export interface DatedSettings {
  from: Temporal.PlainDate
  settings: TeamSettings
}

export type MemberState = Pick<Member, 'role' | 'joinedOn' | 'leftOn'>

export interface DayHistory {
  settings: readonly (DatedSettings & OnRecord)[]
  extraDays: readonly ({ date: string; kind: ExtraDay } & OnRecord)[]
  leaves: readonly LeaveOnRecord[]
  ownHolidays: readonly (OwnHolidays & OnRecord)[]
  /** The latest last: what it is now. */
  states: readonly (MemberState & OnRecord)[]
  /** The latest last. */
  zones: readonly ({ zone: string } & OnRecord)[]
  /** In the order in which they were replaced. */
  formerHolidays: readonly FormerHolidays[]
}

const isOnRecord =
  (at: Temporal.Instant) =>
  ({ since, until }: OnRecord): boolean =>
    (since === null || !isBefore(at, since)) && (until === null || isBefore(at, until))

const newestFirst = (one: { from: Temporal.PlainDate }, other: { from: Temporal.PlainDate }) =>
  Temporal.PlainDate.compare(other.from, one.from)

/** The versions known at the instant, newest first. Who looks further back than any was known gets the oldest. */
function settingsAt({ settings }: DayHistory, at: Temporal.Instant): DatedSettings[] {
  const known = settings.filter(isOnRecord(at)).toSorted(newestFirst)
  return known.length > 0 ? known : settings.toSorted(newestFirst).slice(-1)
}

/** In force on the date, as far as was known at the instant. */
export function settingsKnown(
  history: DayHistory,
  date: Temporal.PlainDate,
  at: Temporal.Instant,
): TeamSettings {
  const known = settingsAt(history, at)
  const found = known.find(({ from }) => Temporal.PlainDate.compare(from, date) <= 0) ?? known.at(-1)
  return found!.settings
}

/** What the membership was then. Changes of one instant count from it on. */
export const stateAt = ({ states }: DayHistory, at: Temporal.Instant): MemberState =>
  states.find(isOnRecord(at)) ?? states.at(-1)!

/** By whose clock the date is the member's. */
export function zoneKnown(history: DayHistory, date: Temporal.PlainDate, at: Temporal.Instant): string {
  const own = history.zones.find(isOnRecord(at)) ?? history.zones.at(-1)!
  return zoneOf(settingsKnown(history, date, at), own.zone)
}

/** The member's calendar as it was known at the instant: days ahead included. */
export function calendarKnown(history: DayHistory, at: Temporal.Instant): MemberCalendar {
  const weeks = settingsAt(history, at).map(({ from, settings }) => ({ from, ...weekIn(settings) }))
  const on = at.toZonedDateTimeISO('UTC').toPlainDate()
  const extra = history.extraDays.filter(isOnRecord(at)).map(({ date, kind }) => [date, kind] as const)
  const work: WorkCalendar = datedCalendar(weeks, on, Object.fromEntries(extra))!
  const { joinedOn, leftOn } = stateAt(history, at)
  const onRecord = ({ recordedAt, cancelledAt }: LeaveOnRecord) =>
    isOnRecord(at)({ since: recordedAt, until: cancelledAt })
  return {
    ...work,
    ...{ joinedOn, leftOn, leave: history.leaves.filter(onRecord) },
    ownHolidays: history.ownHolidays.filter(isOnRecord(at)).toSorted(newestFirst),
    formerHolidays: holidaysKnown(history.formerHolidays, at),
  }
}

const FAR_AHEAD = Temporal.PlainDate.from('9999-12-31')

/** What was replaced later still held for every date. */
function holidaysKnown(former: readonly FormerHolidays[], at: Temporal.Instant): FormerHolidays[] {
  return former.map((one) => (isBefore(at, one.until) ? { ...one, lastDay: FAR_AHEAD } : one))
}

/** The instants at which anything on record changed, in order. */
export function changesIn(history: DayHistory): Temporal.Instant[] {
  const lists: readonly (readonly OnRecord[])[] = [
    ...[history.settings, history.extraDays, history.ownHolidays, history.states, history.zones],
    history.leaves.map(({ recordedAt, cancelledAt }) => ({ since: recordedAt, until: cancelledAt })),
    history.formerHolidays.map(({ until }) => ({ since: null, until })),
  ]
  return lists
    .flat()
    .flatMap(({ since, until }) => [since, until])
    .filter((at) => at !== null)
    .toSorted(Temporal.Instant.compare)
}
