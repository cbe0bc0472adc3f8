// Starts one throw-away Postgres for a run of tests, with a migrated template database that each file clones.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createQueue } from '../../src/jobs/queue.ts'
import { clearLeftBehind } from './left-behind.ts'
import { silentLog } from './silent-log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the database `postgres`: put another name in its path. */
    postgresUrl: string
  }
}

const PREFIX = 'pacesetter-test-'
export const TEMPLATE = 'pacesetter_template'

export default async function setup(project: TestProject) {
  clearLeftBehind(tmpdir(), PREFIX)
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // As root the server runs as someone else, who has to get in here.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({
    dataDir: join(dataDir, 'data'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${TEMPLATE}`)
  await sql.end()
  const url = databaseUrl(server.url, TEMPLATE)
  await migrate(url, createQueue(url, silentLog).install)
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
