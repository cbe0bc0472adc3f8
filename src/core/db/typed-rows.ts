// Converts between rows of raw SQL statements and the row types of drizzle tables.
import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core'

/** Converts a row that a raw SQL statement returned to the table's keys and types. */
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

/** The table's columns by name: a prepared `select *` fails once a newer version has added a column. */
export function columnsIn(table: PgTable, alias?: string): SQL {
  const prefix = alias === undefined ? '' : `${alias}.`
  return sql.raw(
    columnsOf(table)
      .map(([, { name }]) => `${prefix}"${name}"`)
      .join(', '),
  )
}

const dialect = new PgDialect()

/** A part that is the same each time, as text: drizzle puts a statement together again whenever it is executed. */
export const fixedPart = (part: SQL): SQL => sql.raw(dialect.sqlToQuery(part.inlineParams()).sql)

/** Whole rows as one JSON parameter, which `rowsFrom` reads in the statement. */
export function asJson<Table extends PgTable>(table: Table, rows: readonly Table['$inferSelect'][]): string {
  const columns = columnsOf(table)
  return JSON.stringify(
    rows.map((row: Record<string, unknown>) => {
      const stored: Record<string, unknown> = {}
      for (const [key, column] of columns) stored[column.name] = valueIn(column, row[key] ?? null)
      return stored
    }),
  )
}

/** What is stored as JSON is part of it as it is. */
const valueIn = (column: Column, value: unknown): unknown =>
  value === null || column.dataType === 'json' ? value : column.mapToDriverValue(value)

/** `insert into ${table} (${columnsIn(table)}) ${rowsFrom(table, json)}` */
export const rowsFrom = (table: PgTable, json: unknown): SQL =>
  sql`select ${columnsIn(table, 'rows')} from jsonb_populate_recordset(null::${table}, ${json}::jsonb) rows`

const known = new Map<PgTable, [string, Column][]>()

function columnsOf(table: PgTable): readonly [string, Column][] {
  const columns = known.get(table) ?? Object.entries(getTableColumns(table))
  known.set(table, columns)
  return columns
}
