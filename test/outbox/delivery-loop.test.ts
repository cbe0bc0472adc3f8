// The delivery loop delivers messages concurrently and fairly, renews its claims, and drains when it stops.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { isOutboxEmpty } from '../../src/outbox/db/messages.ts'
import { deliverMessage } from '../../src/outbox/flows/deliver-message.ts'
import { startDeliveryLoop } from '../../src/outbox/flows/delivery-loop.ts'
import type { HeldClaim } from '../../src/outbox/flows/held-claim.ts'
import { eventually } from '../support/eventually.ts'
import { context, database, draft, enqueue, fault, ports, slack, stored } from './set-up.ts'

const deliver = (claim: HeldClaim) => deliverMessage(claim, context, ports)
const isEmpty = () => eventually(async () => expect(await isOutboxEmpty(database.db)).toBe(true), 15_000)

async function whileRunning(
  story: () => Promise<void>,
  handle: (claim: HeldClaim) => Promise<unknown> = deliver,
): Promise<void> {
  const loop = startDeliveryLoop(context, handle)
  await story().finally(() => loop.stop(3000))
}

test('an enqueued message is delivered within half a second, even after the database was unreachable', async () => {
  const reach = context.db.execute.bind(context.db)
  let polls = 0
  context.db = Object.create(context.db, {
    execute: {
      value: (...asked: Parameters<typeof reach>) =>
        polls++ === 0 ? Promise.reject(new Error('the database is away')) : reach(...asked),
    },
  })
  await whileRunning(async () => {
    await eventually(() => expect(polls).toBeGreaterThan(1))
    await enqueue(draft('a'))
    await eventually(async () => expect(await stored('a')).toMatchObject({ state: 'delivered' }), 500)
  })
})

test('a message that changes during its delivery is delivered again', async () => {
  slack.during('post', async () => {
    for (let change = 0; change < 3; change += 1) await enqueue(draft('a'))
  })
  await whileRunning(async () => {
    await enqueue(draft('a'))
    await isEmpty()
  })
  expect(slack.calls).toEqual(['acquire', 'post', 'acquire', 'update'])
  expect(slack.messages).toMatchObject([{ version: 4, edits: 1 }])
})

test('ten changes in a second are one or two edits', async () => {
  await whileRunning(async () => {
    await enqueue(draft('a'))
    await isEmpty()
    await sleep(1000)
    for (let change = 0; change < 10; change += 1) {
      await enqueue(draft('a'))
      await sleep(90)
    }
    await isEmpty()
  })
  expect(slack.messages).toMatchObject([{ version: 11 }])
  expect([1, 2]).toContain(slack.messages[0]?.edits)
})

test('a message that hangs blocks no other message or workspace; a failed one is retried', async () => {
  const hanging = Promise.withResolvers<void>()
  slack.next('post', fault)
  const handle = async (claim: HeldClaim) => {
    if (claim.message.messageKey === 'hangs') await hanging.promise
    return deliver(claim)
  }
  await whileRunning(async () => {
    await enqueue(draft('hangs'), draft('shaky'))
    await eventually(async () => expect(await stored('shaky')).toMatchObject({ attempts: 1 }))
    await enqueue(draft('fine', { workspaceId: 'T2', teamId: null }))
    await eventually(
      async () => expect(slack.messages.map(({ key }) => key)).toEqual(['fine', 'shaky']),
      15_000,
    )
    hanging.resolve()
    await isEmpty()
  }, handle)
})

test('a workspace has only a few deliveries at once, so that others do not wait for it', async () => {
  const inHand: string[] = []
  const released = Promise.withResolvers<void>()
  const handle = async (claim: HeldClaim) => {
    inHand.push(claim.message.workspaceId)
    if (claim.message.workspaceId === 'T1') await released.promise
    return deliver(claim)
  }
  await enqueue(...Array.from({ length: 50 }, (_, index) => draft(`n${index}`)))
  await whileRunning(async () => {
    await eventually(() => expect(inHand).toHaveLength(8))
    await enqueue(draft('late', { workspaceId: 'T2', teamId: null }))
    await eventually(() => expect(inHand).toContain('T2'))
    expect(inHand.filter((workspaceId) => workspaceId === 'T1')).toHaveLength(8)
    released.resolve()
    await isEmpty()
  }, handle)
  expect(slack.messages).toHaveLength(51)
})

test('a slow delivery keeps its claim: the lease is renewed', async () => {
  const released = Promise.withResolvers<void>()
  await enqueue(draft('slow'))
  const handle = async (claim: HeldClaim) => {
    // As if it had been claimed long ago, by our clock and the database's.
    context.moveTo('2026-03-02T09:00:10Z')
    await database.db.update(messages).set({ nextAttemptAt: sql`clock_timestamp() + interval '3 seconds'` })
    await released.promise
    return deliver(claim)
  }
  await whileRunning(async () => {
    const leftSeconds = async () =>
      Temporal.Now.instant()
        .until((await stored('slow')).nextAttemptAt!)
        .total('seconds')
    await eventually(async () => expect(await leftSeconds()).toBeLessThan(3))
    await eventually(async () => expect(await leftSeconds()).toBeGreaterThan(10))
    released.resolve()
    await isEmpty()
  }, handle)
  expect(slack.messages).toHaveLength(1)
})

test('a message whose outcome cannot be recorded is claimed again when its lease ends', async () => {
  await enqueue(draft('a'))
  let attempts = 0
  const handle = async (claim: HeldClaim) => {
    attempts += 1
    if (attempts > 1) return deliver(claim)
    await database.db.update(messages).set({ nextAttemptAt: sql`clock_timestamp()` })
    throw new Error('the database is away')
  }
  await whileRunning(isEmpty, handle)
  expect(attempts).toBe(2)
  expect(slack.messages).toHaveLength(1)
})

test('when stopped it claims nothing more and waits for deliveries in progress', async () => {
  const begun = Promise.withResolvers<void>()
  const handle = async (claim: HeldClaim) => {
    begun.resolve()
    await sleep(300)
    return deliver(claim)
  }
  await enqueue(draft('a'))
  const loop = startDeliveryLoop(context, handle)
  await begun.promise
  const stopped = loop.stop(5000)
  await enqueue(draft('b'))
  await stopped
  expect(await stored('a')).toMatchObject({ state: 'delivered' })
  expect(await stored('b')).toMatchObject({ state: 'waiting', claimId: null })
})

test('a delivery that hangs does not delay the stop', async () => {
  await enqueue(draft('a'))
  const begun = Promise.withResolvers<void>()
  const loop = startDeliveryLoop(context, () => {
    begun.resolve()
    return new Promise(() => {})
  })
  await begun.promise
  const from = performance.now()
  await loop.stop(200)
  expect(performance.now() - from).toBeLessThan(1500)
})
