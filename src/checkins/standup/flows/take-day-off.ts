// Records leave for the day of a prompt at its member's press of "Off today".
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { type LeaveDone, type LeaveRefused, recordLeave } from '../../../org/flows/record-leave.ts'
import { factsOfFiler } from '../db/standup-facts.ts'
import { mayFile, standupDayOf } from '../domain/standup-day.ts'

export type DayOffOutcome =
  | LeaveDone
  | { ok: false; reason: 'refused'; refused: LeaveRefused }
  /** Answered, or off, by now: the message says so itself. */
  | { ok: false; reason: 'not-needed' | 'not-a-member' | 'not-open' }

/** While the standup of that day is open; afterwards `/kpi leave` asks the manager. */
export async function takeDayOff(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<DayOffOutcome> {
  const facts = await factsOfFiler(context.db, { ...who, teamId, date })
  if (!facts || !mayFile(who, facts.member)) return { ok: false, reason: 'not-a-member' }
  const { state, asked } = standupDayOf(facts, who, context.clock.now())
  if (state === 'answered' || state === 'late' || state === 'excused' || !asked)
    return { ok: false, reason: 'not-needed' }
  if (state !== 'due') return { ok: false, reason: 'not-open' }
  const leaveId = crypto.randomUUID()
  const recorded = await recordLeave(context, who, who.userId, {
    ...{ leaveId, from: date, to: date, part: 'whole' },
  })
  if (!recorded.ok && recorded.reason === 'confirm') return { ok: false, reason: 'not-needed' }
  if (!recorded.ok) return { ok: false, reason: 'refused', refused: recorded }
  // The second of two presses finds the leave of the first, which has been answered.
  return recorded.leave.leaveId === leaveId ? recorded : { ok: false, reason: 'not-needed' }
}
