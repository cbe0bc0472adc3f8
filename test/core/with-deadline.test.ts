// What nobody waits for any more is not saved; what is still awaited is.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { whileAwaited } from '../../src/core/with-deadline.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { testContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const saving = (workspaceId: string, signal: AbortSignal, meanwhile = () => {}) =>
  whileAwaited(testContext(database.db, '2026-03-02T09:00:00Z'), {
    signal,
    leftMillis: () => 2500,
  }).db.transaction(async (tx) => {
    await tx.execute(sql`insert into ${workspaces} (workspace_id, name, bot_user_id, first_seen_at)
      values (${workspaceId}, 'Bright', 'U0BOT', now())`)
    meanwhile()
    return 'saved'
  })
const saved = async () => (await database.db.select().from(workspaces)).map((row) => row.workspaceId)

test('awaited to the end it is committed', async () => {
  expect(await saving('T1', new AbortController().signal)).toBe('saved')
  expect(await saved()).toEqual(['T1'])
})

test('given up in between it is rolled back, and says why', async () => {
  const patience = new AbortController()
  const giveUp = () => patience.abort(new Error('nobody waits for it any more'))
  await expect(saving('T2', patience.signal, giveUp)).rejects.toThrow('nobody waits')
  expect(await saved()).toEqual(['T1'])
})
