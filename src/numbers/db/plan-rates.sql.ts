// Table of plan rates: a row for each version of a fiscal year's rates.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { UserId } from '../../core/ids.ts'

export const planRates = pgTable(
  'plan_rates',
  {
    workspaceId: workspaceId(),
    /** The first day of the fiscal year. */
    yearFrom: plainDate('year_from').notNull(),
    /** From 1 on. */
    version: integer('version').notNull(),
    /** Measures from this date on. */
    effectiveFrom: plainDate('effective_from').notNull(),
    reporting: text('reporting').notNull(),
    /** By currency: what one unit counts for in the reporting currency, to ten decimals. */
    rates: jsonb('rates').$type<Readonly<Record<string, number>>>().notNull(),
    setBy: text('set_by').$type<UserId>().notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.yearFrom, table.version] })],
)
