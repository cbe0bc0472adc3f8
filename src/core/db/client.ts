// Opens the Postgres connection pool, and defines the types that a query can run on: the pool or a transaction.
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { PermanentFault } from '../retry.ts'
import { readAddress } from './address.ts'

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

/** Statements with more parameters are bulk statements of varying length: preparing each would only fill memory. */
const MAX_PREPARED_PARAMETERS = 50

/** Said by each transaction, because a pooler may not pass on a session's default. */
const ISOLATION = 'isolation level read committed'

/** `statementTimeoutMillis`: Postgres cancels a statement that runs longer; 0: no limit. */
export function connect(
  url: string,
  options: { maxConnections: number; statementTimeoutMillis: number },
): DatabaseConnection {
  const read = readAddress(url)
  if (!read.ok) throw new PermanentFault(`DATABASE_URL: ${read.problem}.`)
  const { host, port, database, username, password, ssl, prepare } = read.address
  const sql = postgres({
    ...{ host, port, database, username, password, ssl, prepare },
    max: options.maxConnections,
    connect_timeout: 5,
    onnotice: () => {},
    // Dates are parsed as ISO, whatever the database's default. Poolers know these two.
    connection: {
      ...{ application_name: 'pacesetter', DateStyle: 'ISO', TimeZone: 'UTC' },
      statement_timeout: options.statementTimeoutMillis,
    },
  })
  return { db: drizzle(withPreparedStatements(sql)), close: () => sql.end({ timeout: 5 }) }
}

/**
 * Makes drizzle use prepared statements. Drizzle sends unprepared ones: each is parsed and planned again, takes two
 * round trips, and cannot be pipelined. A prepared one takes one round trip and can be pipelined; a submit then needs
 * about two thirds of the CPU time (docs/performance.md). `?prepare=false` in the URL turns it off, for poolers that do
 * not support prepared statements.
 */
function withPreparedStatements(sql: postgres.Sql): postgres.Sql {
  const { begin } = sql
  sql.begin = ((work: (tx: postgres.TransactionSql) => unknown) =>
    begin(ISOLATION, (tx) => work(preparingClient(tx)))) as typeof begin
  return preparingClient(sql)
}

function preparingClient<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client
  client.unsafe = (statement, parameters = [], options) => {
    const prepare = parameters.length > 0 && parameters.length <= MAX_PREPARED_PARAMETERS
    return unsafe(statement, parameters, { ...options, prepare })
  }
  return client
}
