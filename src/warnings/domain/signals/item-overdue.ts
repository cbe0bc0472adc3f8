// Item overdue: an action item or blocker is still open some working days after its due date, counted as its owner's list counts them.
import { workingDaysOverdue } from '../../../actions/domain/overdue.ts'
import type { MemberCalendar } from '../../../org/domain/calendar.ts'
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
  /** Working days of the owner after the one on which it was due, today included. */
  days: number
}

/** `today`: by the owner's clock. */
export function itemOverdue(
  { dueOn, isOpen, calendar }: DueItem,
  today: Temporal.PlainDate,
  settings: Limits,
): Reading<OverdueEvidence> {
  const days = workingDaysOverdue(calendar, dueOn, today)
  const evidence = { dueOn, days }
  return isOpen ? readingOf(days, settings, evidence) : noReading(evidence)
}
