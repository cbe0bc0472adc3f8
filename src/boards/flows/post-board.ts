// Posts a team's board into its channel: works it out, keeps it as it was, and says it once.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { keepSnapshot } from '../db/boards.ts'
import { boardFor } from './board.ts'

export interface DayBoard {
  workspaceId: WorkspaceId
  teamId: TeamId
  /** The day that is ranked. */
  date: Temporal.PlainDate
}

export type Posted =
  | { ok: true }
  | { ok: false; reason: 'team-archived' | 'no-measure' | 'nobody-reported' | 'posted-before' }

/** The board of a day, at the close of the standup that asked for its numbers. */
export const postDayBoard = (tx: Transaction, context: Context, board: DayBoard): Promise<Posted> =>
  postBoard(tx, context, { ...board, period: 'day' })

/** The board of the period that ends on, or with, `date`. */
export async function postBoard(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId, date, period }: DayBoard & { period: PeriodKind },
): Promise<Posted> {
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return { ok: false, reason: 'team-archived' }
  const facts = await boardFor(tx, { workspaceId, teamId, period, date })
  if (!facts) return { ok: false, reason: 'no-measure' }
  const { board } = facts
  if (board.ranked.length === 0) return { ok: false, reason: 'nobody-reported' }
  const kept = await keepSnapshot(tx, {
    workspaceId,
    teamId,
    period,
    fromDate: board.period.from,
    toDate: board.period.to,
    rows: {
      measure: board.measure,
      decimals: board.decimals,
      ranked: board.ranked,
      notRanked: board.notRanked,
    },
    takenAt: context.clock.now(),
  })
  if (!kept) return { ok: false, reason: 'posted-before' }
  const from = board.period.from.toString()
  await enqueueMessage(tx, context, [
    {
      workspaceId,
      key: `board:${teamId}:${period}:${from}`,
      kind: 'board',
      audience: { to: 'channel', channelId: team.channelId },
      teamId,
      subject: { period, from },
    },
  ])
  return { ok: true }
}
