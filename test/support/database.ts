// Gives a test file a database of its own, cloned from the migrated template in a few milliseconds.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Database } from '../../src/core/db/client.ts'
import { administer, databaseUrl, TEMPLATE } from './throw-away-postgres.ts'

export interface TestDatabase {
  db: Database
  url: string
  close(): Promise<void>
}

export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(server, name)
  const { db, close } = connect(url, { maxConnections: 8, statementTimeoutMillis: 20_000 })
  return {
    db,
    url,
    close: async () => {
      await close()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

/** A database for all tests of a file: there from its `beforeAll` on, gone after its last test. */
export function usesDatabase(): TestDatabase {
  let database: TestDatabase | undefined
  const opened = (): TestDatabase => {
    if (!database) throw new Error('The database is there from beforeAll on.')
    return database
  }
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database?.close())
  return {
    get db() {
      return opened().db
    },
    get url() {
      return opened().url
    },
    close: () => opened().close(),
  }
}
