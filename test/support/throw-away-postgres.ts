// Starts a temporary Postgres for one test run, without fsync for speed.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../../src/core/db/migrate.ts'
import { startEmbedded } from '../../src/core/embedded/server.ts'
import { clearLeftBehind } from './left-behind.ts'

const PREFIX = 'pacesetter-test-'
export const TEMPLATE = 'pacesetter_template'

const MEMORY = '/dev/shm'
const MEMORY_NEEDED = 2 ** 30

export interface ThrowAwayPostgres {
  /** URL of the database `postgres`. */
  url: string
  stop(): Promise<void>
}

/** Creates the migrated database TEMPLATE, from which tests clone theirs. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const folder = quickFolder()
  clearLeftBehind(folder, PREFIX)
  const dataDir = mkdtempSync(join(folder, `${PREFIX}${process.pid}-`))
  // When started by root, the server runs as another user, who needs access to this folder.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({
    dataDir: join(dataDir, 'data'),
    settings: {
      ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
      max_wal_size: '256MB',
    },
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

/** Each test file creates and deletes a thousand small files; in memory that takes a seventh of the time. */
function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > MEMORY_NEEDED ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
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
