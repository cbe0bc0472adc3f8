// Keeps and finds the boards that were posted: movement and disputes stand on them.
import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import { boardSnapshots } from './boards.sql.ts'

export type Snapshot = typeof boardSnapshots.$inferSelect

/** Which board of which team. */
export interface BoardSeries {
  workspaceId: WorkspaceId
  teamId: TeamId
  period: PeriodKind
}

/** False: that board was kept before, and stays as it was. */
export async function keepSnapshot(q: Queryable, snapshot: Snapshot): Promise<boolean> {
  const kept = await q
    .insert(boardSnapshots)
    .values(snapshot)
    .onConflictDoNothing()
    .returning({ fromDate: boardSnapshots.fromDate })
  return kept.length === 1
}

export async function findSnapshot(
  q: Queryable,
  series: BoardSeries,
  from: Temporal.PlainDate,
): Promise<Snapshot | null> {
  const rows = await q
    .select()
    .from(boardSnapshots)
    .where(and(inSeries(series), eq(boardSnapshots.fromDate, from)))
  return rows[0] ?? null
}

/** The last one of the series that was kept for a period before this date. */
export async function snapshotBefore(
  q: Queryable,
  series: BoardSeries,
  from: Temporal.PlainDate,
): Promise<Snapshot | null> {
  const rows = await q
    .select()
    .from(boardSnapshots)
    .where(and(inSeries(series), lt(boardSnapshots.fromDate, from)))
    .orderBy(desc(boardSnapshots.fromDate))
    .limit(1)
  return rows[0] ?? null
}

function inSeries({ workspaceId, teamId, period }: BoardSeries): SQL | undefined {
  return and(
    eq(boardSnapshots.workspaceId, workspaceId),
    eq(boardSnapshots.teamId, teamId),
    eq(boardSnapshots.period, period),
  )
}
