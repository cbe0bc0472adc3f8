// Brings a database to the tables that this version expects; safe when several replicas start at once.
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { connect } from './client.ts'

const FOLDER = join(import.meta.dirname, '../../../migrations')
/** Any constant number: whoever migrates a Pacesetter database takes this lock. */
const LOCK = 7_225_318

export async function migrate(url: string): Promise<void> {
  // One connection, so that the lock is held by the session that migrates; building an index may take its time.
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 0 })
  try {
    await db.execute(sql`select pg_advisory_lock(${LOCK})`)
    await applyMigrations(db, { migrationsFolder: FOLDER })
  } finally {
    // Ends the session, and with it the lock.
    await close()
  }
}
