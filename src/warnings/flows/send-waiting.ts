// Tells people, when their working hours begin, what was decided about warnings while it would have woken them.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { lockReaders } from '../db/digests.ts'
import { digestOrAlone } from './digest-or-alone.ts'
import { loadReaderHours, readerOf } from './reader-hours.ts'
import { byHours, letWait, takenOut, thatHolds } from './waiting.ts'

export const sendWaiting: DueHandler = async (tx, items, _now, context) => {
  const readers = items.map(({ workspaceId, dueKey }) => ({ workspaceId, userId: userOf(dueKey) }))
  await lockReaders(tx, readers)
  for (const [workspaceId, own] of Map.groupBy(items, (item) => item.workspaceId))
    await sendIn(tx, context, workspaceId, own)
  return items.map(done)
}

const userOf = (dueKey: string): UserId => dueKey.split(':')[1]!

/** The readers are locked. */
async function sendIn(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  items: readonly DueItem[],
): Promise<void> {
  const readers = items.map(({ dueKey, date }) => ({ userId: userOf(dueKey), date }))
  const taken = thatHolds(await takenOut(tx, workspaceId, readers))
  if (taken.length === 0) return
  const now = context.clock.now()
  const teams = taken.map(({ warning }) => warning)
  const days = await loadTeamDays(tx, teams, localDate(now, 'UTC'))
  const hours = await loadReaderHours(tx, workspaceId, taken.map(readerOf), days, now)
  // Whoever is on leave by now, or has got other hours, is told when theirs begin.
  const { begun, waiting } = byHours(taken, hours, now)
  await letWait(tx, waiting, now)
  await enqueueMessage(tx, context, await digestOrAlone(tx, context, { workspaceId, said: begun, hours }))
}
