// Brings the posted boards of a date up to date: numbers or leave of that day came, or changed, after they were posted.

import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { enqueueMessage, keptMessages } from '../../outbox/flows/enqueue-message.ts'
import { lockSnapshotsOf, reviseSnapshot } from '../db/boards.ts'
import { boardDraft } from '../domain/board-draft.ts'
import { computeBoard } from './board.ts'
import { type DayBoard, postedRows } from './post-board.ts'

/**
 * The day's and its week's. Each ranks by what it was posted with. Does nothing where none was posted, where its message is not
 * kept any more, and where the rows stay the same. Two changes at once wait for each other at the snapshot, and the second sees
 * the first.
 */
export async function refreshBoards(tx: Transaction, context: Context, day: DayBoard): Promise<void> {
  const { workspaceId, teamId, date } = day
  const snapshots = await lockSnapshotsOf(tx, { workspaceId, teamId }, date)
  const team = snapshots.length > 0 ? await loadTeam(tx, workspaceId, teamId) : null
  if (!team) return
  const now = context.clock.now()
  for (const { period, fromDate, toDate, rows: posted } of snapshots) {
    const kept = await keptMessages(tx, [boardDraft(team, period, fromDate)])
    if (kept.length === 0) continue
    const request = { workspaceId, teamId, period, date: toDate, measure: posted.measure }
    const facts = await computeBoard(tx, request)
    if (!facts) continue
    const rows = await postedRows(tx, team, facts.board, now)
    if (isDeepStrictEqual(rows, posted)) continue
    await reviseSnapshot(tx, { workspaceId, teamId, period }, fromDate, { rows, revisedAt: now })
    await enqueueMessage(tx, context, kept)
  }
}
