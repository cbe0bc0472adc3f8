// Takes a member's standup: the first answer to a day in one statement, all else in a transaction that holds the member's place.

import type { Context } from '../../../core/context.ts'
import { STATEMENT_WITHIN_MS, type Transaction } from '../../../core/db/client.ts'
import { asFirstNumbers, recordDay } from '../../../numbers/flows/record-activity.ts'
import { eachInOrder, enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { insertBlockers, updateBlockers } from '../db/blockers.ts'
import { saveFirst } from '../db/first-standup.ts'
import { settleOutcomes } from '../db/plan-items.ts'
import { factsOfFiler, lockedFacts, type StandupFacts } from '../db/standup-facts.ts'
import { saveEntry } from '../db/standups.ts'
import { decideStandup, type Refusal, type StandupSubmit, type TakenStandup } from './decide-standup.ts'

export type SubmitOutcome<Problem> = { ok: true } | Refusal<Problem>

/** The same submit twice, also at the same moment, changes nothing the second time. */
export async function submitStandup<Problem>(
  context: Context,
  submit: StandupSubmit<Problem>,
): Promise<SubmitOutcome<Problem>> {
  const now = context.clock.now()
  const { who, teamId, date } = submit
  const filer = { workspaceId: who.workspaceId, teamId, userId: who.userId, date }
  const facts = await factsOfFiler(context.db, filer)
  const seen = decideStandup(facts, submit, now)
  if (!seen.ok || !facts || !seen.taken) return outcomeOf(seen)
  if (await saveAtOnce(context, facts, seen.taken)) return { ok: true }
  return context.db.transaction(async (tx) => {
    const decided = decideStandup(await lockedFacts(tx, filer), submit, now)
    if (decided.ok && decided.taken) await save(tx, context, decided.taken)
    return outcomeOf(decided)
  })
}

const outcomeOf = <Problem>(decided: { ok: true } | Refusal<Problem>): SubmitOutcome<Problem> =>
  decided.ok ? { ok: true } : decided

/** False: nothing was saved. What changes earlier rows takes the longer way, and what was overtaken while it was decided. */
async function saveAtOnce(context: Context, facts: StandupFacts, taken: TakenStandup): Promise<boolean> {
  if (facts.entry || taken.raised.length > 0 || taken.changed.length > 0) return false
  const beginWithin = context.awaited ? context.awaited.leftMillis() - STATEMENT_WITHIN_MS : null
  if (beginWithin !== null && beginWithin <= 0) return false
  const numbers = asFirstNumbers(taken.numbers)
  const messages = eachInOrder(taken.messages)
  const first = { ...taken, numbers, messages, now: context.clock.now() }
  return saveFirst(context.db, first, { facts, beginWithin })
}

async function save(tx: Transaction, context: Context, taken: TakenStandup): Promise<void> {
  const { workspaceId, date } = taken.entry
  await Promise.all([
    settleOutcomes(tx, workspaceId, date, taken.outcomes),
    saveEntry(tx, taken.entry, taken),
    insertBlockers(tx, taken.raised),
    updateBlockers(tx, taken.changed),
    recordDay(tx, taken.numbers),
  ])
  // After the numbers, as in the other flows that change them: so none waits for another in a ring.
  await enqueueMessage(tx, context, taken.messages)
}
