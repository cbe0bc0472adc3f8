// The embedded Postgres for a bench run, with the bot's settings, and a migrated database for each benchmark.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Context, Log } from '../src/core/context.ts'
import { connect, type Database } from '../src/core/db/client.ts'
import { migrate } from '../src/core/db/migrate.ts'
import { startEmbedded } from '../src/core/embedded/server.ts'

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A workspace of which Slack says nothing. */
export const nobody: Context['directory'] = {
  person: async () => null,
  peoplePage: async () => ({ people: [], next: null }),
  channel: async () => null,
  channelMembers: async () => null,
  replies: async () => null,
}

export interface BenchDatabase {
  url: string
  /** Connected like the bot's background work. */
  db: Database
  /** The driver below `db`, with the same connections. */
  client: postgres.Sql
  /** The driver without drizzle, for baselines and for creating data; it prepares its statements. */
  sql: postgres.Sql
  close(): Promise<void>
}

export interface BenchDatabases {
  fresh(name: string): Promise<BenchDatabase>
  stop(): Promise<void>
}

/** `settings`: additional Postgres settings, such as for profiling. */
export async function startDatabases(settings: Record<string, string> = {}): Promise<BenchDatabases> {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'))
  // As root Postgres runs as another user, who has to be able to enter this folder.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: join(folder, 'data'), settings })
  return {
    fresh: (name) => freshDatabase(server.url, name),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freshDatabase(server: string, name: string): Promise<BenchDatabase> {
  const administrator = postgres(server, { max: 1, onnotice: () => {} })
  await administrator.unsafe(`create database ${name}`)
  await administrator.end()
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  await migrate(url)
  const { db, close } = connect(url, { maxConnections: 10, statementTimeoutMillis: 60_000 })
  const sql = postgres(url, { max: 10, onnotice: () => {} })
  return {
    url,
    db,
    client: (db as Database & { $client: postgres.Sql }).$client,
    sql,
    close: async () => {
      await close()
      await sql.end({ timeout: 5 })
      const again = postgres(server, { max: 1, onnotice: () => {} })
      await again.unsafe(`drop database ${name} with (force)`)
      await again.end()
    },
  }
}
