// Decides what a member's card of a check-in is: the prompt, the receipt, or what is left once the check-in is over or not needed.
import type { CheckinState, Filing } from './member-day.ts'

/** `over`: missed, and no late answer is taken any more. */
export type CardPhase = 'prompt' | 'receipt' | 'missed' | 'over' | 'excused'

/** `filing`: whether it can be filed now. */
export function cardPhase(state: CheckinState, asked: boolean, filing: Filing): CardPhase {
  if (state === 'answered' || state === 'late') return 'receipt'
  if (!asked || state === 'excused') return 'excused'
  if (state === 'missed') return filing.ok ? 'missed' : 'over'
  return 'prompt'
}

/** Once it is answered, closed or not needed a reminder shrinks to a line without a button. */
export type ReminderPhase = 'open' | 'answered' | 'closed' | 'excused'

export function reminderPhase(state: CheckinState, asked: boolean): ReminderPhase {
  if (state === 'answered' || state === 'late') return 'answered'
  if (!asked || state === 'excused') return 'excused'
  return state === 'missed' ? 'closed' : 'open'
}
