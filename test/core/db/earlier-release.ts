// Brings an empty database to the tables of an earlier release: today's migrations, up to the last one that it had.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import type { Database } from '../../../src/core/db/client.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')

/** `last`: e.g. `0009_filings`. */
export async function migrateUpTo(db: Database, last: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-migrations-'))
  try {
    cpSync(MIGRATIONS, folder, { recursive: true })
    const path = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
    const index = journal.entries.findIndex(({ tag }) => tag === last)
    if (index < 0) throw new Error(`There is no migration ${last}.`)
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, index + 1) }))
    await applyMigrations(db, { migrationsFolder: folder })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
