// Reads and writes snapshots of posted boards.
import { and, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import { formerOf, keepFormer } from '../../org/db/former-states.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { boardSnapshots, type SnapshotRows } from './boards.sql.ts'

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

/** The caller has locked it. What it showed until now is kept. */
export async function reviseSnapshot(
  tx: Transaction,
  series: BoardSeries,
  from: Temporal.PlainDate,
  revised: { rows: SnapshotRows; revisedAt: Temporal.Instant },
): Promise<void> {
  await keepFormer(
    tx,
    'board_snapshots',
    revised.revisedAt,
    sql`select workspace_id, team_id::text as subject, period || ' ' || from_date::text as row_key, rows as state
      from ${boardSnapshots} where ${and(inSeries(series), eq(boardSnapshots.fromDate, from))}`,
  )
  await tx
    .update(boardSnapshots)
    .set(revised)
    .where(and(inSeries(series), eq(boardSnapshots.fromDate, from)))
}

/** As the snapshot's message showed it at the instant. Null: it was not posted yet. */
export async function snapshotAt(
  q: Queryable,
  snapshot: Snapshot,
  at: Temporal.Instant,
): Promise<Snapshot | null> {
  if (Temporal.Instant.compare(snapshot.takenAt, at) > 0) return null
  const { workspaceId, teamId, period, fromDate, revisedAt } = snapshot
  if (!revisedAt) return snapshot
  const former = await formerOf(q, workspaceId, 'board_snapshots', [teamId])
  const own = former.filter(({ rowKey }) => rowKey === `${period} ${fromDate}`)
  const next = own.findIndex(({ until }) => Temporal.Instant.compare(until, at) > 0)
  if (next === -1) return snapshot
  const state: unknown = own[next]!.state
  return { ...snapshot, rows: state as SnapshotRows, revisedAt: own[next - 1]?.until ?? null }
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
