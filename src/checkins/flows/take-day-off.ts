// Records leave for the day of a prompt at its member's press of "Off today", in whichever check-in it was pressed.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { type LeaveDone, type LeaveRefused, recordLeave } from '../../org/flows/record-leave.ts'
import { isNeeded, type PromptedDay } from './snooze-day.ts'

export type DayOffOutcome =
  | LeaveDone
  | { ok: false; reason: 'refused'; refused: LeaveRefused }
  /** Answered, or off, by now: the message says so itself. */
  | { ok: false; reason: 'not-needed' | 'not-a-member' | 'not-open' }

/** While the check-in of that day is open; afterwards `/kpi leave` asks the manager. Of a weekly one it is the member's own day. */
export async function takeDayOff(
  context: Context,
  who: Person,
  { state, asked, window }: Pick<PromptedDay, 'state' | 'asked' | 'window'>,
): Promise<DayOffOutcome> {
  if (!isNeeded({ state, asked })) return { ok: false, reason: 'not-needed' }
  if (state !== 'due') return { ok: false, reason: 'not-open' }
  const leaveId = crypto.randomUUID()
  const recorded = await recordLeave(context, who, who.userId, {
    ...{ leaveId, from: window.date, to: window.date, part: 'whole' },
  })
  if (!recorded.ok && recorded.reason === 'confirm') return { ok: false, reason: 'not-needed' }
  if (!recorded.ok) return { ok: false, reason: 'refused', refused: recorded }
  // The second of two presses finds the leave of the first, which has been answered.
  return recorded.leave.leaveId === leaveId ? recorded : { ok: false, reason: 'not-needed' }
}
