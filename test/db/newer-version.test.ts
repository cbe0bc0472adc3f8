// While replicas are replaced one by one, the older ones go on with the tables of the newer version.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blockersAround } from '../../src/db/blockers.ts'
import { claimNotice, findNotice } from '../../src/db/notices.ts'
import { findPerson } from '../../src/db/people.ts'
import { planAround } from '../../src/db/plan-items.ts'
import { entriesUpTo } from '../../src/db/standups.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const NOBODY = '00000000-0000-4000-8000-000000000001'
const date = Temporal.PlainDate.from('2026-03-02')
let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('statements that are kept prepared survive a column that was added', async () => {
  await database.db.transaction(async (tx) => {
    const read = async () => {
      await findPerson(tx, 'T1', 'U1')
      await findNotice(tx, { workspaceId: 'T1', noticeKey: 'n' })
      await claimNotice(tx, { workspaceId: 'T1', noticeKey: 'n' }, 20)
      await entriesUpTo(tx, 'T1', NOBODY, date, 3)
      await planAround(tx, 'T1', NOBODY, date)
      await blockersAround(tx, 'T1', NOBODY, date)
    }
    await read()
    for (const table of ['people', 'notices', 'standups', 'plan_items', 'blockers'])
      await tx.execute(sql.raw(`alter table ${table} add column added text`))
    await expect(read()).resolves.toBeUndefined()
  })
})
