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

export interface DatabaseConnection {
  db: Database
  close(): Promise<void>
}

/** Statements that spell out more than this are bulk work, each of its own length: keeping them would only fill memory. */
const MOST_PARAMETERS = 50

/** `statementTimeoutMillis` keeps a slow database from holding an answer past Slack's three seconds. */
export function connect(
  url: string,
  options: { maxConnections: number; statementTimeoutMillis: number },
): DatabaseConnection {
  const sql = postgres(url, {
    max: options.maxConnections,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'pacesetter', statement_timeout: options.statementTimeoutMillis },
  })
  return { db: drizzle(prepared(sql)), close: () => sql.end({ timeout: 5 }) }
}

/**
 * Drizzle asks for each statement to be used once: that is parsed and planned anew, takes two round trips, and
 * cannot be sent before the one ahead of it is answered. Kept prepared it takes one, and several go out together: a
 * submit then costs the process about two thirds of the computing (docs/performance.md).
 * `?prepare=false` in the address turns it off, for a pooler that cannot do with it.
 */
function prepared(sql: postgres.Sql): postgres.Sql {
  const { begin } = sql
  sql.begin = ((work: (tx: postgres.TransactionSql) => unknown) =>
    begin((tx) => work(preparing(tx)))) as typeof begin
  return preparing(sql)
}

function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client
  client.unsafe = (statement, parameters = [], options) => {
    const prepare = parameters.length > 0 && parameters.length <= MOST_PARAMETERS
    return unsafe(statement, parameters, { ...options, prepare })
  }
  return client
}
