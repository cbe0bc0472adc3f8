// Applies the migrations; safe when several replicas start at once, also through a pooler.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type { Log } from '../context.ts'
import { PermanentFault } from '../retry.ts'
import { connect, type Database, type Transaction } from './client.ts'
import { permanentFault } from './permanent.ts'

const FOLDER = join(import.meta.dirname, '../../../migrations')
/** An arbitrary constant: the advisory lock of Pacesetter's migrations. */
const LOCK_ID = 7_225_318
const POLL_MS = 200
const LOG_EVERY_MS = 5000
const GIVE_UP_AFTER_MS = 600_000
/** A schema that no other application uses; not `pacesetter`, which a role of that name would find its tables in. */
const SCHEMA = 'pacesetter_migrations'
const JOURNAL = sql.raw(`${SCHEMA}.applied`)
const DRIZZLE_JOURNAL = sql.raw('drizzle.__drizzle_migrations')

/** How time passes while another process migrates. */
export interface Pace {
  elapsedMs(): number
  sleep(ms: number): Promise<unknown>
}

export async function migrate(
  url: string,
  log?: Log,
  pace: Pace = { elapsedMs: () => performance.now(), sleep },
): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: FOLDER })
  // As if pooled, which is slower and always works; no timeouts, because building an index may be slow.
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 0, pooled: true })
  try {
    await untilApplied(() => applyUnlessLocked(db, migrations), pace, log)
  } catch (fault) {
    throw permanentFault(fault) ?? fault
  } finally {
    await close()
  }
}

async function untilApplied(apply: () => Promise<boolean>, pace: Pace, log?: Log): Promise<void> {
  const startedAt = pace.elapsedMs()
  let loggedAt = startedAt
  while (!(await apply())) {
    const now = pace.elapsedMs()
    if (now - startedAt >= GIVE_UP_AFTER_MS)
      throw new PermanentFault(
        `Another process has held the migration lock for ${GIVE_UP_AFTER_MS / 60_000} minutes. ` +
          `End it, or its connection (pg_locks, objid ${LOCK_ID}), and start again.`,
      )
    if (now - loggedAt >= LOG_EVERY_MS) {
      const seconds = Math.round((now - startedAt) / 1000)
      log?.warn({ seconds }, 'waiting for another process to finish the migration')
      loggedAt = now
    }
    await pace.sleep(POLL_MS)
  }
}

/** The lock ends with the transaction: a session's lock would stay on a pooler's connection. False: another process holds it. */
async function applyUnlessLocked(db: Database, migrations: readonly MigrationMeta[]): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(${sql.raw(String(LOCK_ID))}) as taken`,
    )
    if (!lock?.taken) return false
    const applied = await readJournal(tx, migrations)
    const pending = migrations.filter(({ folderMillis }) => !applied.has(folderMillis))
    for (const migration of pending) {
      for (const statement of migration.sql) await tx.execute(sql.raw(statement))
      await record(tx, sql`values (${migration.folderMillis}::bigint, ${migration.hash}, now())`)
    }
    await checkSearchPath(tx)
    return true
  })
}

/** Whoever migrated may have had another search_path than whoever runs. */
async function checkSearchPath(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ home: string; visible: boolean }>(sql`
    select nspname as home, pg_table_is_visible(pg_class.oid) as visible
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relname = 'due_items' and relkind = 'r' order by visible desc limit 1`)
  if (row && !row.visible)
    throw new PermanentFault(
      `The bot's tables are in the schema ${row.home}, which is not on the search_path: ` +
        `say \`alter role … set search_path = ${row.home}\` for the role of DATABASE_URL.`,
    )
}

/** The applied migrations, by the time in their names. Creates the journal if it is missing, and nothing otherwise. */
async function readJournal(tx: Transaction, migrations: readonly MigrationMeta[]): Promise<Set<number>> {
  if (!(await exists(tx, SCHEMA, 'applied'))) {
    const [schema] = await tx.execute(sql`select 1 from pg_namespace where nspname = ${SCHEMA}`)
    if (!schema) await tx.execute(sql.raw(`create schema ${SCHEMA}`))
    await tx.execute(
      sql`create table ${JOURNAL} (created_at bigint primary key, hash text not null, applied_at timestamptz not null)`,
    )
    await copyDrizzleJournal(tx, migrations)
  }
  const rows = await tx.execute<{ created_at: string }>(sql`select created_at from ${JOURNAL}`)
  return new Set(rows.map((row) => Number(row.created_at)))
}

/** Earlier releases kept the journal where drizzle does by default; other applications keep theirs there too. */
async function copyDrizzleJournal(tx: Transaction, migrations: readonly MigrationMeta[]): Promise<void> {
  if (!(await exists(tx, 'drizzle', '__drizzle_migrations'))) return
  for (const { folderMillis, hash } of migrations)
    await record(
      tx,
      sql`select created_at, hash, now() from ${DRIZZLE_JOURNAL}
        where hash = ${hash} and created_at = ${folderMillis}::bigint limit 1`,
    )
}

async function record(tx: Transaction, rows: SQL): Promise<void> {
  await tx.execute(sql`insert into ${JOURNAL} (created_at, hash, applied_at) ${rows}`)
}

/** Reads the catalogue: `to_regclass` fails on a schema that belongs to somebody else. */
async function exists(tx: Transaction, schema: string, table: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = ${schema} and relname = ${table} and has_schema_privilege(pg_namespace.oid, 'usage')`)
  return rows.length > 0
}
