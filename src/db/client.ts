// Opens the pool on Postgres, and names the two things that a query can run on: the pool or a transaction.
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

type NoSchema = Record<string, never>
export type Database = PostgresJsDatabase<NoSchema>
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>
/** What a query takes: pass the transaction explicitly wherever there is one. */
export type Queryable = Database | Transaction

export interface Connection {
  db: Database
  close(): Promise<void>
}

/** `statementTimeoutMillis` keeps a slow database from holding an answer past Slack's three seconds. */
export function connect(
  url: string,
  options: { maxConnections: number; statementTimeoutMillis: number },
): Connection {
  const sql = postgres(url, {
    max: options.maxConnections,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'pacesetter', statement_timeout: options.statementTimeoutMillis },
  })
  return { db: drizzle(sql), close: () => sql.end({ timeout: 5 }) }
}
