// The tick's work: takes what has fallen due, has it carried out, and settles it in the same transaction.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import {
  claimDueItems,
  type DueItem,
  type DueOutcome,
  dueKinds,
  retryDueItemLater,
  settleDueItems,
} from '../db/due.ts'

/**
 * Carries out due items of one kind, in bulk, within the transaction, and says of each what became of it.
 * It checks again whether each is still wanted: between planning and now someone may have left or answered.
 */
export type DueHandler = (
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
  context: Context,
) => Promise<DueOutcome[]>

/** One kind of what falls due, and who carries it out. */
export interface DueKind {
  kind: string
  handle: DueHandler
}
/** In this order, when several have something due. */
export type DueHandlers = ReadonlyMap<string, DueHandler>

/** Two features that handle the same kind are a mistake that stops the start. */
export function joinDueKinds(kinds: readonly DueKind[]): DueHandlers {
  const joined = new Map<string, DueHandler>()
  for (const { kind, handle } of kinds) {
    if (joined.has(kind)) throw new Error(`Two features handle what is due as ${kind}.`)
    joined.set(kind, handle)
  }
  return joined
}

export type DueCounts = Record<'done' | 'skipped' | 'missed_too_late' | 'putOff' | 'failed', number>

/** In one transaction: enough for bulk statements to pay, few enough that a replica beside us gets its share. */
const BATCH = 500
/** While Postgres writes the one batch, the next is worked out. */
const BATCHES_AT_ONCE = 2
const MAX_ATTEMPTS = 10

/** Works until nothing is due. Any number of replicas may do so at once: rows that one holds, the others skip. */
export async function runDue(context: Context, handlers: DueHandlers): Promise<DueCounts> {
  const counts: DueCounts = { done: 0, skipped: 0, missed_too_late: 0, putOff: 0, failed: 0 }
  // Kind by kind in their order, asking anew after each: a plan of today brings forth prompts that are due already.
  // A kind of which nothing could be taken is in the hands of another replica.
  const leftToOthers = new Set<string>()
  for (;;) {
    const due = await dueKinds(context.db, context.clock.now())
    const next = [...handlers].find(([one]) => due.includes(one) && !leftToOthers.has(one))
    if (!next) break
    const [kind, handler] = next
    const batch = () => runBatch(context, handler, kind, counts)
    const taken = await batch()
    if (taken === 0) leftToOthers.add(kind)
    if (taken === BATCH) await untilEmpty(batch)
  }
  return counts
}

/** One batch is mostly all there is; with more, several are under way. */
async function untilEmpty(batch: () => Promise<number>): Promise<void> {
  const oneAfterAnother = async () => {
    while ((await batch()) === BATCH);
  }
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, oneAfterAnother))
}

/** Returns how many were taken, whatever became of them. */
async function runBatch(
  context: Context,
  handler: DueHandler,
  kind: string,
  counts: DueCounts,
): Promise<number> {
  const now = context.clock.now()
  let taken: readonly DueItem[] = []
  try {
    const outcomes = await context.db.transaction(async (tx) => {
      taken = await claimDueItems(tx, kind, now, BATCH)
      return taken.length === 0 ? [] : carryOut(tx, taken, now, context, handler)
    })
    for (const outcome of outcomes) counts[outcome.state] += 1
  } catch (error) {
    // A claim that fails is the database's fault, and no item's.
    if (taken.length === 0) throw error
    context.log.warn({ kind, items: taken.length, reason: reasonOf(error) }, 'a batch failed: one by one')
    for (const item of taken) await runAlone(context, handler, item, counts)
  }
  return taken.length
}

/** What failed together is tried alone, so that one bad item holds up nobody else. */
async function runAlone(
  context: Context,
  handler: DueHandler,
  item: DueItem,
  counts: DueCounts,
): Promise<void> {
  const now = context.clock.now()
  try {
    const outcomes = await context.db.transaction(async (tx) => {
      const taken = await claimDueItems(tx, item.kind, now, 1, item)
      return taken.length === 0 ? [] : carryOut(tx, taken, now, context, handler)
    })
    for (const outcome of outcomes) counts[outcome.state] += 1
  } catch (error) {
    const last = item.attempts + 1 >= MAX_ATTEMPTS
    const reason = reasonOf(error)
    context.log.error({ dueKey: item.dueKey, attempts: item.attempts + 1, reason }, 'a due item failed')
    await retryDueItemLater(context.db, item, {
      state: last ? 'failed' : 'waiting',
      nextAttemptAt: now.add({ seconds: backOffSeconds(item.attempts) }),
      reason,
    })
    counts[last ? 'failed' : 'putOff'] += 1
  }
}

async function carryOut(
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
  context: Context,
  handler: DueHandler,
): Promise<DueOutcome[]> {
  const outcomes = await handler(tx, items, now, context)
  if (outcomes.length !== items.length)
    throw new Error(`${items.length} due items were taken and ${outcomes.length} settled.`)
  await settleDueItems(tx, outcomes, now)
  return outcomes
}

/** 30 s, doubling to an hour. */
const backOffSeconds = (attempts: number) => Math.min(30 * 2 ** attempts, 3600)
