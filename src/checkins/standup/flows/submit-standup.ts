// Takes a member's standup in one transaction: lock the member, load the facts, decide, save, enqueue messages.
import { randomUUIDv7 } from 'node:crypto'
import { announce } from '../../../core/changes.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { recordDay } from '../../../numbers/flows/record-activity.ts'
import { withUsualAmounts } from '../../../numbers/flows/usual-amounts.ts'
import type { Member } from '../../../org/domain/team.ts'
import { enqueueMessage, keptMessages } from '../../../outbox/flows/enqueue-message.ts'
import { recordRevisions } from '../../db/checkin-days.ts'
import { besideSummariesIn, besideSummary } from '../../flows/beside-summary.ts'
import { checkinChanged } from '../../flows/changes.ts'
import { insertBlockers, updateBlockers } from '../db/blockers.ts'
import { settleOutcomes } from '../db/plan-items.ts'
import { type Filer, lockedFacts } from '../db/standup-facts.ts'
import { saveEntry } from '../db/standups.ts'
import {
  decideStandup,
  type StandupSubmit,
  type SubmitRefusal,
  type TakenStandup,
} from '../domain/decide-standup.ts'
import { numbersDateOf } from '../domain/standup-day.ts'
import type { StandupFacts } from '../domain/standup-facts.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'

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
    if (facts && decided.taken) await save(tx, context, facts.member, decided.taken)
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

/** UUIDv7: in order of time, so that new rows are appended to their index. */
const newId = () => randomUUIDv7()

async function save(tx: Transaction, context: Context, member: Member, taken: TakenStandup): Promise<void> {
  const { workspaceId, teamId, memberId, date } = taken.entry
  const { numbers } = taken
  await Promise.all([
    settleOutcomes(tx, workspaceId, date, taken.outcomes),
    saveEntry(tx, taken.entry, taken),
    insertBlockers(tx, taken.raised),
    updateBlockers(tx, taken.changed),
    recordDay(tx, numbers),
  ])
  const changed = { workspaceId, teamId, kind: STANDUP_KIND.name, date, memberIds: [memberId] }
  await announce(tx, context, checkinChanged, changed)
  if (taken.numbersPosted && Object.keys(numbers.values).length > 0)
    await announce(tx, context, numbersChanged, {
      ...{ member, date: numbers.date, enteredIn: date, act: null },
      changed: numbers.metrics.filter(({ key }) => key in numbers.values),
    })
  if (taken.afterClose)
    await recordRevisions(tx, STANDUP_KIND.name, [{ workspaceId, teamId, date }], numbers.now)
  // Last, as in every flow that changes numbers: another order of locks could deadlock.
  const edits = await keptMessages(tx, taken.edits)
  const beside = [
    ...besideSummary(context, [{ workspaceId, teamId, date }]),
    ...besideSummariesIn(context, taken.edits),
  ]
  await enqueueMessage(tx, context, [...taken.messages, ...edits, ...beside])
}
