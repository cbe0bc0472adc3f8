// Files a member's standup with one press, of what is known: in the same transaction as the form's submit does.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { dayTotals } from '../../../numbers/db/totals.ts'
import { lockedFacts } from '../db/standup-facts.ts'
import { type AsPlannedRefusal, decideAsPlanned } from '../domain/as-planned.ts'
import { numbersDateOf } from '../domain/standup-day.ts'
import { newId, saveStandup } from './save-standup.ts'

export type AsPlannedOutcome = { ok: true } | { ok: false; reason: AsPlannedRefusal }

/** Always the standup of the person who presses. A second press, and one after an answer by the form, change nothing. */
export async function fileAsPlanned(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<AsPlannedOutcome> {
  const now = context.clock.now()
  const { workspaceId, userId } = who
  return context.db.transaction(async (tx): Promise<AsPlannedOutcome> => {
    const facts = await lockedFacts(tx, { workspaceId, userId, teamId, date })
    const totals = facts ? await dayTotals(tx, workspaceId, facts.member.memberId, numbersDateOf(facts)) : {}
    const decided = decideAsPlanned(facts, totals, who, now, newId)
    if (!decided.ok) return decided
    if (facts && decided.taken) await saveStandup(tx, context, { who, member: facts.member }, decided.taken)
    return { ok: true }
  })
}
