// Tables of the append-only ledger of numbers, and of the daily totals that are updated in the same transaction.

import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, scaled, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { ActivitySource } from '../domain/activity.ts'

/** Additive metrics: `value` is what this entry adds. Level metrics: `value` is the new level. */
export const activity = pgTable(
  'activity',
  {
    workspaceId: workspaceId(),
    /** Referenced by `corrects` of a later entry. Looked up among the member's entries of the day. */
    activityId: uuid('activity_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    date: plainDate('date').notNull(),
    value: scaled('value').notNull(),
    source: text('source').$type<ActivitySource>().notNull(),
    /** A metric has at most one entry for each source key. */
    sourceKey: text('source_key').notNull(),
    corrects: uuid('corrects'),
    reason: text('reason'),
    /** Entered after the close, or outside the plausible range. */
    late: boolean('late').notNull().default(false),
    implausible: boolean('implausible').notNull().default(false),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: text('entered_by').$type<UserId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceKey, table.metricKey] }),
    // Without the metric: the entries of one day have the same key, which Postgres stores once.
    index('activity_member_date').on(table.workspaceId, table.memberId, table.date),
  ],
)

export const dailyTotals = pgTable(
  'daily_totals',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    date: plainDate('date').notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    value: scaled('value').notNull(),
    late: boolean('late').notNull().default(false),
    implausible: boolean('implausible').notNull().default(false),
    correctedUp: boolean('corrected_up').notNull().default(false),
  },
  (table) => [
    // Keeps a member's totals of one day, which are written together, on one index page.
    primaryKey({ columns: [table.workspaceId, table.memberId, table.date, table.metricKey] }),
    index('daily_totals_team').on(table.workspaceId, table.teamId, table.metricKey, table.date),
  ],
)
