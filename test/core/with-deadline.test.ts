// A transaction that ends after its deadline is rolled back; one that ends before it is saved.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withDeadline } from '../../src/core/with-deadline.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

const saving = (workspaceId: string, signal: AbortSignal, meanwhile = () => {}) =>
  withDeadline(testContext(database.db, '2026-03-02T09:00:00Z'), signal).db.transaction(async (tx) => {
    await tx.execute(sql`insert into ${workspaces} (workspace_id, name, bot_user_id, first_seen_at)
      values (${workspaceId}, 'Bright', 'U0BOT', now())`)
    meanwhile()
    return 'saved'
  })
const saved = async () => (await database.db.select().from(workspaces)).map((row) => row.workspaceId)

test('before the deadline it is committed', async () => {
  expect(await saving('T1', new AbortController().signal)).toBe('saved')
  expect(await saved()).toEqual(['T1'])
})

test('after the deadline it is rolled back, and throws the reason', async () => {
  const deadline = new AbortController()
  const giveUp = () => deadline.abort(new Error('too late'))
  await expect(saving('T2', deadline.signal, giveUp)).rejects.toThrow('too late')
  expect(await saved()).toEqual(['T1'])
})
