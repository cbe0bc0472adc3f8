// A database with other defaults than ours: dates, isolation, timeouts and encoding.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { checkServer } from '../../../src/core/db/check-server.ts'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
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
  await administer(server, `alter database ${NAME} set intervalstyle = 'sql_standard'`)
  await administer(server, `alter database ${NAME} set lock_timeout = 7`)
  await administer(server, `alter database ${NAME} set statement_timeout = 9999`)
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

test.each([{ pooled: false }, { pooled: true }])(
  'a transaction says its timeouts itself, $pooled',
  async ({ pooled }) => {
    const limits = { statementTimeoutMillis: 0, idleInTransactionMillis: 1000, transactionMillis: 3000 }
    const { db, close } = connect(databaseUrl(server, NAME), { maxConnections: 1, pooled, ...limits })
    const settings = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle, current_setting('transaction_timeout') as whole`
    const [within] = await db.transaction((tx) => tx.execute(settings))
    expect(within).toEqual({ statement: '0', lock: '0', idle: '1s', whole: '3s' })
    const [after] = await db.execute(settings)
    expect(after).toMatchObject({ idle: '0', whole: '0', lock: '7ms' })
    await close()
  },
)

test('a statement outside a transaction is read committed, and ends in time', async () => {
  const [row] = await connection.db.execute(
    sql`select current_setting('transaction_isolation') as level, current_setting('statement_timeout') as statement`,
  )
  expect(row).toEqual({ level: 'read committed', statement: '5s' })
})

test('a database that is not UTF8 is refused with a sentence', async () => {
  await administer(
    server,
    `create database ${LATIN} encoding 'LATIN1' locale 'C' locale_provider 'libc' template template0`,
  )
  const start = checkServer(databaseUrl(server, LATIN))
  await expect(start).rejects.toThrow(/^The database is encoded in LATIN1: create one with/)
  await expect(start).rejects.toBeInstanceOf(PermanentFault)
  await administer(server, `drop database ${LATIN} with (force)`)
})
