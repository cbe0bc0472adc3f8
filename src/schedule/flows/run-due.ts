// The work of a tick: claims due items, runs their handlers, and settles them in the same transaction.

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
 * Handles due items of one kind in bulk, within the transaction, and returns an outcome for each. Has to check again
 * whether each item is still needed: since it was planned the person may have left or answered.
 */
export type DueHandler = (
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
  context: Context,
) => Promise<DueOutcome[]>

/** One kind of due item, and its handler. */
export interface DueKind {
  kind: string
  handle: DueHandler
  /** True: planned by an act of its own, so that planning a team's day anew leaves it alone. */
  outsideDayPlans?: true
  /** True: of what is due at the same time it is handled after all others. */
  last?: true
}
/** By kind. Kinds with due items are handled in this order. */
export type DueHandlers = ReadonlyMap<string, DueHandler>

/** Throws, which stops the start, where two features handle the same kind. */
export function joinDueKinds(kinds: readonly DueKind[]): DueHandlers {
  const joined = new Map<string, DueHandler>()
  for (const { kind, handle } of kinds.toSorted((one, other) => placeOf(one) - placeOf(other))) {
    if (joined.has(kind)) throw new Error(`Two features handle the due kind ${kind}.`)
    joined.set(kind, handle)
  }
  return joined
}

const placeOf = ({ last }: DueKind): number => (last ? 1 : 0)

export type DueCounts = Record<'done' | 'skipped' | 'missed_too_late' | 'putOff' | 'failed', number>
export interface DueRun extends DueCounts {
  /** How many kinds have items that are still due: another replica has locked them, which may have frozen. */
  heldElsewhere: number
}

/** Items per transaction: enough to gain from bulk statements, few enough to leave work for other replicas. */
const BATCH = 500
/** While Postgres writes one batch, the next one is computed. */
const CONCURRENT_BATCHES = 2
const MAX_ATTEMPTS = 10

/** Runs until nothing is due. Any number of replicas may run it at once: each skips rows that another has locked. */
export async function runDue(context: Context, handlers: DueHandlers): Promise<DueRun> {
  const counts: DueCounts = { done: 0, skipped: 0, missed_too_late: 0, putOff: 0, failed: 0 }
  // Query the due kinds again after each one: planning today's items can create prompts that are already due.
  // Where no item of a due kind can be claimed, another replica has locked them all.
  const claimedElsewhere = new Set<string>()
  for (;;) {
    const due = await dueKinds(context.db, context.clock.now())
    const next = [...handlers].find(([one]) => due.includes(one) && !claimedElsewhere.has(one))
    if (!next) break
    const [kind, handler] = next
    const batch = () => runBatch(context, handler, kind, counts)
    const claimed = await batch()
    if (claimed === 0) claimedElsewhere.add(kind)
    if (claimed === BATCH) await untilEmpty(batch)
  }
  return { ...counts, heldElsewhere: claimedElsewhere.size }
}

/** Runs further batches concurrently after a full first one; usually one batch is enough. */
async function untilEmpty(batch: () => Promise<number>): Promise<void> {
  const runBatches = async () => {
    while ((await batch()) === BATCH);
  }
  await Promise.all(Array.from({ length: CONCURRENT_BATCHES }, runBatches))
}

/** Returns how many items were claimed, whatever their outcome. */
async function runBatch(
  context: Context,
  handler: DueHandler,
  kind: string,
  counts: DueCounts,
): Promise<number> {
  const now = context.clock.now()
  let claimed: readonly DueItem[] = []
  try {
    const outcomes = await context.db.transaction(async (tx) => {
      claimed = await claimDueItems(tx, kind, now, BATCH)
      return claimed.length === 0 ? [] : runHandler(tx, claimed, now, context, handler)
    })
    for (const outcome of outcomes) counts[outcome.state] += 1
  } catch (error) {
    // An error while claiming is the database's, not an item's.
    if (claimed.length === 0) throw error
    context.log.warn(
      { kind, items: claimed.length, reason: reasonOf(error) },
      'batch failed, retrying its items one by one',
    )
    for (const item of claimed) await runAlone(context, handler, item, counts)
  }
  return claimed.length
}

/** Runs one item of a failed batch alone, so that a bad item does not block the others. */
async function runAlone(
  context: Context,
  handler: DueHandler,
  item: DueItem,
  counts: DueCounts,
): Promise<void> {
  const now = context.clock.now()
  try {
    const outcomes = await context.db.transaction(async (tx) => {
      const claimed = await claimDueItems(tx, item.kind, now, 1, item)
      return claimed.length === 0 ? [] : runHandler(tx, claimed, now, context, handler)
    })
    for (const outcome of outcomes) counts[outcome.state] += 1
  } catch (error) {
    const last = item.attempts + 1 >= MAX_ATTEMPTS
    const reason = reasonOf(error)
    context.log.error({ dueKey: item.dueKey, attempts: item.attempts + 1, reason }, 'due item failed')
    await retryDueItemLater(context.db, item, {
      state: last ? 'failed' : 'waiting',
      nextAttemptAt: now.add({ seconds: backOffSeconds(item.attempts) }),
      reason,
    })
    counts[last ? 'failed' : 'putOff'] += 1
  }
}

async function runHandler(
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
  context: Context,
  handler: DueHandler,
): Promise<DueOutcome[]> {
  const outcomes = await handler(tx, items, now, context)
  if (outcomes.length !== items.length)
    throw new Error(`${items.length} due items were claimed, but the handler settled ${outcomes.length}.`)
  await settleDueItems(tx, outcomes, now)
  return outcomes
}

/** 30 s, doubling to an hour. */
const backOffSeconds = (attempts: number) => Math.min(30 * 2 ** attempts, 3600)
