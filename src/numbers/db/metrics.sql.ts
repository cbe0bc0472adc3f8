// Tables of a team's metrics and of the metrics of each role.

import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { scaled, workspaceId } from '../../core/db/columns.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MetricKind, MetricLayer, Unit } from '../domain/metrics.ts'

export const metrics = pgTable(
  'metrics',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    label: text('label'),
    kind: text('kind').$type<MetricKind>().notNull(),
    layer: text('layer').$type<MetricLayer>().notNull(),
    higherIsBetter: boolean('higher_is_better').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    currency: text('currency'),
    decimals: integer('decimals').notNull(),
    hardMin: scaled('hard_min').notNull(),
    hardMax: scaled('hard_max').notNull(),
    plausibleMin: scaled('plausible_min'),
    plausibleMax: scaled('plausible_max'),
    numerator: text('numerator').$type<MetricKey>(),
    denominator: text('denominator').$type<MetricKey>(),
    points: integer('points').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.metricKey] })],
)

/** The metrics that a role in a team enters, and their order. */
export const roleMetrics = pgTable(
  'role_metrics',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    role: text('role').$type<Role>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    position: integer('position').notNull(),
    enabled: boolean('enabled').notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.role, table.metricKey] })],
)
