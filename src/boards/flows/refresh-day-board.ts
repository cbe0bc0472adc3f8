// Brings a posted board of a day up to date: numbers or leave of that day came, or changed, after it was posted.

import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { enqueueMessage, keptMessages } from '../../outbox/flows/enqueue-message.ts'
import { lockSnapshot, reviseSnapshot } from '../db/boards.ts'
import { boardDraft } from '../domain/board-draft.ts'
import { rowsOf } from '../domain/leaderboard.ts'
import { computeBoard } from './board.ts'
import type { DayBoard } from './post-board.ts'

/**
 * Ranks by what the board was posted with. Does nothing where none was posted, where its message is not kept any more, and where
 * the rows stay the same. Two changes at once wait for each other at the snapshot, and the second sees the first.
 */
export async function refreshDayBoard(tx: Transaction, context: Context, day: DayBoard): Promise<void> {
  const { workspaceId, teamId, date } = day
  const series = { workspaceId, teamId, period: 'day' } as const
  const snapshot = await lockSnapshot(tx, series, date)
  const team = snapshot && (await loadTeam(tx, workspaceId, teamId))
  if (!team) return
  const kept = await keptMessages(tx, [boardDraft(team, 'day', date)])
  if (kept.length === 0) return
  const facts = await computeBoard(tx, { ...series, date, measure: snapshot.rows.measure })
  if (!facts) return
  const rows = rowsOf(facts.board)
  if (isDeepStrictEqual(rows, snapshot.rows)) return
  await reviseSnapshot(tx, series, date, { rows, revisedAt: context.clock.now() })
  await enqueueMessage(tx, context, kept)
}
