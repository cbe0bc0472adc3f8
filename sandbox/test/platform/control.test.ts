// The control interface over HTTP: everything that a person does, what they see, clock, faults, and clear refusals.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CALL_FAULTS, DELIVERY_FAULTS } from '../../fault-injection.ts'
import { buttonMessage, form, startTogether, stopTogether, type Together } from './app.ts'

/** Answers are looked into freely; what is not there fails its expectation. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests find out
type Loose = any

let together: Together
const clockFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'clock.json')

beforeEach(async () => {
  together = await startTogether(
    (app) => {
      app.command('/kpi', async ({ ack, client, body }) => {
        await ack('Here you are')
        await client.views.open({ trigger_id: body.trigger_id, view: form() })
      })
      app.view('numbers', async ({ ack, view }) => {
        const calls = view.state.values.calls!.value!.value
        await (calls === '99' ? ack({ response_action: 'errors', errors: { calls: 'Really?' } }) : ack())
      })
      app.action('go', async ({ ack, respond }) => {
        await ack()
        await respond({ text: 'Gone', replace_original: true })
      })
    },
    { clockFile },
  )
})
afterEach(() => stopTogether(together))

const address = (path: string) => `${together.sandbox.platform.origin}/control/${path}`
const look = async (path: string) => (await fetch(address(path))).json() as Promise<Loose>
const ask = async (path: string, body: object): Promise<[number, Loose]> => {
  const answer = await fetch(address(path), { method: 'POST', body: JSON.stringify(body) })
  return [answer.status, await answer.json()]
}

test('a command, its modal filled and submitted by label, and what is seen then', async () => {
  expect(await ask('command', { user: 'anna', command: '/kpi', channel: 'sales' })).toEqual([
    200,
    { ok: true, answered: true },
  ])
  expect((await ask('fill', { user: 'anna', entries: { Calls: '99' } }))[1].fields[0]).toMatchObject({
    label: 'Calls',
    value: '99',
  })
  expect(await ask('submit', { user: 'anna' })).toEqual([200, { errors: { Calls: 'Really?' }, by: 'app' }])
  const open = await look('view?user=anna')
  expect(open.modals).toMatchObject([
    { title: { text: 'Numbers' }, fields: [{ label: 'Calls', value: '99', error: 'Really?' }, {}, {}] },
  ])
  expect(await ask('submit', { user: 'anna', entries: { Calls: 12 } })).toEqual([
    200,
    { closed: true, open: false },
  ])
  const closed = await look('view?user=anna')
  expect(closed.modals).toEqual([])
  const sales = closed.conversations.find(({ name }: { name: string }) => name === 'sales')
  expect(sales.messages).toMatchObject([{ words: 'Here you are', ephemeral: true, from: 'testbot' }])
  expect((await look('view?user=wei')).conversations.map(({ name }: { name: string }) => name)).not.toContain(
    'closed',
  )
})

test('a click in a message, unread marks, messages and membership', async () => {
  const { sandbox, app } = together
  const anna = sandbox.user('anna')
  await app.client.chat.postMessage({ channel: anna.id, ...buttonMessage('Go', 'go') })
  const dm = async () =>
    (await look('view?user=anna')).conversations.find(({ is_im }: { is_im?: boolean }) => is_im)
  expect(await dm()).toMatchObject({
    unread: 1,
    messages: [{ labels: ['Go'], words: 'Please press Go\n[Go]' }],
  })
  expect(await ask('click', { user: 'anna', target: 'Go' })).toEqual([200, { acked: true }])
  await ask('read', { user: 'anna' })
  await anna.dm().waitFor('Gone')
  expect(await dm()).toMatchObject({ unread: 0, messages: [{ words: 'Gone' }] })
  await ask('createChannel', { user: 'wei', name: 'north' })
  await ask('invite', { user: 'wei', channel: 'north', people: ['anna', 'the app'] })
  await ask('say', { user: 'anna', channel: 'north', text: 'hi' })
  await ask('leave', { user: 'anna', channel: 'north' })
  expect(anna.in('north').channel.members.size).toBe(2)
  await ask('profile', { user: 'wei', change: { tz: 'Asia/Tokyo' } })
  expect((await look('view?user=wei')).user).toMatchObject({ tz: 'Asia/Tokyo', tz_offset: 32_400 })
})

test('the clock moves, and the file tells the bot', async () => {
  const [, moved] = await ask('clock', { to: '2026-03-02T08:00:00+01:00' })
  expect(moved.now).toMatch(/^2026-03-02T07:00:0/)
  await ask('clock', { byMinutes: 30 })
  const { offsetMs } = JSON.parse(readFileSync(clockFile, 'utf8'))
  expect((Date.now() + offsetMs - Date.parse('2026-03-02T07:30:00Z')) / 1000).toBeCloseTo(0, -1)
  expect(await look('clock')).toMatchObject({ offsetMs })
})

test('a fault is asked for, seen waiting, strikes, and the call is read with its verdict', async () => {
  const [status, fault] = await ask('fault', { kind: 'refused', on: 'auth.test', error: 'account_inactive' })
  expect([status, fault]).toMatchObject([200, { kind: 'refused', left: 1 }])
  expect(await look('faults')).toHaveLength(1)
  await together.app.client.auth.test({}).catch(() => {})
  expect(await look('faults')).toEqual([])
  expect((await look('calls?method=auth.test')).at(-1)).toMatchObject({
    ok: false,
    error: 'account_inactive',
    fault: 'refused',
  })
  expect(await look('calls?refused=true')).toEqual([])
})

test.each([...CALL_FAULTS, ...DELIVERY_FAULTS])('%s can be asked for, and taken back', async (kind) => {
  expect(await ask('fault', { kind, on: 'nothing', times: 2, after: 1 })).toMatchObject([
    200,
    { kind, left: 2, skip: 1 },
  ])
  await ask('clearFaults', {})
  expect(await look('faults')).toEqual([])
})

test('newest blocks are refused while the workspace is said to be too old for them', async () => {
  const { client } = together.app
  const board = { channel: together.sandbox.user('anna').id, text: 'Board', blocks: [{ type: 'divider' }] }
  await ask('unsupportedBlocks', { types: ['divider'] })
  await expect(client.chat.postMessage(board)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
  await ask('unsupportedBlocks', { types: [] })
  expect(await client.chat.postMessage(board)).toMatchObject({ ok: true })
})

test('a demo can move the clock in its own way: the answer comes when it has arrived', async () => {
  const { sandbox } = together
  const steps: string[] = []
  sandbox.moveClock = async (targetMs) => {
    for (const stop of [targetMs - 60_000, targetMs]) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      sandbox.clock.set(stop)
      steps.push(new Date(stop).toISOString())
    }
  }
  const [status, moved] = await ask('clock', { to: '2026-03-02T08:00:00Z' })
  expect(steps).toEqual(['2026-03-02T07:59:00.000Z', '2026-03-02T08:00:00.000Z'])
  expect([status, moved.now]).toEqual([200, expect.stringMatching(/^2026-03-02T08:00:0/)])
})

test('what cannot be done comes back as a sentence', async () => {
  expect(await ask('command', { user: 'nobody', command: '/kpi' })).toEqual([
    400,
    { error: 'Nobody is called nobody.' },
  ])
  expect(await ask('command', { user: 'anna', command: 'kpi' })).toEqual([
    400,
    { error: expect.stringMatching(/must start with "\/"/) },
  ])
  expect(await ask('clock', { byMinutes: 1, nonsense: true })).toEqual([
    400,
    { error: expect.stringContaining('The body does not fit') },
  ])
  expect(await ask('dance', {})).toEqual([
    404,
    { error: 'There is no operation called "dance"; GET /control lists all.' },
  ])
  expect((await fetch(address('command'), { method: 'PUT' })).status).toBe(405)
})

test('the directory lists every operation with the schema of its body', async () => {
  const directory = (await (await fetch(`${together.sandbox.platform.origin}/control`)).json()) as Loose
  expect(Object.keys(directory.queries)).toContain('view')
  expect(directory.operations.submit.body.properties).toHaveProperty('entries')
})

test('changes come as a stream', async () => {
  const stream = await fetch(address('changes'))
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  await ask('say', { user: 'anna', channel: 'sales', text: 'hi' })
  expect((await reader.read()).value).toContain('"kind":"message"')
  await reader.cancel()
})
