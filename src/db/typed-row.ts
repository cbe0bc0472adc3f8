// Lets plain statements read a table as it is declared, for the statements that run thousands of times a minute.
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * Drizzle writes a select out anew each time, column by column, which takes longer than Postgres needs to carry
 * it out. A plain statement does not; this gives back what it loses.
 */
export function typedRow<Table extends PgTable>(
  table: Table,
  row: Record<string, unknown>,
): Table['$inferSelect'] {
  const typed: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(getTableColumns(table))) {
    const value = row[column.name]
    typed[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
  }
  return typed
}

const lists = new Map<PgTable, SQL>()

/** By name: after a `select *` that is kept prepared, a column that a newer version adds would be a fault. */
export function columnsIn(table: PgTable): SQL {
  const list =
    lists.get(table) ??
    sql.raw(
      Object.values(getTableColumns(table))
        .map(({ name }) => `"${name}"`)
        .join(', '),
    )
  lists.set(table, list)
  return list
}
