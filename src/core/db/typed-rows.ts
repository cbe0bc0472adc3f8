// Lets statements written in SQL read and write a table as drizzle has it declared: keys, types, columns.
import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** Gives back what a row loses when a plain statement reads it: the keys and the types of its table. */
export function typedRow<Table extends PgTable>(
  table: Table,
  row: Record<string, unknown>,
): Table['$inferSelect'] {
  const typed: Record<string, unknown> = {}
  for (const [key, column] of columnsOf(table)) {
    const value = row[column.name]
    typed[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
  }
  return typed
}

/** By name: after a `select *` that is kept prepared, a column that a newer version adds would be a fault. */
export function columnsIn(table: PgTable, alias?: string): SQL {
  const prefix = alias === undefined ? '' : `${alias}.`
  return sql.raw(
    columnsOf(table)
      .map(([, { name }]) => `${prefix}"${name}"`)
      .join(', '),
  )
}

/** Whole rows as one value, however many there are; `rowsFrom` reads them in the statement. */
export function asJson<Table extends PgTable>(table: Table, rows: readonly Table['$inferSelect'][]): string {
  const columns = columnsOf(table)
  return JSON.stringify(
    rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(
        columns.map(([key, column]) => [
          column.name,
          row[key] === null || row[key] === undefined ? null : column.mapToDriverValue(row[key]),
        ]),
      ),
    ),
  )
}

/** `insert into ${table} (${columnsIn(table)}) ${rowsFrom(table, json)}` */
export const rowsFrom = (table: PgTable, json: unknown): SQL =>
  sql`select ${columnsIn(table, 'rows')} from jsonb_populate_recordset(null::${table}, ${json}::jsonb) rows`

const known = new Map<PgTable, [string, Column][]>()

function columnsOf(table: PgTable): readonly [string, Column][] {
  const columns = known.get(table) ?? Object.entries(getTableColumns(table))
  known.set(table, columns)
  return columns
}
