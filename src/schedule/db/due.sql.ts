// The table of due items. The tick reads one index; settling an item and doing its work is one transaction.

import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { SkipReason } from '../domain/planned-item.ts'

export const dueItems = pgTable(
  'due_items',
  {
    workspaceId: workspaceId(),
    /** `prompt:<member>:<date>`, `close:<team>:<date>` …: unique, so that each thing is planned and done once. */
    dueKey: text('due_key').notNull(),
    kind: text('kind').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>(),
    date: plainDate('date').notNull(),
    dueAt: instant('due_at').notNull(),
    /** `dueAt`, or later after a failure. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').$type<'waiting' | 'done' | 'skipped' | 'missed_too_late' | 'failed'>().notNull(),
    reason: text('reason').$type<SkipReason | string>(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.dueKey] }),
    // The only index that does not start with the workspace, because one tick serves all workspaces. Items due at the
    // same instant are ordered by team; team ids are random, so no workspace is favoured.
    index('due_items_waiting').on(table.nextAttemptAt, table.teamId).where(sql`state = 'waiting'`),
    // What is long over is deleted by its day, and what failed is looked up by operators, newest first.
    index('due_items_over').on(table.date).where(sql`state <> 'waiting'`),
    index('due_items_problems').on(table.settledAt).where(sql`state in ('missed_too_late', 'failed')`),
    index('due_items_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
