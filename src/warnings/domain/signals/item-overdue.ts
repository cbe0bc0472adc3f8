// Item overdue: an action item or blocker is still open some working days after its due date.
import { type MemberCalendar, workingFractionsBetween } from '../../../org/domain/calendar.ts'
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export interface DueItem {
  /** Until the end of this date it is in time. */
  dueOn: Temporal.PlainDate
  isOpen: boolean
  /** The owner's. */
  calendar: MemberCalendar
}

export interface OverdueEvidence {
  dueOn: Temporal.PlainDate
  /** Working days of the owner since then, today included. */
  days: number
}

/** `today`: by the owner's clock. */
export function itemOverdue(
  { dueOn, isOpen, calendar }: DueItem,
  today: Temporal.PlainDate,
  settings: Limits,
): Reading<OverdueEvidence> {
  const days = workingFractionsBetween(calendar, dueOn.add({ days: 1 }), today)
  const evidence = { dueOn, days }
  return isOpen ? readingOf(days, settings, evidence) : noReading(evidence)
}
