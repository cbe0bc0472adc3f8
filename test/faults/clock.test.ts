// Clock faults: a machine suspended for three hours, a system clock set back by ten minutes.
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn, morning, NORTH, SOUTH, TODAY } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const prompts = [...NORTH.reps, ...SOUTH.reps].map(({ memberId }) => `standup:${memberId}:${TODAY}`)

test('suspended from before the prompts until after the close: nobody is prompted, the reason is recorded, and the day continues', async () => {
  const { harness, database } = await morning()
  undo.push(database.close, harness.stop)
  const [bot] = harness.bots
  await harness.moveTo(at('08:30'))
  bot!.signal('SIGSTOP')
  harness.sandbox.clock.set(at('11:30').epochMilliseconds)
  await new Promise((later) => setTimeout(later, 3000))
  bot!.signal('SIGCONT')
  await bot!.settled(at('11:30'))
  const states = await database.db.execute(sql`
    select kind, state, count(*)::int as times from due_items
    where date = ${TODAY} and kind in ('close', 'morning', 'prompt', 'remind', 'weekly-board') group by kind, state order by kind, state`)
  expect([...states]).toMatchObject([
    { kind: 'close', state: 'done', times: 2 },
    { kind: 'morning', state: 'done', times: 2 },
    { kind: 'prompt', state: 'missed_too_late', times: 12 },
    { kind: 'remind', state: 'missed_too_late', times: 12 },
    { kind: 'weekly-board', times: 2 },
  ])
  expect(prompts.filter((key) => keysIn(harness).has(key))).toEqual([])
  // Slack had no connection for a while: the bot reconnects, and accepts the late answer.
  await eventually(async () => expect(await bot!.readiness()).toMatchObject({ ready: true }), 30_000)
  const anna = harness.user(ANNA.name)
  await eventually(
    async () => expect(await anna.shortcut('todays_standup')).toMatchObject({ acked: true }),
    20_000,
  )
  await anna.modal.fill({ 'number::calls': '5', plan: 'Late but there' })
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
})

test('suspended during deliveries, while another replica runs: each message arrives once', async () => {
  const { harness, database } = await morning({ replicas: 2 })
  undo.push(database.close, harness.stop)
  const [sleeper, awake] = harness.bots
  harness.sandbox.faults.add({ kind: 'latency', on: 'chat.postMessage', times: 8, delayMs: 3000 })
  harness.sandbox.clock.set(at('09:00:01').epochMilliseconds)
  // As many as one workspace may have are claimed; shortly after, Slack is slow to respond to all of them.
  const sending = sql`select from messages where state = 'sending'`
  await eventually(async () => expect(await database.db.execute(sending)).toHaveLength(8))
  await new Promise((later) => setTimeout(later, 700))
  sleeper!.signal('SIGSTOP')
  await awake!.settled(at('09:00:01'), 90_000)
  sleeper!.signal('SIGCONT')
  await sleeper!.idle()
  const keys = keysIn(harness)
  expect(prompts.filter((key) => keys.get(key) !== 1)).toEqual([])
})

test('set back by ten minutes in the morning: nothing is sent twice, and answers are accepted', async () => {
  const { harness, database } = await morning()
  undo.push(database.close, harness.stop)
  const { sandbox } = harness
  await harness.moveTo(at('09:05'))
  const anna = await fillIn(harness, ANNA, 12, 'First')
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
  // The response to a message is lost, and the clock is set back before the message is searched for.
  sandbox.faults.add({ kind: 'lost_answer', on: 'chat.postMessage' })
  const ben = await fillIn(harness, SOUTH.reps[0]!, 7, 'In the south')
  expect(await ben.modal.submit()).toMatchObject({ closed: true })
  sandbox.clock.set(at('08:55').epochMilliseconds)
  const again = await fillIn(harness, ANNA, 15, 'Second')
  expect(await again.modal.submit()).toMatchObject({ closed: true })
  await harness.settled()
  await harness.moveTo(at('09:10'))
  const keys = keysIn(harness)
  expect([...keys].filter(([, times]) => times !== 1)).toEqual([])
  expect(prompts.filter((key) => keys.get(key) !== 1)).toEqual([])
  const totals = await database.db.execute<{ value: number; entries: number }>(sql`
    select n.value::int as value, (select sum((a.numbers -> n.key)::int)::int from activity a
      where a.member_id = t.member_id and a.date = t.date) as entries
    from daily_totals t cross join jsonb_each(t.totals) n where member_id = ${ANNA.memberId}`)
  expect([...totals]).toMatchObject([{ value: 15, entries: 15 }])
})
