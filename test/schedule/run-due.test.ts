// Due items are handled exactly once by any number of replicas, and a bad item does not block others.

import { asc } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Transaction } from '../../src/core/db/client.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import {
  claimDueItems,
  type DueItem,
  type DueOutcome,
  type DuePlan,
  nextDueAt,
  planDueItems,
  retryDueItemLater,
} from '../../src/schedule/db/due.ts'
import { type DueHandler, type DueHandlers, runDue } from '../../src/schedule/flows/run-due.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const TEAM = '00000000-0000-4000-8000-000000000001'
const database = usesDatabase()
let context: TestContext

beforeEach(async () => {
  await database.db.delete(dueItems)
  await database.db.delete(messages)
  context = testContext(database.db, '2026-03-02T09:00:00Z')
})

const plan = (dueKey: string, kind: string, dueAt: string, workspaceId = 'T1'): DuePlan => ({
  ...{ workspaceId, dueKey, kind },
  teamId: TEAM,
  memberId: null,
  date: Temporal.PlainDate.from('2026-03-02'),
  dueAt: Temporal.Instant.from(dueAt),
})
const done = (item: DueItem): DueOutcome => ({
  workspaceId: item.workspaceId,
  dueKey: item.dueKey,
  state: 'done',
})
const stored = () => database.db.select().from(dueItems).orderBy(asc(dueItems.dueKey))
const states = async () => Object.fromEntries((await stored()).map((item) => [item.dueKey, item.state]))

/** Handlers that do nothing, except the given one. */
function handlers(own: Readonly<Record<string, DueHandler>>): DueHandlers {
  const nothing: DueHandler = async (_tx, items) => items.map(done)
  const kinds = [...BOT.dueKinds.keys()].map((kind): [string, DueHandler] => [kind, own[kind] ?? nothing])
  return new Map(kinds)
}
/** Enqueues one message per item, as prompts do. */
const prompting =
  (before?: (items: readonly DueItem[]) => void | Promise<void>): DueHandler =>
  async (tx, items, _now, own) => {
    await before?.(items)
    await enqueueMessage(
      tx,
      own,
      items.map((item) => ({
        workspaceId: item.workspaceId,
        key: item.dueKey,
        kind: 'standup-card',
        audience: { to: 'channel', channelId: 'C1' },
        teamId: TEAM,
        subject: { memberId: '00000000-0000-4000-8000-000000000001', date: '2026-03-02' },
      })),
    )
    return items.map(done)
  }

test('due items are handled however late, and items not yet due wait', async () => {
  await planDueItems(database.db, [
    plan('old', 'prompt', '2026-02-27T09:00:00Z'),
    plan('now', 'prompt', '2026-03-02T09:00:00Z'),
    plan('soon', 'prompt', '2026-03-02T09:00:01Z'),
  ])
  expect(await runDue(context, handlers({ prompt: prompting() }))).toMatchObject({ done: 2, failed: 0 })
  expect(await states()).toEqual({ old: 'done', now: 'done', soon: 'waiting' })
  const enqueued = await database.db.select().from(messages).orderBy(messages.messageKey)
  expect(enqueued.map(({ messageKey }) => messageKey)).toEqual(['now', 'old'])
})

test('the next waiting item is known, whether it is due already or later', async () => {
  expect(await nextDueAt(database.db)).toBeNull()
  await planDueItems(database.db, [
    plan('later', 'prompt', '2026-03-02T10:00:00Z'),
    plan('overdue', 'close', '2026-03-02T08:00:00Z'),
  ])
  expect(String(await nextDueAt(database.db))).toBe('2026-03-02T08:00:00Z')
  await runDue(context, handlers({}))
  expect(String(await nextDueAt(database.db))).toBe('2026-03-02T10:00:00Z')
})

test('with nothing due there is one query', async () => {
  await planDueItems(database.db, [plan('soon', 'prompt', '2026-03-02T10:00:00Z')])
  const asked: string[] = []
  const watched = new Proxy(database.db, {
    get: (target, name, receiver) => {
      asked.push(String(name))
      return Reflect.get(target, name, receiver)
    },
  })
  await runDue({ ...context, db: watched }, handlers({}))
  const statements = ['select', 'selectDistinct', 'execute', 'transaction', 'insert', 'update', 'delete']
  expect(asked.filter((name) => statements.includes(name))).toEqual(['execute'])
})

test('items that a plan creates and that are already due are handled in the same run, in the order of kinds', async () => {
  await planDueItems(database.db, [
    plan('close', 'close', '2026-03-02T08:30:00Z'),
    plan('plan', 'plan-day', '2026-03-02T08:59:00Z'),
  ])
  const order: string[] = []
  const note: DueHandler = async (_tx, items) => {
    order.push(...items.map((item) => item.dueKey))
    return items.map(done)
  }
  const planning: DueHandler = async (tx, items) => {
    order.push('plan')
    await planDueItems(tx, [plan('prompt', 'prompt', '2026-03-02T08:00:00Z')])
    return items.map(done)
  }
  await runDue(context, handlers({ 'plan-day': planning, prompt: note, close: note }))
  expect(order).toEqual(['plan', 'prompt', 'close'])
})

test('the outcome is stored with its reason and time', async () => {
  await planDueItems(database.db, [
    plan('late', 'close', '2026-03-01T09:00:00Z'),
    plan('off', 'close', '2026-03-02T09:00:00Z'),
  ])
  const close: DueHandler = async (_tx, items) =>
    items.map((item) => ({
      ...done(item),
      ...(item.dueKey === 'late'
        ? { state: 'missed_too_late', reason: 'too-late' }
        : { state: 'skipped', reason: 'excused' }),
    }))
  expect(await runDue(context, handlers({ close }))).toMatchObject({ missed_too_late: 1, skipped: 1 })
  expect(await stored()).toMatchObject([
    { state: 'missed_too_late', reason: 'too-late', settledAt: context.clock.now() },
    { state: 'skipped', reason: 'excused' },
  ])
})

test('three replicas at once: 2,500 prompts in two workspaces, each sent exactly once', async () => {
  const plans = Array.from({ length: 2500 }, (_, index) =>
    plan(`prompt:${index}`, 'prompt', '2026-03-02T08:00:00Z', index % 2 ? 'T1' : 'T2'),
  )
  await planDueItems(database.db, plans)
  const replicas = Array.from({ length: 3 }, () => testContext(database.db, '2026-03-02T09:00:00Z'))
  const counts = await Promise.all(
    replicas.map((replica) => runDue(replica, handlers({ prompt: prompting() }))),
  )
  expect(counts.map((count) => count.done).reduce((sum, one) => sum + one)).toBe(2500)
  const said = await database.db.select().from(messages)
  expect(said).toHaveLength(2500)
  expect(said.every((message) => message.version === 1)).toBe(true)
})

test('what another replica has locked is left to it, and said', async () => {
  await planDueItems(database.db, [plan('a', 'prompt', '2026-03-02T08:00:00Z')])
  await database.db.transaction(async (tx) => {
    await claimDueItems(tx, 'prompt', context.clock.now(), 10)
    expect(await runDue(context, handlers({}))).toMatchObject({ done: 0, heldElsewhere: 1 })
  })
  expect(await runDue(context, handlers({}))).toMatchObject({ done: 1, heldElsewhere: 0 })
})

test('a bad item fails alone: the others of its batch are handled, and it is retried later', async () => {
  await planDueItems(
    database.db,
    Array.from({ length: 20 }, (_, index) => plan(`p${index}`, 'prompt', '2026-03-02T08:00:00Z')),
  )
  const prompt = prompting((items) => {
    if (items.some((item) => item.dueKey === 'p7')) throw new Error('no such zone')
  })
  expect(await runDue(context, handlers({ prompt }))).toMatchObject({ done: 19, putOff: 1 })
  const bad = (await stored()).find((item) => item.dueKey === 'p7')
  expect(bad).toMatchObject({ state: 'waiting', attempts: 1, reason: 'no such zone' })
  expect(bad?.nextAttemptAt).toEqual(Temporal.Instant.from('2026-03-02T09:00:30Z'))
  expect(await database.db.select().from(messages)).toHaveLength(19)

  context.moveTo('2026-03-02T09:00:31Z')
  expect(await runDue(context, handlers({ prompt: prompting() }))).toMatchObject({ done: 1 })
})

test('after ten failures it is marked as failed with the reason', async () => {
  await planDueItems(database.db, [plan('p', 'prompt', '2026-03-02T08:00:00Z')])
  const prompt: DueHandler = async () => {
    throw new Error('never')
  }
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await runDue(context, handlers({ prompt }))
    context.moveTo(context.clock.now().add({ hours: 2 }).toString())
  }
  expect(await stored()).toMatchObject([{ state: 'failed', attempts: 10, reason: 'never' }])
  expect(await runDue(context, handlers({ prompt }))).toMatchObject({ putOff: 0, failed: 0 })
})

test('a handler that returns no outcome for an item fails, and its work is rolled back', async () => {
  await planDueItems(database.db, [plan('a', 'prompt', '2026-03-02T08:00:00Z')])
  const forgetful: DueHandler = async (tx, items, now, own) => {
    await prompting()(tx, items, now, own)
    return []
  }
  expect(await runDue(context, handlers({ prompt: forgetful }))).toMatchObject({ putOff: 1 })
  expect(await database.db.select().from(messages)).toEqual([])
})

test('planned again: waiting items get the new time, settled ones do not change', async () => {
  const first = [plan('a', 'prompt', '2026-03-02T08:00:00Z'), plan('b', 'prompt', '2026-03-02T10:00:00Z')]
  await planDueItems(database.db, first)
  await runDue(context, handlers({}))
  await retryDueItemLater(database.db, first[1]!, {
    state: 'waiting',
    nextAttemptAt: Temporal.Instant.from('2026-03-02T12:00:00Z'),
    reason: 'was away',
  })
  await database.db.transaction((tx: Transaction) =>
    planDueItems(tx, [
      plan('a', 'prompt', '2026-03-02T11:00:00Z'),
      plan('b', 'prompt', '2026-03-02T11:00:00Z'),
    ]),
  )
  expect(await stored()).toMatchObject([
    { state: 'done', dueAt: Temporal.Instant.from('2026-03-02T08:00:00Z') },
    { state: 'waiting', nextAttemptAt: Temporal.Instant.from('2026-03-02T11:00:00Z'), attempts: 0 },
  ])
})
