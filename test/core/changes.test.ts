// Reactions: what a lower feature announces reaches the higher ones in its own transaction, in order, or nothing is changed at all.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { announce, defineChange, reactTo } from '../../src/core/changes.ts'
import type { Reaction } from '../../src/core/context.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const counted = defineChange<{ by: number }>('counted')
const other = defineChange<{ by: number }>('other')
const database = usesDatabase()
beforeAll(async () => {
  await database.db.execute(sql`create table counts (by integer)`)
})

const contextWith = (reactions: readonly Reaction[]) => {
  const context = testContext(database.db)
  return { ...context, contributions: { ...context.contributions, reactions } }
}
const stored = async () =>
  (await database.db.execute<{ by: number }>(sql`select by from counts order by by`)).map(({ by }) => by)

test('each reaction to the change runs, in the order of the features, with its facts', async () => {
  const seen: string[] = []
  const context = contextWith([
    reactTo(counted, async (_tx, _context, { by }) => void seen.push(`first ${by}`)),
    reactTo(other, async () => void seen.push('never')),
    reactTo(counted, async (_tx, _context, { by }) => void seen.push(`second ${by}`)),
  ])
  await database.db.transaction((tx) => announce(tx, context, counted, { by: 3 }))
  expect(seen).toEqual(['first 3', 'second 3'])
})

test('a reaction that fails undoes the change', async () => {
  const context = contextWith([
    reactTo(counted, async (_tx, _context, { by }) => {
      if (by > 1) throw new Error('no more than one')
    }),
  ])
  const count = (by: number) =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into counts values (${by})`)
      await announce(tx, context, counted, { by })
    })
  await count(1)
  await expect(count(2)).rejects.toThrow('no more than one')
  expect(await stored()).toEqual([1])
})
