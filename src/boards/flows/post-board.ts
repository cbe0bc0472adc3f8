// Posts a team's board in its channel once: computes it, stores a snapshot and enqueues the message.

import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import { settingsOn } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { SnapshotRows } from '../db/boards.sql.ts'
import { insertSnapshot } from '../db/boards.ts'
import { boardDraft } from '../domain/board-draft.ts'
import { type Board, rowsOf } from '../domain/leaderboard.ts'
import { computeBoard } from './board.ts'
import { loadRecap } from './load-recap.ts'

export interface DayBoard {
  workspaceId: WorkspaceId
  teamId: TeamId
  /** The day whose numbers are ranked. */
  date: Temporal.PlainDate
}

export type PostResult =
  | { ok: true }
  | { ok: false; reason: 'team-archived' | 'no-measure' | 'nobody-reported' | 'posted-before' }

/** Posts the board of a day. Called at the close of the standup that asks for the day's numbers. */
export const postDayBoard = (tx: Transaction, context: Context, board: DayBoard): Promise<PostResult> =>
  postBoard(tx, context, { ...board, period: 'day' })

/** Posts the board of the period that contains `date`, counting numbers up to `date`. */
export async function postBoard(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId, date, period }: DayBoard & { period: PeriodKind },
): Promise<PostResult> {
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return { ok: false, reason: 'team-archived' }
  const facts = await computeBoard(tx, { workspaceId, teamId, period, date })
  if (!facts) return { ok: false, reason: 'no-measure' }
  const { board } = facts
  if (board.ranked.length === 0) return { ok: false, reason: 'nobody-reported' }
  const inserted = await insertSnapshot(tx, {
    workspaceId,
    teamId,
    period,
    fromDate: board.period.from,
    toDate: board.period.to,
    rows: await postedRows(tx, team, board, context.clock.now()),
    takenAt: context.clock.now(),
  })
  if (!inserted) return { ok: false, reason: 'posted-before' }
  await enqueueMessage(tx, context, [boardDraft(team, period, board.period.from)])
  return { ok: true }
}

/** What is stored of a board. A week's board is the recap of the week, too. */
export async function postedRows(
  q: Queryable,
  team: Team,
  board: Board,
  now: Temporal.Instant,
): Promise<SnapshotRows> {
  const rows = rowsOf(board)
  const { period } = board
  const settings = period.kind === 'week' && (await settingsOn(q, team.workspaceId, team.teamId, period.to))
  return settings ? { ...rows, recap: await loadRecap(q, { team, settings, period }, now) } : rows
}
