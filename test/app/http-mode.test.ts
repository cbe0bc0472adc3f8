// The real process in HTTP mode: a team is set up and logs, an event is received, and unsigned requests are refused.
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../../demo/harness/bot-process.ts'
import { freePort } from '../../demo/harness/free-port.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let sandbox: Sandbox
let bot: BotProcess
let url: string

beforeEach(async () => {
  database = await freshDatabase()
  sandbox = await startSandbox({
    seed: {
      people: ['mia', 'ben'].map((name) => ({ name, realName: name, tz: 'Europe/Berlin', locale: 'en-GB' })),
      channels: [{ name: 'sales', members: ['mia', 'ben'] }],
    },
    rateScale: Number.POSITIVE_INFINITY,
  })
  const port = await freePort()
  const { SLACK_APP_TOKEN: _, ...env } = sandbox.env()
  bot = startBot({
    healthPort: await freePort(),
    env: {
      ...env,
      SLACK_SIGNING_SECRET: sandbox.platform.app.signingSecret,
      PORT: String(port),
      DATABASE_URL: database.url,
    },
  })
  url = `http://127.0.0.1:${port}/slack/events`
  await bot.ready()
})
afterEach(async () => {
  await bot.kill()
  await sandbox.stop()
  await database.close()
})

test('it verifies its URL, receives events, opens forms, takes submits and replies to commands, once when delivered twice', async () => {
  expect(await sandbox.deliverTo(url)).toBe(true)
  const [mia, ben] = [sandbox.user('mia'), sandbox.user('ben')]
  mia.addApp('sales')
  await mia.dm().click('Set up the team')
  await mia.modal.fill({ 'Team name': 'North', 'Who takes part': ['ben'] })
  expect(await mia.modal.submit()).toMatchObject({ updated: {} })
  expect(await ben.command('/kpi', 'log calls 5', { in: 'sales' })).toEqual({ ok: true, answered: true })
  await ben.in('sales').waitFor('Calls')
  const twice = [await send(secretOf(), 0, 'log visits 3'), await send(secretOf(), 0, 'log visits 3')]
  const [first, again] = await Promise.all(twice.map((response) => response.text()))
  expect(first).toContain('Visits 3')
  expect(again).toBe(first)
  expect(await ben.command('/kpi', 'log visits 1', { in: 'sales' })).toEqual({ ok: true, answered: true })
  await ben.in('sales').waitFor('Visits +1 (now 4)')
  expect(sandbox.deliveries().every(({ outcome }) => outcome === 'acked')).toBe(true)
  expect(sandbox.refused()).toEqual([])
  expect(sandbox.connections()).toBe(0)
  expect(await bot.stop()).toBe(0)
})

const secretOf = () => sandbox.platform.app.signingSecret

/** A command as Slack would send it, signed with the secret at that time. */
function send(secret: string, ageSeconds: number, text = 'help'): Promise<Response> {
  const { id } = sandbox.workspace()
  const body = new URLSearchParams({
    command: '/kpi',
    text,
    team_id: id,
    user_id: sandbox.user('ben').id,
    channel_id: sandbox.user('ben').in('sales').channel.id,
    trigger_id: '1.2',
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds)
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  })
}

test('requests that are unsigned or have an old signature are refused', async () => {
  const { signingSecret } = sandbox.platform.app
  expect((await send(signingSecret, 0)).status).toBe(200)
  expect((await send('another secret', 0)).status).toBe(401)
  expect((await send(signingSecret, 6 * 60)).status).toBe(401)
  expect(bot.log()).not.toContain('another secret')
  expect((await bot.readiness())?.ready).toBe(true)
})
