// A transaction that stands still is ended by the database; what is left of it does nothing, on no connection.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let connection: DatabaseConnection

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.execute(sql`create table locked (id int, value int)`)
  const limits = { statementTimeoutMillis: 5000, idleInTransactionMillis: 500, transactionMillis: 1500 }
  connection = connect(database.url, { maxConnections: 1, ...limits })
})
beforeEach(async () => {
  await database.db.execute(sql`truncate locked`)
  await database.db.execute(sql`insert into locked values (1, 0)`)
})
afterAll(async () => {
  await connection.close()
  await database.close()
})

const values = async () =>
  [...(await database.db.execute(sql`select value from locked order by 1`))].map((row) => row.value)

/** Locks the row, stands still for so long, goes on. */
const standingStill = (ms: number, isCareful = false) =>
  connection.db
    .transaction(async (tx) => {
      await tx.execute(sql`update locked set value = 1`)
      await sleep(ms)
      const more = tx.execute(sql`insert into locked values (2, 2)`)
      await (isCareful ? more.catch(() => {}) : more)
    })
    .then(
      () => 'saved',
      () => 'ended',
    )

test('others get the rows, and nothing of it is saved', async () => {
  const frozen = standingStill(1500)
  await sleep(200)
  await database.db.execute(sql`update locked set value = value + 10`)
  expect(await frozen).toBe('ended')
  await sleep(1600)
  expect(await values()).toEqual([10])
})

test.each([false, true])(
  'what is left of it does not run on the connection that others have by then (careful: %s)',
  async (isCareful) => {
    const frozen = standingStill(1200, isCareful)
    await sleep(800)
    // Its one connection is open again, and in use by another transaction while the frozen one goes on.
    const other = connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into locked values (3, 3)`)
      for (let passed = 0; passed < 800; passed += 100) {
        await sleep(100)
        await tx.execute(sql`select 1`)
      }
    })
    await other
    expect(await frozen).toBe('ended')
    expect(await values()).toEqual([0, 3])
    expect(await standingStill(0)).toBe('saved')
  },
)

test('one that goes on, but never ends, is ended as well', async () => {
  const endless = connection.db.transaction(async (tx) => {
    for (;;) {
      await tx.execute(sql`update locked set value = value + 1`)
      await sleep(100)
    }
  })
  await expect(endless).rejects.toThrow()
  expect(await values()).toEqual([0])
})
