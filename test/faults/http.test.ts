// HTTP requests that are not from Slack are refused before they are parsed, and the real process keeps running.
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../../demo/harness/bot-process.ts'
import { freePort } from '../../demo/harness/free-port.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let sandbox: Sandbox
let bot: BotProcess
let port: number
let secret: string

beforeAll(async () => {
  database = await freshDatabase()
  sandbox = await startSandbox({
    seed: { people: [{ name: 'anna', realName: 'Anna', tz: 'Europe/Berlin', locale: 'en-GB' }] },
  })
  secret = sandbox.platform.app.signingSecret
  port = await freePort()
  const { SLACK_API_URL, SLACK_BOT_TOKEN } = sandbox.env()
  bot = startBot({
    healthPort: await freePort(),
    env: {
      ...{ SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: secret, PORT: String(port) },
      ...{ DATABASE_URL: database.url, LOG_LEVEL: 'debug' },
    },
  })
  await bot.ready()
  expect(await sandbox.deliverTo(`http://127.0.0.1:${port}/slack/events`)).toBe(true)
})
afterAll(async () => {
  expect(await bot.stop()).toBe(0)
  await sandbox.stop()
  await database.close()
})

interface Asked {
  body: string
  /** Offset of the timestamp from now, in seconds. */
  age?: number
  key?: string
  headers?: Record<string, string>
  path?: string
}

const COMMAND = {
  command: '/kpi',
  text: 'log SECRET-TEXT 5',
  channel_id: 'C1',
  trigger_id: 't',
  response_url: '',
}
const form = (more: Record<string, string> = {}) => {
  const { id } = sandbox.workspace()
  return new URLSearchParams({
    team_id: id,
    user_id: sandbox.user('anna').id,
    ...COMMAND,
    ...more,
  }).toString()
}

/** Uses a new connection for each request, because the server may close it. */
function ask({
  body,
  age = 0,
  key = secret,
  headers = {},
  path = '/slack/events',
}: Asked): Promise<number | 'hung up' | 'no answer'> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age)
  const signature = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')
  return new Promise((done) => {
    const asked = request(
      {
        ...{ port, path, host: '127.0.0.1', method: 'POST', agent: false, timeout: 4000 },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...headers,
        },
      },
      (answer) => {
        done(answer.statusCode ?? 0)
        asked.destroy()
      },
    )
    asked.on('error', () => done('hung up'))
    asked.on('timeout', () => {
      done('no answer')
      asked.destroy()
    })
    asked.end(body)
  })
}

/** The bot still replies to commands. */
async function goesOn(): Promise<void> {
  const anna = sandbox.user('anna')
  expect(await anna.command('/kpi', 'hlep')).toMatchObject({ ok: true, answered: true })
  expect(await bot.readiness()).toMatchObject({ ready: true })
}

test('a signed request is accepted', async () => {
  expect(await ask({ body: form() })).toBe(200)
  await goesOn()
})

test.each<[string, Omit<Asked, 'body'>]>([
  ['a signature by another key', { key: 'guess' }],
  ['no signature', { headers: { 'x-slack-signature': '' } }],
  ['a signature of the wrong length', { headers: { 'x-slack-signature': 'v0=00' } }],
  ['a signature that is no hexadecimal', { headers: { 'x-slack-signature': `v0=${'zü'.repeat(32)}` } }],
  ['a signature of another version', { headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } }],
  ['a timestamp of six minutes ago', { age: 360 }],
  ['a timestamp six minutes ahead', { age: -360 }],
  ['a timestamp that is none', { headers: { 'x-slack-request-timestamp': 'yesterday' } }],
  ['no timestamp', { headers: { 'x-slack-request-timestamp': '' } }],
  ['a signature for another time', { headers: { 'x-slack-request-timestamp': '1' } }],
])('%s is refused', async (_, asked) => {
  const before = sandbox.calls().length
  expect(await ask({ body: form(), ...asked })).toBe(401)
  expect(sandbox.calls().length).toBe(before)
  await goesOn()
})

test('a timestamp that is four minutes off, either way, is taken', async () => {
  expect(await ask({ body: form({ trigger_id: 'early' }), age: -240 })).toBe(200)
  expect(await ask({ body: form({ trigger_id: 'late' }), age: 240 })).toBe(200)
})

/** What the server says, until it hangs up, to somebody who says this much and then nothing more. */
function dawdle(said: string): Promise<{ answer: string; seconds: number }> {
  const from = performance.now()
  const socket = connect(port, '127.0.0.1', () => socket.write(said))
  let answer = ''
  return new Promise((done) => {
    const end = () => done({ answer, seconds: (performance.now() - from) / 1000 })
    socket.on('data', (part) => (answer += part))
    socket.on('close', end).on('error', end)
  })
}
const head = (length: number) =>
  [
    'POST /slack/events HTTP/1.1',
    'Host: bot',
    `Content-Length: ${length}`,
    `X-Slack-Request-Timestamp: ${Math.floor(Date.now() / 1000)}`,
    'X-Slack-Signature: v0=00',
  ].join('\r\n')

test('whoever never ends their headers or their body is hung up on, and the bot goes on meanwhile', async () => {
  const slow = [dawdle(head(10)), dawdle(`${head(10)}\r\n\r\nab`)]
  await goesOn()
  const [headers, body] = await Promise.all(slow)
  expect(headers!.seconds).toBeLessThan(9)
  expect(body!.seconds).toBeLessThan(14)
})

test('a body that says it is too large is refused before any of it was sent', async () => {
  const { answer, seconds } = await dawdle(`${head(2_000_000)}\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 413/)
  expect(seconds).toBeLessThan(4)
  await goesOn()
})

test('of 300 connections at once some are closed, and when they are gone the bot answers', async () => {
  const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'))
  const closed = sockets.map((socket) => new Promise((done) => socket.on('close', done).on('error', done)))
  expect(await Promise.race([...closed, sleep(5000, 'nobody was closed')])).not.toBe('nobody was closed')
  for (const socket of sockets) socket.destroy()
  await sleep(200)
  await goesOn()
})

test('a body of 5 MB is refused, signed or not', async () => {
  const body = form({ text: 'x'.repeat(5_000_000) })
  expect(await ask({ body })).toBeOneOf([413, 'hung up'])
  expect(await ask({ body, key: 'guess' })).toBeOneOf([413, 'hung up'])
  await goesOn()
})

test.each([
  ['not JSON', '{"type":'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[1,2]'],
  ['a number', '5'],
  ['an event of nobody', '{"type":"event_callback","event":{"type":"app_home_opened"}}'],
  ['an event of something else', '{"type":"event_callback","team_id":"T1","event":5}'],
  ['an interaction of no kind', '{"payload":"{}"}'],
])('signed and of another shape (%s): the bot goes on', async (_, body) => {
  const status = await ask({ body, headers: { 'content-type': 'application/json' } })
  expect(status).not.toBe(401)
  await goesOn()
})

test('other paths and methods are refused, and connections that do not speak HTTP are closed', async () => {
  for (const path of ['/', '/slack/events/../../x', '//', '/slack/install', '/.env', '/%00'])
    expect(await ask({ body: form(), path }), path).toBeOneOf([404, 500])
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`)
  expect(answer.status).toBe(404)
  const rude = connect(port, '127.0.0.1')
  const said = await new Promise<string>((done) => {
    let text = ''
    rude.on('data', (part) => (text += part)).on('close', () => done(text))
    rude.on('error', () => done(text))
    rude.write('\u0000\u0001 SELECT 1\r\n\r\n')
  })
  expect(said).toMatch(/^HTTP\/1\.1 400|^$/)
  await goesOn()
})

test('the log reports the refused requests without their content', () => {
  expect(bot.log()).toContain('a request by HTTP was refused')
  expect(bot.log()).toContain('slack package')
  expect(bot.log()).not.toContain('SECRET-TEXT')
  expect(bot.log()).not.toContain(secret)
  expect(bot.log()).not.toMatch(/xoxb-\w/)
})
