// Decides the state of one member's check-in of a date, and whether it may be filed now.
import { isBefore } from '../../core/time.ts'
import {
  type MemberCalendar,
  nextWorkingDay,
  previousWorkingDay,
  workingFraction,
} from '../../org/domain/calendar.ts'
import { type CheckinTimes, type CheckinWindow, checkinWindow } from '../../org/domain/checkin-window.ts'

/** Of a day that was answered, or closed without an answer. */
export type StoredState = 'answered' | 'late' | 'missed' | 'excused'
/** Before that the state follows from the clock. */
export type CheckinState = 'not-due' | 'due' | StoredState

/** An answer counts, whatever came after; else the calendar, else the clock. A missed day can still become late. */
export function checkinState(
  entry: { state: StoredState } | null,
  excused: boolean,
  window: CheckinWindow,
  now: Temporal.Instant,
): CheckinState {
  if (entry?.state === 'answered' || entry?.state === 'late') return entry.state
  if (excused) return 'excused'
  if (isBefore(now, window.promptAt)) return 'not-due'
  return isBefore(now, window.closeAt) ? 'due' : 'missed'
}

export type FilingRefusal = 'too-early' | 'closed' | 'over' | 'excused'

export type Filing = { ok: true; late: boolean } | { ok: false; reason: FilingRefusal }

/** An answer can be edited until the close; after it, a day without one takes one late answer until midnight. */
export function canFile(state: CheckinState, window: CheckinWindow, now: Temporal.Instant): Filing {
  if (state === 'excused') return { ok: false, reason: 'excused' }
  if (isBefore(now, window.opensAt)) return { ok: false, reason: 'too-early' }
  if (isBefore(now, window.closeAt)) return { ok: true, late: false }
  if (state === 'answered' || state === 'late') return { ok: false, reason: 'closed' }
  return isBefore(now, window.lateUntil) ? { ok: true, late: true } : { ok: false, reason: 'over' }
}

/** The date of the check-in that the member means now: the first that can still be filed or edited, at most one working day ahead. */
export function openDate(
  calendar: MemberCalendar,
  settings: CheckinTimes,
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
