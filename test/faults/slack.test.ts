// Slack faults: outage, socket refresh, rate limits, lost acknowledgements. Every message arrives exactly once.
import { afterEach, expect, test } from 'vitest'
import { TEAMS } from '../crash/world.ts'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn, morning, TODAY } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function early() {
  const { harness, database } = await morning()
  undo.push(database.close, harness.stop)
  return harness
}

const prompts = TEAMS.flatMap((team) => team.reps.map(({ memberId }) => `standup:${memberId}:${TODAY}`))
const once = (keys: Map<string, number>) => prompts.filter((key) => keys.get(key) === 1)

// Twenty seconds instead of two minutes: the length only changes the number of failed attempts.
test('down while prompts are due: they arrive once after the outage', async () => {
  const harness = await early()
  const { sandbox, bots } = harness
  sandbox.faults.add({ kind: 'lost_request', times: Number.POSITIVE_INFINITY })
  sandbox.dropSockets()
  await eventually(async () => expect(await bots[0]!.readiness()).toMatchObject({ ready: false }))
  sandbox.clock.set(at('09:00:01').epochMilliseconds)
  await new Promise((later) => setTimeout(later, 20_000))
  expect(once(keysIn(harness))).toEqual([])
  sandbox.faults.clear()
  await eventually(async () => expect(await bots[0]!.readiness()).toMatchObject({ ready: true }), 20_000)
  await bots[0]!.idle(60_000)
  const keys = keysIn(harness)
  expect(once(keys)).toEqual(prompts)
  expect(keys.size).toBe(prompts.length)
})

test('answers are accepted while the sockets are refreshed one after the other', async () => {
  const harness = await early()
  const { sandbox } = harness
  await harness.moveTo(at('09:00:01'))
  for (const [index, member] of TEAMS[0]!.reps.entries()) {
    const user = await fillIn(harness, member, 10 + index, `Line of ${member.name}`)
    sandbox.disconnect(index % 2 === 0 ? 'refresh_requested' : 'warning')
    await eventually(async () => expect(await user.modal.submit()).toMatchObject({ closed: true }), 20_000)
  }
  await harness.settled()
  const words = sandbox.user(TEAMS[0]!.manager).in('north').words()
  for (const { name } of TEAMS[0]!.reps) expect(words).toContain(`Line of ${name}`)
})

test('many 429 responses: each message arrives once, and Retry-After is respected', async () => {
  const harness = await early()
  const { sandbox, bots } = harness
  sandbox.faults.add({ kind: 'rate_limited', on: 'chat.postMessage', times: 30, retryAfterSeconds: 2 })
  sandbox.clock.set(at('09:00:01').epochMilliseconds)
  await bots[0]!.settled(at('09:00:01'), 100_000)
  const keys = keysIn(harness)
  expect(once(keys)).toEqual(prompts)
  expect([...keys.values()].every((times) => times === 1)).toBe(true)
  // No message was retried within its two seconds of Retry-After.
  const tries = Map.groupBy(sandbox.calls('chat.postMessage'), ({ args }) => JSON.stringify(args.metadata))
  const pauses = [...tries.values()].flatMap((calls) =>
    calls.slice(1).map((call, index) => call.atMs - calls[index]!.atMs),
  )
  expect(pauses.length).toBeGreaterThan(10)
  expect(Math.min(...pauses)).toBeGreaterThan(1900)
})

test('an answer whose acknowledgement is lost is stored once, with its receipt', async () => {
  const harness = await early()
  await harness.moveTo(at('09:00:01'))
  const anna = await fillIn(harness, ANNA, 12, 'Visit Hafenwerk')
  harness.sandbox.faults.add({ kind: 'lost_ack', on: 'view_submission' })
  expect(await anna.modal.submit()).toEqual({ failed: 'operation_timeout' })
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
  await harness.settled()
  const summary = anna.in('north').last('have answered')
  expect(summary?.words.match(/Visit Hafenwerk/g)).toHaveLength(1)
})
