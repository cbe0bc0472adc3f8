// Decides whether a leave can be recorded next to the leaves that are already recorded.
import type { UserId } from '../../core/ids.ts'
import type { Leave } from './calendar.ts'
import { isTrip, type LeaveKind } from './leave-kind.ts'

/** `kind` is private: only the person and whoever looks after their leave see it. */
export interface RecordedLeave extends Leave {
  leaveId: string
  userId: UserId
  kind: LeaveKind
}

export type LeaveProblem = 'ends-before-start' | 'too-long' | 'too-far-back' | 'too-far-ahead' | 'overlaps'

const MAX_LEAVE_DAYS = 366
/** Sick leave is often reported afterwards; for older days the reports have been sent. */
export const MAX_DAYS_BACK = 31
const MAX_DAYS_AHEAD = 731

/** True: the two leaves share a part of a day. A morning and an afternoon of one day do not overlap. */
export function overlaps(one: Leave, other: Leave): boolean {
  const apart =
    Temporal.PlainDate.compare(one.to, other.from) < 0 || Temporal.PlainDate.compare(other.to, one.from) < 0
  if (apart) return false
  return one.part === 'whole' || other.part === 'whole' || one.part === other.part
}

/** True: both cannot be recorded. Who falls ill on a business trip is on leave all the same. */
export const clashes = (one: KindOfLeave, other: KindOfLeave): boolean =>
  isTrip(one.kind) === isTrip(other.kind) && overlaps(one, other)

/** True: the same days of the same kind, as when one form is submitted twice. */
export const isSameLeave = (one: KindOfLeave, other: KindOfLeave): boolean =>
  one.from.equals(other.from) && one.to.equals(other.to) && one.part === other.part && one.kind === other.kind

type KindOfLeave = Leave & { kind: LeaveKind }

export function leaveProblem(
  leave: KindOfLeave,
  recorded: readonly KindOfLeave[],
  today: Temporal.PlainDate,
): LeaveProblem | null {
  const days = leave.from.until(leave.to).days + 1
  if (days < 1) return 'ends-before-start'
  if (days > MAX_LEAVE_DAYS) return 'too-long'
  if (!isRecent(leave.from, today)) return 'too-far-back'
  if (Temporal.PlainDate.compare(leave.from, today.add({ days: MAX_DAYS_AHEAD })) > 0) return 'too-far-ahead'
  return recorded.some((other) => clashes(leave, other)) ? 'overlaps' : null
}

/** How far back leave is shown, recorded and cancelled. */
export const earliestShown = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: MAX_DAYS_BACK })

export const isRecent = (date: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(date, earliestShown(today)) >= 0

export interface SplitLeave<Of> {
  /** The days before today. Null: there are none. */
  past: Of | null
  /** Today and the days after it. */
  ahead: Of | null
}

export function splitAt<Of extends Leave>(leave: Of, today: Temporal.PlainDate): SplitLeave<Of> {
  const begun = Temporal.PlainDate.compare(leave.from, today) < 0
  const over = Temporal.PlainDate.compare(leave.to, today) < 0
  if (!begun) return { past: null, ahead: leave }
  if (over) return { past: leave, ahead: null }
  return { past: { ...leave, to: today.subtract({ days: 1 }) }, ahead: { ...leave, from: today } }
}
