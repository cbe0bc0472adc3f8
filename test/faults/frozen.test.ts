// One of two replicas freezes in the middle of a tick: everyone is asked in time, and nobody twice when it thaws.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/core/db/client.ts'
import { MEMBERS } from '../crash/world.ts'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn, type Morning, morning, TODAY } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const prompted = (harness: Morning['harness']) =>
  [...keysIn(harness)].filter(([key]) => key.startsWith('standup:'))
const everyone = MEMBERS.map(({ memberId }) => [`standup:${memberId}:${TODAY}`, 1]).toSorted()

/** The bots' connections of which this holds. */
const sessions = async ({ db }: Morning['database'], condition: ReturnType<typeof sql>) => [
  ...(await db.execute(sql`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'pacesetter' and ${condition}`)),
]
const HOLDS_DUE_ITEMS = sql`exists (select from pg_locks
  where pg_locks.pid = pg_stat_activity.pid and relation = 'due_items'::regclass and mode = 'RowShareLock')`

/** Freezes the only replica while its tick waits to write; the other one starts then. */
async function frozenInTheMiddle({ harness, database }: Morning) {
  const [frozen, other] = harness.bots
  other!.signal('SIGSTOP')
  const blocker = connect(database.url, { maxConnections: 1, statementTimeoutMillis: 0 })
  undo.push(blocker.close)
  await blocker.db.transaction(async (tx) => {
    await tx.execute(sql`lock table messages in exclusive mode`)
    harness.sandbox.clock.set(at('09:00:01').epochMilliseconds)
    await eventually(async () =>
      expect(
        await sessions(database, sql`wait_event_type = 'Lock' and query like '%insert into%messages%'`),
      ).not.toEqual([]),
    )
    frozen!.signal('SIGSTOP')
  })
  await eventually(async () =>
    expect(await sessions(database, sql`${HOLDS_DUE_ITEMS} and wait_event_type = 'Client'`)).not.toEqual([]),
  )
  other!.signal('SIGCONT')
}

test('everyone is asked within 60 s, and nobody a second time', async () => {
  const started = await morning({ replicas: 2 })
  const { harness, database } = started
  undo.push(database.close, harness.kill)
  await frozenInTheMiddle(started)
  expect(prompted(harness)).toEqual([])
  await eventually(async () => expect(prompted(harness).toSorted()).toEqual(everyone), 60_000)

  harness.bots[0]!.signal('SIGCONT')
  await sleep(3000)
  await harness.settled()
  expect(prompted(harness).toSorted()).toEqual(everyone)
  // It works on: the reminders come, whoever sends them.
  await harness.bots[1]!.kill()
  harness.sandbox.clock.set(at('10:30:01').epochMilliseconds)
  await harness.bots[0]!.settled(at('10:30:01'))
  const keys = keysIn(harness)
  for (const { memberId } of MEMBERS) expect(keys.get(`remind:${memberId}:${TODAY}`)).toBe(1)
})

test('an answer that reached a frozen replica does not come back over a later one', async () => {
  const { harness, database } = await morning({ replicas: 2 })
  undo.push(database.close, harness.kill)
  await harness.moveTo(at('09:00:01'))
  const anna = await fillIn(harness, ANNA, 1, 'first')
  // Slack takes turns: the submit reaches one or the other, and nobody answers for the frozen one.
  let tries = 0
  const frozen = () => harness.bots[tries % 2]!
  const submitted = async () => {
    frozen().signal('SIGSTOP')
    return 'closed' in (await anna.modal.submit())
  }
  while (await submitted()) {
    frozen().signal('SIGCONT')
    await eventually(async () => void (await fillIn(harness, ANNA, 1, 'first')), 20_000)
    tries += 1
    expect(tries).toBeLessThan(6)
  }
  await anna.modal.fill({ plan: 'second' })
  await eventually(async () => expect(await anna.modal.submit()).toMatchObject({ closed: true }), 20_000)
  frozen().signal('SIGCONT')
  await sleep(4000)
  await harness.settled()
  const plans = await database.db.execute(sql`select text from plan_items`)
  expect(plans.map(({ text }) => text)).toEqual(['second'])
})
