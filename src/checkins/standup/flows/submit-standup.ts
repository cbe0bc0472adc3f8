// Takes a member's standup in one transaction: lock the member, load the facts, decide, save, enqueue messages.
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { withUsualAmounts } from '../../../numbers/flows/usual-amounts.ts'
import { type Filer, lockedFacts } from '../db/standup-facts.ts'
import { decideStandup, type StandupSubmit, type SubmitRefusal } from '../domain/decide-standup.ts'
import { numbersDateOf } from '../domain/standup-day.ts'
import type { StandupFacts } from '../domain/standup-facts.ts'
import { newId, saveStandup } from './save-standup.ts'

export type SubmitOutcome<Problem> = { ok: true } | SubmitRefusal<Problem>

/** The same submit twice, also at the same moment, changes nothing the second time. */
export async function submitStandup<Problem>(
  context: Context,
  submit: StandupSubmit<Problem>,
): Promise<SubmitOutcome<Problem>> {
  const now = context.clock.now()
  const { who, teamId, date } = submit
  const filer = { workspaceId: who.workspaceId, teamId, userId: who.userId, date }
  return context.db.transaction(async (tx): Promise<SubmitOutcome<Problem>> => {
    const facts = await factsOf(tx, filer)
    const decided = decideStandup(facts, submit, now, newId)
    if (!decided.ok) return decided
    if (facts && decided.taken) await saveStandup(tx, context, { who, member: facts.member }, decided.taken)
    return { ok: true }
  })
}

/** With the usual range of money, which the member's own past tells. */
async function factsOf(tx: Transaction, filer: Filer): Promise<StandupFacts | null> {
  const facts = await lockedFacts(tx, filer)
  if (!facts) return null
  const numbersOf = numbersDateOf(facts)
  return { ...facts, metrics: await withUsualAmounts(tx, facts.member, facts.metrics, numbersOf) }
}
