// Tells people, when their working hours begin, what was decided about warnings while it would have woken them.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { lockReaders, takeWaiting } from '../db/digests.ts'
import { findWarnings } from '../db/episodes.ts'
import type { Said } from '../domain/digest.ts'
import { digestOrAlone } from './digest-or-alone.ts'
import { zonesOf } from './tell-all.ts'

export const sendWaiting: DueHandler = async (tx, items, _now, context) => {
  for (const item of items) await sendOne(tx, item, context)
  return items.map(done)
}

async function sendOne(tx: Transaction, { workspaceId, dueKey, date }: DueItem, context: Context) {
  const userId = dueKey.split(':')[1]!
  await lockReaders(tx, workspaceId, [userId])
  const lines = await takeWaiting(tx, { workspaceId, userId, date: date.toString() })
  const found = await findWarnings(tx, workspaceId, [...new Set(lines.map(({ episodeId }) => episodeId))])
  const warnings = new Map(found.map((warning) => [warning.episodeId, warning]))
  const news = new Set(lines.flatMap(({ episodeId, what }) => (what === 'new' ? [episodeId] : [])))
  const said = lines.flatMap(({ episodeId, what }): Said[] => {
    const warning = warnings.get(episodeId)
    // To whom a warning is new its message shows what has happened in it since.
    const isSaid = what === 'new' ? warning?.episode.state !== 'resolved' : !news.has(episodeId)
    return warning && isSaid ? [{ warning, userId, what }] : []
  })
  if (said.length === 0) return
  const days = await loadTeamDays(
    tx,
    said.map(({ warning }) => warning),
    date,
  )
  const zones = await zonesOf(tx, workspaceId, [userId])
  await enqueueMessage(tx, context, await digestOrAlone(tx, context, { workspaceId, said, days, zones }))
}
