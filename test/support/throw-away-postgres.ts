// Starts a Postgres that lives as long as one run of tests, fast because nothing on it has to survive a power cut.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../../src/core/db/migrate.ts'
import { startEmbedded } from '../../src/core/embedded/server.ts'
import { clearLeftBehind } from './left-behind.ts'

const PREFIX = 'pacesetter-test-'
export const TEMPLATE = 'pacesetter_template'

export interface ThrowAwayPostgres {
  /** Of the database `postgres`. */
  url: string
  stop(): Promise<void>
}

/** With a migrated database called TEMPLATE, to clone others from. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  clearLeftBehind(tmpdir(), PREFIX)
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // As root the server runs as someone else, who has to get in here.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({
    dataDir: join(dataDir, 'data'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  await administer(server.url, `create database ${TEMPLATE}`)
  const url = databaseUrl(server.url, TEMPLATE)
  await migrate(url)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export async function administer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
