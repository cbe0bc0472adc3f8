// The change that the numbers feature announces when numbers were entered, corrected or undone.
import { type Change, defineChange } from '../../core/changes.ts'
import type { Member } from '../../org/domain/team.ts'

export const numbersChanged: Change<{
  member: Member
  /** The day that the numbers are for. */
  date: Temporal.PlainDate
  /** The date of the check-in that they were entered in, which edits its own messages. Null: they came by themselves. */
  enteredIn: Temporal.PlainDate | null
}> = defineChange('numbers-changed')
