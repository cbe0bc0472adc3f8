// Tables of targets: a row for each version of a team's target, and for each part of a rep that a version changes. Day parts are
// derived and never stored.

import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, scaled, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MonthLock } from '../domain/plan.ts'
import type { PeopleSplit } from '../domain/split-people.ts'
import type { TargetPeriodKind } from '../domain/target-period.ts'

export const targetVersions = pgTable(
  'target_versions',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    period: text('period').$type<TargetPeriodKind>().notNull(),
    fromDate: plainDate('from_date').notNull(),
    version: integer('version').notNull(),
    toDate: plainDate('to_date').notNull(),
    whole: scaled('whole'),
    split: text('split').$type<PeopleSplit>(),
    /** Whose parts were set. Null: everybody's, or a single person's. */
    role: text('role').$type<Role>(),
    /** Of a month under a year or quarter: why it keeps what it has. Null: it gets its part. */
    lock: text('lock').$type<MonthLock>().default('hand'),
    /** It changed because a target above, below or beside it was set. */
    follows: boolean('follows').notNull().default(false),
    /** The team above of whose target the whole is a part. Null: it was set for itself. */
    partOf: uuid('part_of').$type<TeamId>(),
    /** It was set itself, or by hand as a part, and stays where the target above changes. */
    keeps: boolean('keeps_part').notNull().default(false),
    /** What of the whole is the team's own people's, beside the teams below it. Null: all of it. */
    own: scaled('own'),
    ownKeeps: boolean('own_keeps').notNull().default(false),
    monthWeights: jsonb('month_weights').$type<readonly number[]>(),
    effectiveFrom: plainDate('effective_from').notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by').$type<UserId>().notNull(),
    setAt: instant('set_at').notNull(),
    /** The form that set it: the same one submitted again changes nothing. */
    sourceKey: text('source_key').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        ...([table.workspaceId, table.teamId, table.metricKey, table.period] as const),
        ...([table.fromDate, table.version] as const),
      ],
    }),
  ],
)

export const targetParts = pgTable(
  'target_parts',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    period: text('period').$type<TargetPeriodKind>().notNull(),
    fromDate: plainDate('from_date').notNull(),
    version: integer('version').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    toDate: plainDate('to_date').notNull(),
    value: scaled('value').notNull(),
    byHand: boolean('by_hand').notNull(),
    until: plainDate('until').notNull(),
    effectiveFrom: plainDate('effective_from').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        ...([table.workspaceId, table.memberId, table.metricKey, table.period] as const),
        ...([table.fromDate, table.version] as const),
      ],
    }),
    index('target_parts_team').on(
      ...([table.workspaceId, table.teamId, table.metricKey, table.period, table.fromDate] as const),
    ),
  ],
)
