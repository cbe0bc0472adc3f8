// Opens the Postgres connection pool, and defines the types that a query can run on: the pool or a transaction.
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { PermanentFault } from '../retry.ts'
import { readAddress } from './address.ts'
import { adapt, BOOLEAN, type Limits } from './driver.ts'

type NoSchema = Record<string, never>
export type Database = PostgresJsDatabase<NoSchema>
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>
/** The first parameter of every query. Inside a transaction always pass the transaction. */
export type Queryable = Database | Transaction

export interface DatabaseConnection {
  db: Database
  close(): Promise<void>
}

export interface ConnectOptions extends Limits {
  maxConnections: number
  /** A pooler stands between: nothing may depend on a session, prepared statements included [false]. */
  pooled?: boolean
}

export function connect(
  url: string,
  { maxConnections, pooled = false, ...limits }: ConnectOptions,
): DatabaseConnection {
  const read = readAddress(url)
  if (!read.ok) throw new PermanentFault(`DATABASE_URL: ${read.problem}.`)
  const { host, port, database, username, password, ssl, prepare } = read.address
  const sql = postgres({
    ...{ host, port, database, username, password, ssl },
    prepare: prepare && !pooled,
    max: maxConnections,
    connect_timeout: 5,
    onnotice: () => {},
    types: { boolean: BOOLEAN },
    connection: {
      // Dates are parsed as ISO, whatever the database's default. Poolers know these three, and refuse others.
      ...{ application_name: 'pacesetter', DateStyle: 'ISO', TimeZone: 'UTC' },
      // For statements outside a transaction.
      ...(pooled
        ? {}
        : {
            statement_timeout: limits.statementTimeoutMillis,
            default_transaction_isolation: 'read committed',
          }),
    },
  })
  return { db: drizzle(adapt(sql, limits, { pipelined: !pooled })), close: () => sql.end({ timeout: 5 }) }
}
