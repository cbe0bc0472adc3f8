// Table of posted boards, stored to compute movement and to settle disputes.

import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { TeamId } from '../../core/ids.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import type { Board } from '../domain/leaderboard.ts'
import type { Recap } from '../domain/recap.ts'

export interface SnapshotRows extends Omit<Board, 'period'> {
  /** Of a week. Missing: of another period, or posted before there were recaps. */
  recap?: Recap
}

export const boardSnapshots = pgTable(
  'board_snapshots',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    period: text('period').$type<PeriodKind>().notNull(),
    fromDate: plainDate('from_date').notNull(),
    toDate: plainDate('to_date').notNull(),
    rows: jsonb('rows').$type<SnapshotRows>().notNull(),
    takenAt: instant('taken_at').notNull(),
    /** When numbers or leave that came later last changed the rows. Null: they are as posted. */
    revisedAt: instant('revised_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.period, table.fromDate] })],
)
