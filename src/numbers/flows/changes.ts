// The change that the numbers feature announces when numbers were entered, corrected or undone.
import { type Change, defineChange } from '../../core/changes.ts'
import type { Member } from '../../org/domain/team.ts'
import type { Metric } from '../domain/metrics.ts'

export const numbersChanged: Change<{
  member: Member
  /** The day that the numbers are for. */
  date: Temporal.PlainDate
  /** The date of the check-in that they were entered in, which edits its own messages. Null: they came by themselves. */
  enteredIn: Temporal.PlainDate | null
  /** The metrics whose totals of the day changed, as the team has them. */
  changed: readonly Metric[]
  /** What a member has just entered by a line or a form. Null: a standup, a correction or an undo. */
  act: { sourceKey: string; customer: string | null } | null
}> = defineChange('numbers-changed')
