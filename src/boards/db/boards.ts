// Reads and writes snapshots of posted boards.
import { and, desc, eq, gte, inArray, lt, lte, type SQL } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { boardSnapshots } from './boards.sql.ts'

export type Snapshot = typeof boardSnapshots.$inferSelect

/** The daily, weekly or monthly boards of a team. */
export interface BoardSeries {
  workspaceId: WorkspaceId
  teamId: TeamId
  period: PeriodKind
}

/** False: there already is a snapshot for this period, and it stays unchanged. */
export async function insertSnapshot(q: Queryable, snapshot: Omit<Snapshot, 'revisedAt'>): Promise<boolean> {
  const inserted = await q
    .insert(boardSnapshots)
    .values(snapshot)
    .onConflictDoNothing()
    .returning({ fromDate: boardSnapshots.fromDate })
  return inserted.length === 1
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

/** The week's board and the day's as far as they were posted, locked until the transaction ends: the week first, which days share. */
export async function lockSnapshotsOf(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  date: Temporal.PlainDate,
): Promise<Snapshot[]> {
  const { period, fromDate, toDate } = boardSnapshots
  return tx
    .select()
    .from(boardSnapshots)
    .where(
      and(
        ...[eq(boardSnapshots.workspaceId, workspaceId), eq(boardSnapshots.teamId, teamId)],
        inArray(period, ['day', 'week']),
        ...[gte(fromDate, date.subtract({ days: 6 })), lte(fromDate, date), gte(toDate, date)],
      ),
    )
    .orderBy(desc(period))
    .for('update')
}

/** The caller has locked it. */
export async function reviseSnapshot(
  tx: Transaction,
  series: BoardSeries,
  from: Temporal.PlainDate,
  revised: Pick<Snapshot, 'rows' | 'revisedAt'>,
): Promise<void> {
  await tx
    .update(boardSnapshots)
    .set(revised)
    .where(and(inSeries(series), eq(boardSnapshots.fromDate, from)))
}

/** The latest snapshot of the series for a period that starts before this date. */
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
