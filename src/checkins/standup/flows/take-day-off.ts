// Takes the day of a standup off at its member's press of "Off today".
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { type DayOffOutcome, takeDayOff } from '../../flows/take-day-off.ts'
import { factsOfFiler } from '../db/standup-facts.ts'
import { mayFile, standupDayOf } from '../domain/standup-day.ts'

export async function takeStandupOff(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<DayOffOutcome> {
  const facts = await factsOfFiler(context.db, { ...who, teamId, date })
  if (!facts || !mayFile(who, facts.member)) return { ok: false, reason: 'not-a-member' }
  return takeDayOff(context, who, standupDayOf(facts, who, context.clock.now()))
}
