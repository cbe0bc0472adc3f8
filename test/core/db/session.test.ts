// A database with other defaults than ours: dates, isolation and encoding.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { PermanentFault } from '../../../src/core/retry.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'

const [NAME, LATIN] = [`test_session_${process.pid}`, `test_latin_${process.pid}`]
const server = inject('postgresUrl')
let connection: DatabaseConnection

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  await administer(server, `alter database ${NAME} set datestyle = 'German, DMY'`)
  await administer(server, `alter database ${NAME} set timezone = 'Asia/Kolkata'`)
  await administer(server, `alter database ${NAME} set default_transaction_isolation = 'serializable'`)
  connection = connect(databaseUrl(server, NAME), { maxConnections: 1, statementTimeoutMillis: 5000 })
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

test('dates and times are read as ISO in UTC, whatever the database’s default', async () => {
  const rows = await connection.db.execute(
    sql`select '2026-03-02'::date::text as day, '2026-03-02T09:00:00Z'::timestamptz::text as moment`,
  )
  expect([...rows]).toEqual([{ day: '2026-03-02', moment: '2026-03-02 09:00:00+00' }])
})

test('a transaction is read committed, whatever the database’s default', async () => {
  const [row] = await connection.db.transaction((tx) =>
    tx.execute(sql`select current_setting('transaction_isolation') as level`),
  )
  expect(row).toEqual({ level: 'read committed' })
})

test('a database that is not UTF8 is refused with a sentence', async () => {
  await administer(
    server,
    `create database ${LATIN} encoding 'LATIN1' locale 'C' locale_provider 'libc' template template0`,
  )
  const start = migrate(databaseUrl(server, LATIN))
  await expect(start).rejects.toThrow(/^The database is encoded in LATIN1: create one with/)
  await expect(start).rejects.toBeInstanceOf(PermanentFault)
  await administer(server, `drop database ${LATIN} with (force)`)
})
