// Statements whose text is put together once, for those that run thousands of times a minute.
import { fillPlaceholders, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import type { Queryable } from './client.ts'

type Value = string | number | boolean | null
/** Where the values of each run come in. */
export type Slots<Given> = { readonly [Name in keyof Given]-?: Placeholder }
type Rows = Record<string, unknown>

const dialect = new PgDialect()

/**
 * Drizzle writes a statement out anew each time it runs, which takes longer than Postgres needs to carry it out. Here
 * `write` is called once, with a slot for each value that is given at each run.
 */
export function statement<Given extends Record<string, Value>, Row extends Rows = Rows>(
  write: (slots: Slots<Given>) => SQL,
): (q: Queryable, given: Given) => Promise<Row[]> {
  let written: { sql: string; params: unknown[] } | undefined
  return async (q, given) => {
    written ??= dialect.sqlToQuery(write(slots as Slots<Given>))
    return runText<Row>(q, written.sql, fillPlaceholders(written.params, given))
  }
}

/** By drizzle's session, and past all that drizzle does around a statement that it has put together itself. */
function runText<Row extends Rows>(q: Queryable, text: string, values: readonly unknown[]): Promise<Row[]> {
  const session = q._.session as PostgresJsSession<Sql, never, never>
  return session.queryObjects<Row>(text, [...values])
}

/** Any name that is asked of it is a slot. */
const slots = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) })
