// Clocks that do not behave: a machine that sleeps for three hours, a clock set back by ten minutes.
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn, morning, NORTH, SOUTH } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const prompts = [...NORTH.reps, ...SOUTH.reps].map(({ memberId }) => `standup:${memberId}:2026-03-02`)

test('asleep from before the prompts until after the close: nobody is asked, it is recorded, and the day goes on', async () => {
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
    where date = '2026-03-02' and kind <> 'plan-day' group by kind, state order by kind, state`)
  expect([...states]).toMatchObject([
    { kind: 'close', state: 'done', times: 2 },
    { kind: 'prompt', state: 'missed_too_late', times: 12 },
    { kind: 'remind', state: 'missed_too_late', times: 12 },
    { kind: 'weekly-board', times: 2 },
  ])
  expect(prompts.filter((key) => keysIn(harness).has(key))).toEqual([])
  // Slack found nobody for a while: the bot comes back by itself, and the late answer is taken.
  await eventually(async () => expect(await bot!.readiness()).toMatchObject({ ready: true }), 30_000)
  const anna = harness.user(ANNA.name)
  await eventually(
    async () => expect(await anna.shortcut('todays_standup')).toMatchObject({ acked: true }),
    20_000,
  )
  await anna.modal.fill({ 'number::calls': '5', plan: 'Late but there' })
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
})

test('asleep with messages on their way, while another replica is awake: each arrives once', async () => {
  const { harness, database } = await morning({ replicas: 2 })
  undo.push(database.close, harness.stop)
  const [sleeper, awake] = harness.bots
  harness.sandbox.faults.add({ kind: 'latency', on: 'chat.postMessage', times: 8, delayMs: 3000 })
  harness.sandbox.clock.set(at('09:00:01').epochMilliseconds)
  // As many as one workspace may have in hand are claimed; a moment later all of them are with Slack, which takes its time.
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

test('set back by ten minutes in the middle of the morning: nothing comes twice, answers are taken', async () => {
  const { harness, database } = await morning()
  undo.push(database.close, harness.stop)
  const { sandbox } = harness
  await harness.moveTo(at('09:05'))
  const anna = await fillIn(harness, ANNA, 12, 'First')
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
  // A message is on its way whose answer gets lost, and the clock goes back before anyone looks for it.
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
    select t.value::int as value, (select sum(a.value)::int from activity a
      where a.member_id = t.member_id and a.date = t.date and a.metric_key = t.metric_key) as entries
    from daily_totals t where member_id = ${ANNA.memberId}`)
  expect([...totals]).toMatchObject([{ value: 15, entries: 15 }])
})
