// Looks at the database before it is used: whether it suits us, and whether a pooler stands between.
import { sql } from 'drizzle-orm'
import { PermanentFault } from '../retry.ts'
import { connect, type Transaction } from './client.ts'
import { permanentFault } from './permanent.ts'

export interface ServerFacts {
  /** A transaction may run on another connection than the one before: nothing may depend on a session. */
  pooled: boolean
}

const OLDEST_VERSION = 15

export async function checkServer(url: string): Promise<ServerFacts> {
  // As if pooled: sends nothing that a pooler could refuse.
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 10_000, pooled: true })
  try {
    return await db.transaction(async (tx) => {
      const facts = await ask(tx)
      const problem = problemOf(facts)
      if (problem) throw new PermanentFault(problem)
      return { pooled: facts.pooled }
    })
  } catch (fault) {
    throw permanentFault(fault) ?? fault
  } finally {
    await close()
  }
}

interface Facts {
  pooled: boolean
  version: number
  encoding: string
  dateStyle: string
  isolation: string
}

async function ask(tx: Transaction): Promise<Facts> {
  const rows = await tx.execute<{
    pid: number
    version: string
    encoding: string
    dates: string
    level: string
  }>(sql`
    select pg_backend_pid() as pid, current_setting('server_version_num') as version,
      current_setting('server_encoding') as encoding, current_setting('DateStyle') as dates,
      current_setting('default_transaction_isolation') as level`)
  const { pid, version, encoding, dates, level } = rows[0]!
  return {
    // A pooler gives its clients keys of its own in place of the server's.
    pooled: (rows as unknown as { state: { pid: number } }).state.pid !== pid,
    version: Math.floor(Number(version) / 10_000),
    encoding,
    dateStyle: dates,
    isolation: level,
  }
}

function problemOf({ pooled, version, encoding, dateStyle, isolation }: Facts): string | null {
  if (version < OLDEST_VERSION)
    return `The database is Postgres ${version}: the bot needs ${OLDEST_VERSION} or newer.`
  if (encoding !== 'UTF8')
    return `The database is encoded in ${encoding}: create one with \`encoding 'UTF8' template template0\` and name it in DATABASE_URL.`
  if (!dateStyle.startsWith('ISO'))
    return `The pooler before the database does not pass DateStyle on, which is ${dateStyle}: say \`alter role … set datestyle = 'ISO'\` for the role of DATABASE_URL.`
  if (pooled && isolation !== 'read committed')
    return `Behind a pooler the bot needs another default: say \`alter role … set default_transaction_isolation = 'read committed'\` for the role of DATABASE_URL.`
  return null
}
