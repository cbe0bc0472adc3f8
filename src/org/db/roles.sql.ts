// Table of the roles that a workspace adds to the presets.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { MetricKey } from '../../core/ids.ts'

export const roles = pgTable(
  'roles',
  {
    workspaceId: workspaceId(),
    roleKey: text('role_key').notNull(),
    name: text('name').notNull(),
    /** What teams count for the role to begin with, in this order. */
    metricKeys: text('metric_keys').array().$type<MetricKey[]>().notNull(),
    /** Since when nobody is given the role any more. */
    retiredAt: instant('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.roleKey] })],
)
