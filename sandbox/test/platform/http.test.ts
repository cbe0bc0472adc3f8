// Signed HTTP instead of Socket Mode, against Bolt's own HTTP receiver, which checks every signature; and two workspaces.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { verifyUrl } from '../../delivery/signed-http.ts'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { form, manifest, seed } from './app.ts'

let sandbox: Sandbox
const closers: Array<() => unknown> = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function startByHttp(listen: (app: App) => void) {
  sandbox = await startSandbox({ manifest, seed, waitTimeoutMs: 2_000, retryDelaysMs: [0, 20, 20] })
  closers.push(() => sandbox.stop())
  const { signingSecret } = sandbox.platform.app
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR })
  const env = sandbox.env()
  const app = new App({
    receiver,
    token: env.SLACK_BOT_TOKEN,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: env.SLACK_API_URL },
  })
  listen(app)
  const server = await app.start(0)
  closers.push(() => app.stop())
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/slack/events`
}

describe('signed HTTP', () => {
  test('commands, submissions with errors, and events arrive as by Socket Mode', async () => {
    const names: string[] = []
    const url = await startByHttp((app) => {
      app.command('/kpi', async ({ ack, client, body }) => {
        await ack('Hello')
        await client.views.open({ trigger_id: body.trigger_id, view: form() })
      })
      app.view('numbers', ({ ack }) => ack({ response_action: 'errors', errors: { calls: 'No' } }))
      app.event('user_change', async ({ event }) => void names.push(event.user.tz!))
    })
    expect(await sandbox.deliverTo(url)).toBe(true)
    const anna = sandbox.user('anna')
    expect(await anna.command('/kpi')).toEqual({ ok: true, answered: true })
    expect(anna.dm().words()).toBe('testbot: Hello')
    await anna.modal.fill({ Calls: 1 })
    expect(await anna.modal.submit()).toEqual({ errors: { Calls: 'No' }, by: 'app' })
    anna.change({ tz: 'Asia/Tokyo' })
    await sandbox.whenIdle()
    expect(names).toEqual(['Asia/Tokyo'])
  })

  test('an address that does not send the challenge back, or checks another secret, is not taken', async () => {
    const url = await startByHttp(() => {})
    const options = { signingSecret: 'another secret', ackTimeoutMs: 500 }
    expect(await verifyUrl(url, 'token', options)).toBe(false)
    expect(await sandbox.deliverTo('http://127.0.0.1:1/')).toBe(false)
  })

  test('an event answered with 500 comes again with its headers, unless x-slack-no-retry says stop', async () => {
    sandbox = await startSandbox({ manifest, seed, waitTimeoutMs: 2_000, retryDelaysMs: [0, 20, 20] })
    closers.push(() => sandbox.stop())
    const numbers: Array<string | undefined> = []
    let headers = {}
    const server = createServer((request, response) => {
      numbers.push(request.headers['x-slack-retry-num'] as string | undefined)
      response.writeHead(500, headers).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(() => server.close())
    const { port } = server.address() as AddressInfo
    sandbox.platform.delivery.deliverTo(`http://127.0.0.1:${port}/`)
    const anna = sandbox.user('anna')
    anna.change({ realName: 'A' })
    await anna.waitFor(() => numbers.length === 4)
    expect(numbers).toEqual([undefined, '1', '2', '3'])
    headers = { 'x-slack-no-retry': '1' }
    anna.change({ realName: 'B' })
    await sandbox.whenIdle(150)
    expect(numbers).toHaveLength(5)
    expect(await anna.command('/kpi')).toMatchObject({ ok: false, error: 'http_client_error' })
  })
})

test('two workspaces have their own tokens, people and messages', async () => {
  sandbox = await startSandbox({ manifest, seed })
  closers.push(() => sandbox.stop())
  sandbox.seed({
    workspace: { id: 'T0OTHER', name: 'Other' },
    people: [{ name: 'anna' }],
    channels: [{ name: 'sales', withApp: true }],
  })
  const other = sandbox.env('T0OTHER')
  const say = (token: string, channel: string) =>
    fetch(`${other.SLACK_API_URL}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel, text: 'hi' }),
    }).then((answer) => answer.json())
  const theirs = sandbox.user('anna', 'T0OTHER')
  expect(await say(other.SLACK_BOT_TOKEN, theirs.in('sales').channel.id)).toMatchObject({ ok: true })
  expect(await say(sandbox.env().SLACK_BOT_TOKEN, theirs.in('sales').channel.id)).toMatchObject({
    ok: false,
    error: 'channel_not_found',
  })
  expect(theirs.in('sales').words()).toBe('testbot: hi')
  expect(sandbox.user('anna').in('sales').words()).toBe('')
})
