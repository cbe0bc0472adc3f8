// What was said gets its delivery job, once and only after the transaction that said it.
import { expect, test } from 'vitest'
import { unqueuedNotices } from '../../../src/db/notices.sql.ts'
import { queueNotices } from '../../../src/flows/queue-notices.ts'
import { say } from '../../../src/flows/say.ts'
import { testContext } from '../../support/context.ts'
import { context, database, draft, sayIt, WORKSPACE } from './stage.ts'

const left = () => database.db.select().from(unqueuedNotices)
const queued = () => context.enqueued.map(({ noticeKey }) => noticeKey)

test('however often it was said, one job; said again later, one more', async () => {
  await sayIt(draft('b'), draft('a'))
  await sayIt(draft('a'))
  expect(await queueNotices(context)).toBe(false)
  expect(context.enqueued).toEqual([
    { workspaceId: WORKSPACE, noticeKey: 'a', afterSeconds: 0 },
    { workspaceId: WORKSPACE, noticeKey: 'b', afterSeconds: 0 },
  ])
  await queueNotices(context)
  await sayIt(draft('a'))
  await queueNotices(context)
  expect(queued()).toEqual(['a', 'b', 'a'])
  expect(await left()).toEqual([])
})

test('nothing before the transaction ends, and nothing of one that was rolled back', async () => {
  await database.db.transaction(async (tx) => {
    await say(tx, context, [draft('a')])
    await queueNotices(context)
    expect(queued()).toEqual([])
  })
  const undone = database.db.transaction(async (tx) => {
    await say(tx, context, [draft('b')])
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  await queueNotices(context)
  expect(queued()).toEqual(['a'])
})

test('where the queue cannot be reached it stays to be queued', async () => {
  await sayIt(draft('a'))
  const broken = { enqueueDeliveries: () => Promise.reject(new Error('no answer')) }
  await expect(queueNotices({ ...context, queue: broken })).rejects.toThrow('no answer')
  expect(await left()).toHaveLength(1)
  await queueNotices(context)
  expect(queued()).toEqual(['a'])
})

test('two replicas share the work, and neither waits for the other', async () => {
  await sayIt(...Array.from({ length: 1500 }, (_, index) => draft(`n${index}`)))
  const other = testContext(database.db)
  let meanwhile: boolean | undefined
  const slow = {
    enqueueDeliveries: async (...asked: Parameters<typeof context.queue.enqueueDeliveries>) => {
      meanwhile = await queueNotices(other)
      await context.queue.enqueueDeliveries(...asked)
    },
  }
  expect(await queueNotices({ ...context, queue: slow })).toBe(true)
  expect(meanwhile).toBe(false)
  expect([queued().length, other.enqueued.length]).toEqual([1000, 500])
  expect(new Set([...queued(), ...other.enqueued.map(({ noticeKey }) => noticeKey)]).size).toBe(1500)
})

test('whoever says something does not wait for who is just queueing it', async () => {
  await sayIt(draft('a'))
  const slow = {
    enqueueDeliveries: async () => {
      await sayIt(draft('a'))
    },
  }
  await queueNotices({ ...context, queue: slow })
  expect(await left()).toMatchObject([{ noticeKey: 'a', version: 2 }])
})
