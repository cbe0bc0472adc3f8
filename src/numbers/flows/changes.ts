// What the numbers announce to the features above them when something was entered, corrected or taken back.
import { type Change, defineChange } from '../../core/changes.ts'
import type { Member } from '../../org/domain/team.ts'

export const numbersChanged: Change<{
  member: Member
  /** The day that the numbers speak of. */
  date: Temporal.PlainDate
  /** The day whose check-in asks for them; null: none does. */
  askedOn: Temporal.PlainDate | null
}> = defineChange('numbers-changed')
