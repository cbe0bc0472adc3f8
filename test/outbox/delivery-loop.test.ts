// The delivery queue: exists with its transaction, folds what waits, tries again, gives up, and goes round slow workspaces.
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { NoticeRef } from '../../src/core/context.ts'
import { statementsIn } from '../../src/core/db/statement.ts'
import { queueNotices } from '../../src/outbox/flows/queue-notices.ts'
import { createQueue, type DeliveryQueue } from '../../src/outbox/queue.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { silentLog } from '../support/silent-log.ts'

let database: TestDatabase
let queue: DeliveryQueue
const notice = (noticeKey: string, workspaceId = 'T1'): NoticeRef => ({ workspaceId, noticeKey })
const waiting = async (key?: string) =>
  (
    await database.db.execute(
      sql`select data ->> 'noticeKey' as key from pgboss.job where name = 'deliver' and state < 'completed'
        and (${key ?? null}::text is null or data ->> 'noticeKey' = ${key ?? null})`,
    )
  ).length

beforeAll(async () => {
  database = await freshDatabase()
  queue = createQueue(database.url, { now: () => Temporal.Now.instant() }, silentLog)
  await queue.start()
})
afterEach(() => database.db.execute(sql`delete from pgboss.job`))
afterAll(async () => {
  await queue.stop(2000)
  await database.close()
})

test('a job exists exactly when its transaction commits', async () => {
  await database.db.transaction((tx) => queue.enqueueDeliveries(statementsIn(tx), [notice('kept')]))
  await expect(
    database.db.transaction(async (tx) => {
      await queue.enqueueDeliveries(statementsIn(tx), [notice('lost')])
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect([await waiting('kept'), await waiting('lost')]).toEqual([1, 0])
  expect(await queue.isIdle()).toBe(false)
})

test('a notice that waits already is not queued again, also among many in one statement', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => notice(`n${index}`))
  await database.db.transaction((tx) => queue.enqueueDeliveries(statementsIn(tx), many.slice(0, 2000)))
  await database.db.transaction((tx) => queue.enqueueDeliveries(statementsIn(tx), many))
  expect(await waiting()).toBe(3000)
  // The same key in another workspace is another notice.
  await database.db.transaction((tx) => queue.enqueueDeliveries(statementsIn(tx), [notice('n1', 'T2')]))
  expect(await waiting('n1')).toBe(2)
})

type Handlers = Parameters<DeliveryQueue['work']>[0]

async function withWorker(
  handlers: Pick<Handlers, 'deliver'> & Partial<Handlers>,
  story: () => Promise<void>,
): Promise<void> {
  const worker = createQueue(database.url, { now: () => Temporal.Now.instant() }, silentLog)
  await worker.start()
  await worker.work({ queueNotices: async () => false, giveUp: async () => {}, ...handlers })
  await story().finally(() => worker.stop(3000))
}
const enqueue = (...notices: NoticeRef[]) =>
  database.db.transaction((tx) => queue.enqueueDeliveries(statementsIn(tx), notices))

test('what was said is queued and delivered, a fault in between tried again; until then the queue is not idle', async () => {
  await database.db.execute(
    sql`insert into unqueued_notices (workspace_id, notice_key) values ('T1', 'said')`,
  )
  expect(await queue.isIdle()).toBe(false)
  const context = { db: database.db, queue }
  let faults = 0
  const delivered: NoticeRef[] = []
  const handlers = {
    queueNotices: async () => {
      if (faults++ === 0) throw new Error('the database is away')
      return queueNotices(context)
    },
    deliver: async (what: NoticeRef) => void delivered.push(what),
  }
  await withWorker(handlers, async () => {
    await eventually(async () => expect(await queue.isIdle()).toBe(true))
    expect(delivered).toEqual([notice('said')])
  })
})

test('what changes while it is being delivered is delivered once more', async () => {
  let deliveries = 0
  const held = Promise.withResolvers<void>()
  const deliver = async () => {
    deliveries += 1
    if (deliveries === 1) await held.promise
  }
  await withWorker({ deliver }, async () => {
    await enqueue(notice('living'))
    await eventually(() => expect(deliveries).toBe(1))
    await enqueue(notice('living'))
    await eventually(() => expect(deliveries).toBe(2))
    held.resolve()
    await eventually(async () => expect(await queue.isIdle()).toBe(true))
    expect(deliveries).toBe(2)
  })
})

test('a notice that hangs holds up neither others nor other workspaces; a fault is tried again', async () => {
  const delivered: string[] = []
  let faults = 0
  const hanging = Promise.withResolvers<void>()
  const deliver = async ({ noticeKey, workspaceId }: NoticeRef) => {
    if (noticeKey === 'hangs') await hanging.promise
    if (noticeKey === 'shaky' && faults++ === 0) throw new Error('no answer')
    delivered.push(`${workspaceId}/${noticeKey}`)
  }
  await withWorker({ deliver }, async () => {
    await enqueue(notice('hangs'), notice('beside'))
    await eventually(() => expect(delivered).toEqual(['T1/beside']))
    await enqueue(notice('fine', 'T2'), notice('shaky'))
    await eventually(() => expect(delivered).toEqual(['T1/beside', 'T2/fine', 'T1/shaky']), 15_000)
    expect(faults).toBe(2)
    hanging.resolve()
    await eventually(() => expect(delivered).toContain('T1/hangs'))
  })
})

test('what waits for a workspace is what can be delivered now: not what was tried before, not what is for later', async () => {
  const twenty = (key: string, workspaceId: string) =>
    Array.from({ length: 20 }, (_, index) => notice(`${key}${index}`, workspaceId))
  await enqueue(...twenty('few', 'T1').slice(1), ...twenty('enough', 'T2'), ...twenty('tried', 'T3'))
  await database.db.execute(sql`update pgboss.job set state = 'retry' where group_id = 'T3'`)
  await database.db.transaction((tx) =>
    queue.enqueueDeliveries(statementsIn(tx), twenty('later', 'T4'), { afterSeconds: 60 }),
  )
  expect(await queue.withWaiting(20)).toEqual(['T2'])
})

test('one workspace has a few in hand at once, so that its waiting is not the others’', async () => {
  let inHand = 0
  let most = 0
  const others: string[] = []
  const released = Promise.withResolvers<void>()
  const deliver = async ({ workspaceId }: NoticeRef) => {
    if (workspaceId !== 'T1') return void others.push(workspaceId)
    inHand += 1
    most = Math.max(most, inHand)
    await released.promise
    inHand -= 1
  }
  await enqueue(...Array.from({ length: 50 }, (_, index) => notice(`n${index}`)), notice('late', 'T2'))
  await withWorker({ deliver }, async () => {
    await eventually(() => expect(others).toEqual(['T2']))
    // Four, but for workers that looked in the same instant.
    expect(most).toBeLessThanOrEqual(16)
    released.resolve()
    await eventually(async () => expect(await queue.isIdle()).toBe(true), 20_000)
  })
})

test('after the last attempt the notice is given up, by its dead letter', async () => {
  const givenUp: NoticeRef[] = []
  await enqueue(notice('hopeless'))
  // Nineteen failures are behind it: the next is the last.
  await database.db.execute(sql`update pgboss.job set retry_count = 20 where name = 'deliver'`)
  const deliver = async () => {
    throw new Error('never')
  }
  const giveUp = async (notices: readonly NoticeRef[]) => void givenUp.push(...notices)
  await withWorker({ deliver, giveUp }, () =>
    eventually(() => expect(givenUp).toEqual([notice('hopeless')]), 15_000),
  )
})

test('a job that is to wait is left alone until then', async () => {
  const at: number[] = []
  const from = performance.now()
  await database.db.transaction((tx) =>
    queue.enqueueDeliveries(statementsIn(tx), [notice('later')], { afterSeconds: 2 }),
  )
  await withWorker({ deliver: async () => void at.push(performance.now()) }, () =>
    eventually(() => expect(at).toHaveLength(1), 10_000),
  )
  expect(at[0]! - from).toBeGreaterThan(1900)
})

test('who comes up takes over at once what a dead process had in hand', async () => {
  const own = await freshDatabase()
  const worker = createQueue(own.url, { now: () => Temporal.Now.instant() }, silentLog)
  try {
    await worker.start()
    await own.db.transaction((tx) => worker.enqueueDeliveries(statementsIn(tx), [notice('in-hand')]))
    await own.db.execute(
      sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '20 seconds'`,
    )
    // The queue itself looks after five seconds.
    const deliver = async () => {}
    await worker.work({ queueNotices: async () => false, giveUp: async () => {}, deliver })
    const states = await own.db.execute<{ state: string }>(
      sql`select state from pgboss.job where name = 'deliver'`,
    )
    expect(states).toMatchObject([{ state: 'retry' }])
  } finally {
    await worker.stop(2000)
    await own.close()
  }
})
