// Loads the facts of a posted board: the stored ranking, with current names and the current choice of whose names to show.

import type { Queryable } from '../../../core/db/client.ts'
import { metricsOfTeam } from '../../../numbers/db/metrics.ts'
import { settingsOn } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { metricsIn } from '../../../org/domain/measure.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { type BoardSeries, findSnapshot, snapshotAt } from '../../db/boards.ts'
import type { BoardFacts } from '../../domain/message-facts.ts'
import { boardFacts } from '../board-facts.ts'

/** Null: the team does not exist or is archived, or the board was not posted. */
export async function loadBoard(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'board'>,
  now: Temporal.Instant,
): Promise<BoardFacts | null> {
  if (!teamId) return null
  const team = await loadTeam(db, workspaceId, teamId)
  if (!team || team.archivedAt) return null
  const series = { workspaceId, teamId, period: subject.period }
  return loadSnapshot(db, series, Temporal.PlainDate.from(subject.from), now)
}

/** The board that was posted for the period starting on `from`, as it stands or stood `then`. Null: none was posted. */
export async function loadSnapshot(
  db: Queryable,
  series: BoardSeries,
  from: Temporal.PlainDate,
  now: Temporal.Instant,
  then: Temporal.Instant | null = null,
): Promise<BoardFacts | null> {
  const { workspaceId, teamId, period: kind } = series
  const posted = await findSnapshot(db, series, from)
  const snapshot = posted && then ? await snapshotAt(db, posted, then) : posted
  const settings = await settingsOn(db, workspaceId, teamId, now.toZonedDateTimeISO('UTC').toPlainDate())
  if (!snapshot || !settings) return null
  const { recap = null, ...rows } = snapshot.rows
  const keys = metricsIn(rows.measure)
  const metrics = keys.length > 0 || recap ? await metricsOfTeam(db, workspaceId, teamId) : new Map()
  if (keys.some((key) => !metrics.has(key))) return null
  const period = { kind, from: snapshot.fromDate, to: snapshot.toDate }
  const board = { period, ...rows }
  const facts = await boardFacts(db, { workspaceId, teamId, settings, board, metrics, recap })
  const { revisedAt: at, takenAt: since } = snapshot
  return { ...facts, revised: at && { at, since, zone: settings.zone } }
}
