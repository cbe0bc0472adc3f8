// What was said gets its delivery job, once and only after the transaction that said it.
import { expect, test } from 'vitest'
import { unqueuedNotices } from '../../src/outbox/db/messages.sql.ts'
import { say } from '../../src/outbox/flows/enqueue-message.ts'
import { queueNotices } from '../../src/outbox/flows/queue-notices.ts'
import { testContext } from '../support/context.ts'
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
  const broken = { ...context.queue, enqueueDeliveries: () => Promise.reject(new Error('no answer')) }
  await expect(queueNotices({ ...context, queue: broken })).rejects.toThrow('no answer')
  expect(await left()).toHaveLength(1)
  await queueNotices(context)
  expect(queued()).toEqual(['a'])
})

test('two replicas share the work, and neither waits for the other', async () => {
  await sayIt(...Array.from({ length: 30 }, (_, index) => draft(`n${index}`)))
  const other = testContext(database.db)
  const slow = {
    ...context.queue,
    enqueueDeliveries: async (...asked: Parameters<typeof context.queue.enqueueDeliveries>) => {
      await queueNotices(other)
      await context.queue.enqueueDeliveries(...asked)
    },
  }
  await queueNotices({ ...context, queue: slow })
  expect([queued().length, other.enqueued.length]).toEqual([20, 10])
  expect(new Set([...queued(), ...other.enqueued.map(({ noticeKey }) => noticeKey)]).size).toBe(30)
})

test('whoever says something does not wait for who is just queueing it', async () => {
  await sayIt(draft('a'))
  const slow = {
    ...context.queue,
    enqueueDeliveries: async () => {
      await sayIt(draft('a'))
    },
  }
  await queueNotices({ ...context, queue: slow })
  expect(await left()).toMatchObject([{ noticeKey: 'a' }])
})

test('nothing said: the queue is not asked', async () => {
  const silent = { ...context.queue, withWaiting: () => Promise.reject(new Error('asked')) }
  expect(await queueNotices({ ...context, queue: silent })).toBe(false)
})

test('a workspace for which enough waits is passed over, and what is said of a notice meanwhile becomes one job', async () => {
  const elsewhere = { ...draft('c'), workspaceId: 'T2' }
  await sayIt(draft('a'), elsewhere)
  await sayIt(draft('b'), draft('a'))
  const supplied = { ...context.queue, withWaiting: async () => [WORKSPACE] }
  expect(await queueNotices({ ...context, queue: supplied })).toBe(false)
  expect(context.enqueued).toMatchObject([{ workspaceId: 'T2', noticeKey: 'c' }])
  await queueNotices(context)
  expect(queued()).toEqual(['c', 'a', 'b'])
  expect(await left()).toEqual([])
})

test('of each workspace the first twenty, whatever one of them has waiting; after plenty there is more', async () => {
  const said = (workspaceId: string, length: number) =>
    Array.from({ length }, (_, index) => ({ ...draft(`${100 - index}`), workspaceId }))
  for (const one of said('T1', 50)) await sayIt(one)
  await sayIt(...said('T2', 3))
  expect(await queueNotices(context)).toBe(false)
  const first = Array.from({ length: 20 }, (_, index) => `T1 ${100 - index}`)
  expect(context.enqueued.map(({ workspaceId, noticeKey }) => `${workspaceId} ${noticeKey}`).sort()).toEqual(
    [...first, 'T2 100', 'T2 98', 'T2 99'].sort(),
  )
  await sayIt(...Array.from({ length: 50 }, (_, index) => said(`W${index}`, 20)).flat())
  expect(await queueNotices(context)).toBe(true)
})
