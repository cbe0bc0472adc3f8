// Tables of the workspace's catalogue of metrics, of what each team adopts from it, and of the metrics of each role.

import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, scaled, workspaceId } from '../../core/db/columns.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MetricKind, MetricLayer, TextByLocale, Unit } from '../domain/metrics.ts'

/** What a metric means: the same for every team of the workspace, so that teams can be summed. */
export const catalogue = pgTable(
  'catalogue',
  {
    workspaceId: workspaceId(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    /** Empty: the preset's names. */
    names: jsonb('names').$type<TextByLocale>().notNull().default({}),
    /** What people type besides the names. */
    aliases: text('aliases').array().notNull().default([]),
    /** Empty: those of the preset, or of the unit. */
    measureWords: jsonb('measure_words').$type<TextByLocale>().notNull().default({}),
    kind: text('kind').$type<MetricKind>().notNull(),
    layer: text('layer').$type<MetricLayer>().notNull(),
    leading: boolean('leading').notNull(),
    higherIsBetter: boolean('higher_is_better').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    /** Null for money: each team's currency has its own. */
    decimals: integer('decimals'),
    /** Scaled by the decimals; of money by four, whatever the currency. So are all values of this table. */
    hardMin: scaled('hard_min').notNull(),
    hardMax: scaled('hard_max').notNull(),
    baseline: scaled('baseline'),
    benchmark: scaled('benchmark'),
    /** Its place among the stages of the funnel. Null: it is none. */
    funnelOrder: integer('funnel_order'),
    numerator: text('numerator').$type<MetricKey>(),
    denominator: text('denominator').$type<MetricKey>(),
    /** The team whose own it is. Null: the company's. */
    teamId: uuid('team_id').$type<TeamId>(),
    /** Since when it is not asked any more. */
    retiredAt: instant('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.metricKey] })],
)

/** A team's adoption of a metric, with what it does in its own way. */
export const metrics = pgTable(
  'metrics',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    label: text('label'),
    /** Only of money, with its decimals. */
    currency: text('currency'),
    decimals: integer('decimals'),
    plausibleMin: scaled('plausible_min'),
    plausibleMax: scaled('plausible_max'),
    points: integer('points').notNull().default(0),
    /** Its key in this team before the workspace had one catalogue, if another: forms that were opened then carry it. */
    formerKey: text('former_key').$type<MetricKey>(),
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
