// Tables of the append-only ledger of numbers, and of the daily totals that are updated in the same transaction.

import { boolean, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { ActivitySource } from '../domain/activity.ts'

/** One row for an act: all that one submit, line or correction says of a member's day. */
export const activity = pgTable(
  'activity',
  {
    workspaceId: workspaceId(),
    /** Hash of the source key. A metric has at most one entry for each; `corrects` of later entries refers to it. */
    sourceId: uuid('source_id').notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    date: plainDate('date').notNull(),
    /** More than 1: what the same source said again, of further metrics. */
    part: smallint('part').notNull().default(1),
    /** Entered after the close. */
    late: boolean('late').notNull().default(false),
    enteredAt: instant('entered_at').notNull(),
    source: text('source').$type<ActivitySource>().notNull(),
    enteredBy: text('entered_by').$type<UserId>().notNull(),
    /** By metric, scaled. Additive metrics: what the entry adds. Level metrics: the new level. */
    numbers: jsonb('numbers').$type<Record<MetricKey, number>>().notNull(),
    /** The metrics outside the plausible range. */
    implausible: text('implausible').array().$type<MetricKey[]>(),
    /** By metric, the source of the entry that this one changes. */
    corrects: jsonb('corrects').$type<Record<MetricKey, string>>(),
    /** Of what it changes; of a correction for all of its metrics. */
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId, table.part] }),
    index('activity_member_date').on(table.workspaceId, table.memberId, table.date),
  ],
)

/** One row for a member and day. Its lock is the lock of the day's numbers. */
export const dailyTotals = pgTable(
  'daily_totals',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    /** By metric, scaled. Empty when everything was undone. */
    totals: jsonb('totals').$type<Record<MetricKey, number>>().notNull(),
    /** The metrics with each mark; null for none. */
    late: text('late').array().$type<MetricKey[]>(),
    implausible: text('implausible').array().$type<MetricKey[]>(),
    correctedUp: text('corrected_up').array().$type<MetricKey[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.date] }),
    // Without the member: a team's totals of one day have the same key, which Postgres stores once.
    index('daily_totals_team').on(table.workspaceId, table.teamId, table.date),
  ],
)
