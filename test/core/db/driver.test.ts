// Faults of the connection stay faults: a lost statement, an error within a result, deadlocks and conflicts give no wrong answer.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '../../../src/core/db/client.ts'
import { withDeadline } from '../../../src/core/with-deadline.ts'
import { testContext } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'

const database = usesDatabase()
const one = () => connect(database.url, { maxConnections: 1, statementTimeoutMillis: 5000 })

beforeAll(async () => {
  await database.db.execute(sql`create table rows as select id, 0 as value from generate_series(1, 2) id`)
  await database.db.execute(sql`create sequence attempts`)
})

test('a prepared statement that the server has lost is prepared again, with the same answer', async () => {
  const { db, close } = one()
  const answer = async () => {
    const values = {
      yes: true,
      no: false,
      day: '2026-03-02',
      json: '{"a":[true,"t"]}',
      list: ['t', 'f', "o'k"],
    }
    const rows = await db.execute(sql`select ${values.yes}::boolean as yes, ${values.no}::boolean as no,
      ${values.day}::date as day, ${values.json}::jsonb as json, ${sql.param(values.list)}::text[] as list,
      ${1.5}::numeric as number, ${null}::text as nothing from generate_series(1, 3) where ${true}::boolean`)
    return [...rows]
  }
  const before = await answer()
  expect(before).toHaveLength(3)
  await db.execute(sql`deallocate all`)
  expect(await answer()).toEqual(before)
  await close()
})

test('the result after an error within a result begins with its first row', async () => {
  const { db, close } = one()
  await expect(db.execute(sql`select 10 / (3 - g) from generate_series(1, 5) g`)).rejects.toThrow()
  expect([...(await db.execute(sql`select 7 as seven`))]).toEqual([{ seven: 7 }])
  await expect(db.execute(sql`select 10 / (3 - g) from generate_series(1, ${5}::int) g`)).rejects.toThrow()
  expect(
    await db
      .select({ seven: sql`${7}::int` })
      .from(sql`rows`)
      .limit(1),
  ).toEqual([{ seven: 7 }])
  await close()
})

test('two that wait for each other are both carried out, each once', async () => {
  const { db } = database
  await db.execute(sql`update rows set value = 0`)
  const gate = Promise.withResolvers<void>()
  let ready = 0
  const both = [
    [1, 2],
    [2, 1],
  ].map((order) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`update rows set value = value + 1 where id = ${order[0]}`)
      ready += 1
      if (ready === 2) gate.resolve()
      await gate.promise
      await tx.execute(sql`update rows set value = value + 1 where id = ${order[1]}`)
    }),
  )
  await Promise.all(both)
  expect(ready).toBeGreaterThan(2)
  expect([...(await db.execute(sql`select value from rows`))]).toEqual([{ value: 2 }, { value: 2 }])
})

const conflict = (until: number) =>
  sql.raw(`do $$ begin
  if nextval('attempts') < ${until} then raise exception 'conflict' using errcode = '40001'; end if; end $$`)

test('a conflict is tried again, a few times; another fault is not', async () => {
  const { db } = database
  const tried = async (statement: ReturnType<typeof sql>) => {
    await db.execute(sql`alter sequence attempts restart`)
    let attempts = 0
    const result = await db
      .transaction(async (tx) => {
        attempts += 1
        await tx.execute(statement)
      })
      .then(
        () => 'saved',
        () => 'failed',
      )
    return [result, attempts]
  }
  expect(await tried(conflict(3))).toEqual(['saved', 3])
  expect(await tried(conflict(1000))).toEqual(['failed', 5])
  expect(await tried(sql`select 1 / 0`)).toEqual(['failed', 1])
})

test('past the deadline nothing is tried again', async () => {
  const deadline = new AbortController()
  const { db } = withDeadline(testContext(database.db, '2026-03-02T09:00:00Z'), deadline.signal)
  await database.db.execute(sql`alter sequence attempts restart`)
  let attempts = 0
  const late = db.transaction(async (tx) => {
    attempts += 1
    deadline.abort(new Error('too late'))
    await tx.execute(conflict(1000))
  })
  await expect(late).rejects.toThrow('too late')
  expect(attempts).toBe(1)
})
