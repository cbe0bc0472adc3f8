// Socket Mode as a client without a library sees it: tickets, greeting, ten connections, acks, pings, renewal.
import { WebClient } from '@slack/web-api'
import { afterEach, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import type { Sandbox } from '../../sandbox.ts'
import { type SandboxOptions, startSandbox } from '../../start.ts'
import { manifest, seed } from './app.ts'

let sandbox: Sandbox
afterEach(() => sandbox.stop())

async function start(options: SandboxOptions = {}) {
  sandbox = await startSandbox({ manifest, seed, ...options })
}

const ticket = async () => {
  const { SLACK_APP_TOKEN, SLACK_API_URL } = sandbox.env()
  return (await new WebClient(SLACK_APP_TOKEN, { slackApiUrl: SLACK_API_URL }).apps.connections.open({})).url!
}

// biome-ignore lint/suspicious/noExplicitAny: messages of many forms, looked into by the tests
type Heard = any

/** Connects; everything heard is kept, and envelopes are acked unless told otherwise. */
async function connect(options: { url?: string; acks?: boolean; answersPings?: boolean } = {}) {
  const socket = new WebSocket(options.url ?? (await ticket()), { autoPong: options.answersPings !== false })
  const heard: Heard[] = []
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    heard.push(message)
    if (options.acks !== false && message.envelope_id !== undefined)
      socket.send(JSON.stringify({ envelope_id: message.envelope_id }))
  })
  await new Promise((resolve, reject) => {
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  return { socket, heard }
}
const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 2_000, interval: 5 })

test('a ticket opens one connection, which is greeted; ten at most', async () => {
  await start()
  const url = await ticket()
  const { heard } = await connect({ url })
  expect(heard).toMatchObject([
    { type: 'hello', num_connections: 1, connection_info: { app_id: sandbox.platform.app.id } },
  ])
  await expect(connect({ url })).rejects.toThrow('401')
  for (let index = 2; index <= 10; index += 1) await connect()
  expect((await connect()).heard).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }])
  expect(sandbox.connections()).toBe(10)
})

test('each payload goes to one of the open connections, in turn', async () => {
  await start()
  const all = [await connect(), await connect(), await connect()]
  const anna = sandbox.user('anna')
  for (let index = 0; index < 6; index += 1) expect(await anna.command('/kpi')).toMatchObject({ ok: true })
  for (const { heard } of all) {
    expect(heard.filter(({ type }) => type === 'slash_commands')).toHaveLength(2)
    expect(heard[1]).toMatchObject({ accepts_response_payload: true, payload: { command: '/kpi' } })
  }
})

test('an event that was not acked comes again over another connection, as the same event', async () => {
  await start({ ackTimeoutMs: 50, retryDelaysMs: [0] })
  const deaf = await connect({ acks: false })
  const other = await connect({ acks: false })
  sandbox.user('wei').change({ realName: 'Wei' })
  await until(() => sandbox.deliveries().length === 2)
  const [first, second] = [deaf.heard[1], other.heard[1]].sort((a, b) => a.retry_attempt - b.retry_attempt)
  expect(first).toMatchObject({ type: 'events_api', retry_attempt: 0, retry_reason: '' })
  expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' })
  expect(second.payload.event_id).toBe(first.payload.event_id)
  expect(second.envelope_id).not.toBe(first.envelope_id)
})

test('a command that was not acked in time does not come again; the person reads operation_timeout', async () => {
  await start({ ackTimeoutMs: 50 })
  const { heard } = await connect({ acks: false })
  expect(await sandbox.user('anna').command('/kpi')).toMatchObject({ error: 'operation_timeout' })
  await sandbox.whenIdle()
  expect(heard.filter(({ type }) => type === 'slash_commands')).toHaveLength(1)
})

test('a connection that answers pings stays, one that does not is ended; its own pings are answered', async () => {
  await start({ pingEveryMs: 50 })
  const alive = await connect()
  await connect({ answersPings: false })
  const ponged = new Promise((resolve) => alive.socket.once('pong', resolve))
  alive.socket.ping()
  await ponged
  expect(sandbox.connections()).toBe(2)
  await until(() => sandbox.connections() === 1)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(alive.socket.readyState).toBe(WebSocket.OPEN)
})

test('a renewal: a warning, then the request, then the end; meanwhile payloads still come', async () => {
  await start({ renewalMs: 100 })
  const old = await connect()
  sandbox.disconnect('warning')
  await until(() => old.heard.length === 2)
  expect(old.heard[1]).toMatchObject({
    type: 'disconnect',
    reason: 'warning',
    debug_info: expect.any(Object),
  })
  expect(await sandbox.user('anna').command('/kpi')).toMatchObject({ ok: true })
  const fresh = await connect()
  await until(() => sandbox.connections() === 1)
  expect(old.heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  expect(await sandbox.user('anna').command('/kpi')).toMatchObject({ ok: true })
  expect(fresh.heard.at(-1)).toMatchObject({ type: 'slash_commands' })
})

test('a link that is disabled ends at once', async () => {
  await start()
  const { heard } = await connect()
  sandbox.disconnect('link_disabled')
  await until(() => sandbox.connections() === 0)
  expect(heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'link_disabled' })
})

test('an app whose manifest has Socket Mode off is turned away', async () => {
  await start({ manifest: { ...manifest, settings: { ...manifest.settings, socket_mode_enabled: false } } })
  await expect(ticket()).rejects.toMatchObject({ data: { error: 'forbidden_team' } })
})
