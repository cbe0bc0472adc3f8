// The pool: what waits in the database holds up nobody else, for as long as a connection is free.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, connect } from '../../../src/core/db/client.ts'
import { statement } from '../../../src/core/db/statement.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: Connection
beforeAll(async () => {
  database = await freshDatabase()
  pool = connect(database.url, { maxConnections: 2, statementTimeoutMillis: 2000 })
})
afterAll(async () => {
  await pool.close()
  await database.close()
})

const LOCK = 4711
const waitForLock = statement<{ lock: number }>(
  ({ lock }) => sql`select pg_advisory_xact_lock(${lock})::text`,
)
const answer = statement<{ value: number }>(({ value }) => sql`select ${value}::int as value`)

test('a statement that waits for a lock lets no other wait behind it, however many come at once', async () => {
  // Twice, so that both connections know the statements: only then are they sent without being asked about first.
  for (let round = 0; round < 2; round += 1)
    await Promise.all(
      [1, 2, 3, 4].flatMap((value) => [answer(pool.db, { value }), waitForLock(pool.db, { lock: LOCK })]),
    )
  const { waiting } = await database.db.transaction(async (tx) => {
    await waitForLock(tx, { lock: LOCK })
    let isThrough = false
    const waiting = waitForLock(pool.db, { lock: LOCK }).then(() => {
      isThrough = true
    })
    const values = Array.from({ length: 20 }, (_, value) => value)
    const rows = await Promise.all(values.map((value) => answer(pool.db, { value })))
    expect(rows.map(([row]) => row?.value)).toEqual(values)
    expect(isThrough).toBe(false)
    return { waiting }
  })
  await waiting
})
