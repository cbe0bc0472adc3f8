// Applies the migrations; safe when several replicas start at once.
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { connect } from './client.ts'

const FOLDER = join(import.meta.dirname, '../../../migrations')
/** An arbitrary constant: the advisory lock of Pacesetter's migrations. */
const LOCK_ID = 7_225_318

export async function migrate(url: string): Promise<void> {
  // One connection, because the lock belongs to its session; no statement timeout, because building an index may be slow.
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 0 })
  try {
    await db.execute(sql`select pg_advisory_lock(${LOCK_ID})`)
    await applyMigrations(db, { migrationsFolder: FOLDER })
  } finally {
    // Ends the session, and with it the lock.
    await close()
  }
}
