// Decides the state of one member's day: when it is asked, until when it may be answered, what the answer is.

import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { isBefore } from '../../../core/time.ts'
import type { MemberCalendar } from '../../../org/domain/calendar.ts'
import { nextWorkingDay, previousWorkingDay, workingFraction } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, checkinWindow, type Rhythm } from '../../../org/domain/checkin-window.ts'

export type StandupState = 'not-due' | 'due' | 'answered' | 'late' | 'missed' | 'excused'

export type Outcome = 'done' | 'carried' | 'dropped'
export interface PlanItem {
  itemId: string
  text: string
  outcome: Outcome | null
}
/** The ids of plan lines, by what became of them. */
export type Outcomes = Readonly<Record<Outcome, readonly string[]>>
export interface Blocker {
  workspaceId: WorkspaceId
  blockerId: string
  teamId: TeamId
  memberId: MemberId
  text: string
  helperUserId: UserId | null
  state: 'open' | 'helped' | 'closed'
  raisedOn: Temporal.PlainDate
  /** Null as long as it is not closed. */
  closedOn: Temporal.PlainDate | null
  /** Taken back by the standup that raised it. */
  withdrawn: boolean
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

/** What was handed in counts, whatever came after; else the calendar, else the clock. Missed can still become late. */
export function standupState(
  entry: { state: 'answered' | 'late' | 'missed' | 'excused' } | null,
  excused: boolean,
  window: CheckinWindow,
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
export function canFile(state: StandupState, window: CheckinWindow, now: Temporal.Instant): Filing {
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
    const window = checkinWindow(settings, zone, date, previousWorkingDay(calendar, date))
    if (canFile(answered(date) ? 'answered' : 'not-due', window, now).ok) return date
  }
  return null
}

/** Working days in a row answered in time, the new answer included. `previous`: the member's working day before; null: no entry. */
export function streakAfter(
  previous: { state: 'answered' | 'late' | 'missed' | 'excused'; streakDays: number } | null,
  late: boolean,
): number {
  if (late) return 0
  return previous?.state === 'answered' ? previous.streakDays + 1 : 1
}
