// Decides the state of one member's day: when it is asked, until when it may be answered, what the answer is.

import type { MemberId, MetricKey, UserId } from '../../../core/ids.ts'
import type { MemberCalendar, WorkCalendar } from '../../../org/domain/calendar.ts'
import {
  dayVerdict,
  nextWorkingDay,
  previousTeamWorkingDay,
  previousWorkingDay,
  workingFraction,
} from '../../../org/domain/calendar.ts'
import type { TeamSettings } from '../../../org/domain/team.ts'

/** The instants of one member's standup on one date, in their zone. */
export interface StandupWindow {
  date: Temporal.PlainDate
  /** 17:00 on the working day before: from here it may be filed. */
  opensAt: Temporal.Instant
  promptAt: Temporal.Instant
  remindAt: Temporal.Instant
  closeAt: Temporal.Instant
  /** Midnight at the end of the date: a late answer is taken until here. */
  lateUntil: Temporal.Instant
}

export type StandupState = 'not-due' | 'due' | 'answered' | 'late' | 'missed' | 'excused'

export type Outcome = 'done' | 'carried' | 'dropped'
export interface PlanItem {
  itemId: string
  text: string
  outcome: Outcome | null
}
export interface Blocker {
  blockerId: string
  memberId: MemberId
  text: string
  helperUserId: UserId | null
  state: 'open' | 'helped' | 'closed'
  raisedOn: Temporal.PlainDate
}

/** What a rep handed in, already read and validated at the edge. Values are scaled integers. */
export interface StandupAnswer {
  /** Plan items of the last standup, by id: done or dropped; those not named are carried on. */
  doneItemIds: readonly string[]
  droppedItemIds: readonly string[]
  /** Anything else that was done; empty string: nothing. */
  doneNote: string
  /** One line each. */
  plan: readonly string[]
  closedBlockerIds: readonly string[]
  /** Closed by this standup before, and unticked in an edit. */
  reopenedBlockerIds: readonly string[]
  newBlockers: readonly string[]
  helperUserId: UserId | null
  numbers: Readonly<Record<MetricKey, number>>
  /** Numbers outside the plausible range that the rep confirmed on a second submit. */
  confirmed: Readonly<Record<MetricKey, number>>
}

export type Rhythm = Pick<TeamSettings, 'promptTime' | 'closeAfterMinutes' | 'remindBeforeCloseMinutes'>

const OPENS_AT = '17:00'

/** The zone by whose clock the member is asked. */
export function zoneOf(settings: Pick<TeamSettings, 'zoneRule' | 'zone'>, memberZone: string): string {
  return settings.zoneRule === 'team' ? settings.zone : memberZone
}

/** The instant of a wall time 'HH:MM'. Where the clocks jump over it: the first minute after the jump; where they pass it twice: the first. */
export function localInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(time)
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (found.toPlainDateTime().equals(wanted)) return found.toInstant()
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return (jump ?? found).toInstant()
}

/** The window of `date`. Without a working day before (a newcomer) it opens on the eve. A close after midnight moves the end of the late answers with it. */
export function standupWindow(
  settings: Rhythm,
  zone: string,
  date: Temporal.PlainDate,
  previousWorkingDay: Temporal.PlainDate | null,
): StandupWindow {
  const promptAt = localInstant(date, settings.promptTime, zone)
  const closeAt = promptAt.add({ minutes: settings.closeAfterMinutes })
  const midnight = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return {
    date,
    opensAt: localInstant(previousWorkingDay ?? date.subtract({ days: 1 }), OPENS_AT, zone),
    promptAt,
    remindAt: closeAt.subtract({ minutes: settings.remindBeforeCloseMinutes }),
    closeAt,
    lateUntil: isBefore(midnight, closeAt) ? closeAt : midnight,
  }
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0

/** What was handed in counts, whatever came after; else the calendar, else the clock. Missed can still become late. */
export function standupState(
  entry: { state: 'answered' | 'late' | 'missed' | 'excused' } | null,
  excused: boolean,
  window: StandupWindow,
  now: Temporal.Instant,
): StandupState {
  if (entry?.state === 'answered' || entry?.state === 'late') return entry.state
  if (excused) return 'excused'
  if (isBefore(now, window.promptAt)) return 'not-due'
  return isBefore(now, window.closeAt) ? 'due' : 'missed'
}

export type FilingRefusal = 'too-early' | 'closed' | 'over' | 'excused'

export type Filing = { ok: true; late: boolean } | { ok: false; reason: FilingRefusal }

/** An answer can be edited until the close; after it, a day without one takes one late answer until midnight. */
export function canFile(state: StandupState, window: StandupWindow, now: Temporal.Instant): Filing {
  if (state === 'excused') return { ok: false, reason: 'excused' }
  if (isBefore(now, window.opensAt)) return { ok: false, reason: 'too-early' }
  if (isBefore(now, window.closeAt)) return { ok: true, late: false }
  if (state === 'answered' || state === 'late') return { ok: false, reason: 'closed' }
  return isBefore(now, window.lateUntil) ? { ok: true, late: true } : { ok: false, reason: 'over' }
}

/** Which date "today's standup" means now: the first that the member can still file or edit, at most one working day ahead. */
export function openDate(
  calendar: MemberCalendar,
  settings: Rhythm,
  zone: string,
  answered: (date: Temporal.PlainDate) => boolean,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const ahead = nextWorkingDay(calendar, today)
  const candidates = [today.subtract({ days: 1 }), today, ...(ahead ? [ahead] : [])]
  for (const date of candidates) {
    if (workingFraction(calendar, date) === 0) continue
    const window = standupWindow(settings, zone, date, previousWorkingDay(calendar, date))
    if (canFile(answered(date) ? 'answered' : 'not-due', window, now).ok) return date
  }
  return null
}

/** The day of which the numbers in the standup of `date` speak. A newcomer worked before joining: the first one asks too. */
export function numbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  if (settings.numbersDay === 'same') return date
  return previousWorkingDay({ ...calendar, joinedOn: date.subtract({ years: 1 }) }, date) ?? date
}

/** The day that the board of the close of `date` ranks. */
export function teamNumbersDate(
  settings: Pick<TeamSettings, 'numbersDay'>,
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  return settings.numbersDay === 'same' ? date : (previousTeamWorkingDay(calendar, date) ?? date)
}

/** Working days in a row answered in time, the new answer included. `previous`: the member's working day before; null: no entry. */
export function streakAfter(
  previous: { state: 'answered' | 'late' | 'missed' | 'excused'; streakDays: number } | null,
  late: boolean,
): number {
  if (late) return 0
  return previous?.state === 'answered' ? previous.streakDays + 1 : 1
}

/** Numbers of a date can be entered until the end of the member's next working day (of the next day, if none is near). */
export function entryOpen(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  zone: string,
  now: Temporal.Instant,
): boolean {
  const { reason } = dayVerdict(calendar, date)
  if (reason === 'not-joined' || reason === 'left') return false
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today) > 0) return false
  const last = nextWorkingDay(calendar, date) ?? date.add({ days: 1 })
  return Temporal.PlainDate.compare(today, last) <= 0
}
