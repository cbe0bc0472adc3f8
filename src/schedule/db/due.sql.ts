// What falls due and when: the tick reads its one index, whoever settles a row has done the thing.

import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { SkipReason } from '../domain/planned-item.ts'

export const dueItems = pgTable(
  'due_items',
  {
    workspaceId: workspaceId(),
    /** `prompt:<member>:<date>`, `close:<team>:<date>` …: the claim by which a thing is done once. */
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
    // The one index that does not lead with the workspace: a single tick serves them all. What is due at the same
    // instant comes team by team, and in no workspace's favour: the teams' ids are random.
    index('due_items_waiting').on(table.nextAttemptAt, table.teamId).where(sql`state = 'waiting'`),
    // What is long over is deleted by its day, and what failed is looked up by operators, newest first.
    index('due_items_over').on(table.date).where(sql`state <> 'waiting'`),
    index('due_items_problems').on(table.settledAt).where(sql`state in ('missed_too_late', 'failed')`),
    index('due_items_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
