// Tells people, when their working hours begin, what was decided about warnings while it would have woken them.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { lockReaders } from '../db/digests.ts'
import { digestOrAlone } from './digest-or-alone.ts'
import { zonesOf } from './tell-all.ts'
import { takenOut, withoutNotesOfNew } from './waiting.ts'

export const sendWaiting: DueHandler = async (tx, items, _now, context) => {
  for (const [workspaceId, own] of Map.groupBy(items, (item) => item.workspaceId))
    await sendIn(tx, context, workspaceId, own)
  return items.map(done)
}

async function sendIn(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  items: readonly DueItem[],
): Promise<void> {
  const readers = items.map(({ dueKey, date }) => ({ userId: dueKey.split(':')[1]!, date }))
  const userIds = [...new Set(readers.map(({ userId }) => userId))]
  await lockReaders(tx, workspaceId, userIds)
  const said = withoutNotesOfNew(await takenOut(tx, workspaceId, readers))
  if (said.length === 0) return
  const teams = said.map(({ warning }) => warning)
  const days = await loadTeamDays(tx, teams, localDate(context.clock.now(), 'UTC'))
  const zones = await zonesOf(tx, workspaceId, userIds)
  await enqueueMessage(tx, context, await digestOrAlone(tx, context, { workspaceId, said, days, zones }))
}
