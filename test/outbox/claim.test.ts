// Messages are claimed fairly and by one process at a time; a dead process's claims are free when their leases end.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '../../src/core/db/client.ts'
import { claimDueMessages, renewClaims } from '../../src/outbox/db/claim.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { isOutboxEmpty } from '../../src/outbox/db/messages.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import { freshDatabase } from '../support/database.ts'
import { claim, claimedUntil, context, database, draft, enqueue, keysOf, stored } from './set-up.ts'

const many = (workspaceId: string, count: number) =>
  Array.from({ length: count }, (_, index) => draft(`${workspaceId}-${index}`, { workspaceId }))
const countOf = (claims: Awaited<ReturnType<typeof claim>>, workspaceId: string) =>
  claims.filter(({ message }) => message.workspaceId === workspaceId).length
const leaseEnds = (keys: string[], at: string) =>
  database.db
    .update(messages)
    .set({ nextAttemptAt: sql.raw(at) })
    .where(sql`message_key in ${keys}`)

test('a message can be claimed after its transaction commits, and never after a rollback', async () => {
  await database.db.transaction(async (tx) => {
    await enqueueMessage(tx, context, [draft('a')])
    expect(await claim()).toEqual([])
  })
  const undone = database.db.transaction(async (tx) => {
    await enqueueMessage(tx, context, [draft('b')])
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect(keysOf(await claim())).toEqual(['a'])
})

test('a claimed message cannot be claimed again until it is delivered and enqueued again', async () => {
  await enqueue(draft('a'), draft('b'))
  expect(keysOf(await claim())).toEqual(['a', 'b'])
  await enqueue(draft('a'))
  expect(await claim()).toEqual([])
  expect(await isOutboxEmpty(database.db)).toBe(false)
})

test('two replicas that claim at once share the work, and neither waits for the other', async () => {
  await enqueue(...many('T1', 40))
  const both = await Promise.all([claim(), claim(), claim()])
  const keys = both.flatMap(keysOf)
  expect(new Set(keys).size).toBe(keys.length)
  await claim().then((rest) => keys.push(...keysOf(rest)))
  expect(new Set(keys).size).toBe(40)
})

test('a workspace has at most `perWorkspace` claims in all processes, and does not delay other workspaces', async () => {
  await enqueue(...many('T1', 50), ...many('T2', 3))
  const limits = { most: 100, perWorkspace: 8 }
  const first = await claim(limits)
  expect([countOf(first, 'T1'), countOf(first, 'T2')]).toEqual([8, 3])
  expect(await claim(limits)).toEqual([])
  await leaseEnds(['T1-0', 'T1-1'], 'null')
  await database.db.execute(
    sql`update messages set claim_id = null where message_key in ('T1-0', 'T1-1') and next_attempt_at is null`,
  )
  expect(await claim(limits)).toHaveLength(2)
})

test('where not all can be claimed, workspaces with the fewest claims go first', async () => {
  await enqueue(...many('T1', 20), ...many('T2', 20))
  await claim({ most: 5, perWorkspace: 8 })
  await enqueue(...many('T3', 2))
  const next = await claim({ most: 4, perWorkspace: 8 })
  expect(countOf(next, 'T3')).toBe(2)
})

test('within a workspace the oldest goes first', async () => {
  for (const key of ['c', 'a', 'b']) await enqueue(draft(key))
  const order: string[] = []
  for (let turn = 0; turn < 3; turn += 1) order.push(...keysOf(await claim({ most: 1, perWorkspace: 8 })))
  expect(order).toEqual(['c', 'a', 'b'])
})

test('a message that may be posted is not claimed before its lease ends, however often it is enqueued', async () => {
  await enqueue(draft('a'))
  await claimedUntil("clock_timestamp() + interval '15 seconds'")
  await enqueue(draft('a'))
  expect(await claim()).toEqual([])
  await leaseEnds(['a'], 'clock_timestamp()')
  expect(await claim()).toMatchObject([{ message: { version: 2, attempts: 1 } }])
})

test('claims of a dead process count against their workspace for five seconds, not for the whole lease', async () => {
  const limits = { most: 100, perWorkspace: 8 }
  await enqueue(...many('T1', 16))
  const dead = keysOf(await claim(limits))
  await leaseEnds(dead, "clock_timestamp() + interval '10.5 seconds'")
  expect(await claim(limits)).toEqual([])
  await leaseEnds(dead, "clock_timestamp() + interval '9.5 seconds'")
  expect(await claim(limits)).toHaveLength(8)
})

test('a lease is renewed only for the process that still has it', async () => {
  await enqueue(draft('mine'), draft('lost'))
  const claims = await claim()
  await database.db.update(messages).set({ claimId: crypto.randomUUID() }).where(sql`message_key = 'lost'`)
  await leaseEnds(['mine', 'lost'], "clock_timestamp() + interval '1 second'")
  const mine = claims.find(({ message }) => message.messageKey === 'mine')!
  expect(await renewClaims(database.db, claims)).toEqual(new Set([mine.claimId]))
  const seconds = async (key: string) =>
    Temporal.Now.instant()
      .until((await stored(key)).nextAttemptAt!)
      .total('seconds')
  expect(await seconds('mine')).toBeGreaterThan(10)
  expect(await seconds('lost')).toBeLessThan(2)
})

test('renewing skips rows that a transaction has locked', async () => {
  await enqueue(draft('a'), draft('b'))
  const claims = await claim()
  await database.db.transaction(async (tx) => {
    await enqueueMessage(tx, context, [draft('a')])
    expect((await renewClaims(database.db, claims)).size).toBe(1)
  })
})

test('a claim reads few more rows than it claims, however many are due or delivered', async () => {
  // What other tests deleted is still in the index of theirs.
  const own = await freshDatabase()
  await own.db.execute(sql`
    insert into messages (workspace_id, message_key, kind, to_channel_id, subject, state, created_at, next_attempt_at)
    select 'T' || n % 3, 'due-' || n, 'standup-card', 'C1', '{}'::jsonb, 'waiting', now(), now() - n * interval '1 millisecond'
    from generate_series(1, 6000) n
    union all
    select 'T' || n % 3, 'old-' || n, 'standup-card', 'C1', '{}'::jsonb, 'delivered', now(), null from generate_series(1, 6000) n`)
  const { taken, read } = await own.db.transaction(async (tx) => {
    const claims = await claimDueMessages(tx as unknown as Database, {
      most: 24,
      perWorkspace: 8,
      editsApartMs: 1000,
    })
    const [row] = await tx.execute<{ read: number }>(
      sql`select (idx_tup_fetch + seq_tup_read)::int as read from pg_stat_xact_user_tables where relname = 'messages'`,
    )
    return { taken: claims.length, read: row!.read }
  })
  await own.close()
  expect(taken).toBe(24)
  expect(read).toBeLessThan(100)
})
