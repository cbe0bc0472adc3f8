// Decides whether a leave can be recorded beside those that already are.
import type { Leave } from './calendar.ts'

export type LeaveProblem = 'ends-before-start' | 'too-long' | 'too-far-back' | 'too-far-ahead' | 'overlaps'

const LONGEST_DAYS = 366
/** Sick leave is often told afterwards; older days have been reported on. */
const BACK_DAYS = 31
const AHEAD_DAYS = 731

/** Two leaves share a day, and a part of it: a morning and an afternoon do not. */
export function overlaps(one: Leave, other: Leave): boolean {
  const apart =
    Temporal.PlainDate.compare(one.to, other.from) < 0 || Temporal.PlainDate.compare(other.to, one.from) < 0
  if (apart) return false
  return one.part === 'whole' || other.part === 'whole' || one.part === other.part
}

export function leaveProblem(
  leave: Leave,
  recorded: readonly Leave[],
  today: Temporal.PlainDate,
): LeaveProblem | null {
  const days = leave.from.until(leave.to).days + 1
  if (days < 1) return 'ends-before-start'
  if (days > LONGEST_DAYS) return 'too-long'
  if (Temporal.PlainDate.compare(leave.from, today.subtract({ days: BACK_DAYS })) < 0) return 'too-far-back'
  if (Temporal.PlainDate.compare(leave.from, today.add({ days: AHEAD_DAYS })) > 0) return 'too-far-ahead'
  return recorded.some((other) => overlaps(leave, other)) ? 'overlaps' : null
}
