// Bad days: limits in real time, lost answers, double and late events, broken and renewed sockets.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { type SandboxOptions, startSandbox } from '../../start.ts'
import { makeResponseUrl } from '../../state/response-urls.ts'
import { manifest, seed, startTogether, stopTogether } from './app.ts'

/** An address that takes every event and notes the name in it. */
async function alwaysTaking(names: string[]) {
  const server = createServer((request, response) => {
    void new Response(Readable.toWeb(request) as ReadableStream).json().then((body) => {
      names.push(body.event.user.real_name)
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) }
}

let sandbox: Sandbox
let stop: () => Promise<void>
afterEach(() => stop())

async function alone(options: SandboxOptions = {}) {
  sandbox = await startSandbox({ manifest, seed, ...options })
  stop = () => sandbox.stop()
}

const post = (method: string, body: object) =>
  fetch(`${sandbox.env().SLACK_API_URL}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.env().SLACK_BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('limits', () => {
  test('posting to one channel: a short burst, then one a second, with Retry-After', async () => {
    await alone()
    const channel = sandbox.user('anna').in('sales').channel.id
    const answers = []
    for (let index = 0; index < 6; index += 1)
      answers.push(await post('chat.postMessage', { channel, text: `${index}` }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers[5]!.headers.get('retry-after')).toBe('1')
    expect(await answers[5]!.json()).toEqual({ ok: false, error: 'ratelimited' })
    expect(
      (await post('chat.postMessage', { channel: sandbox.user('anna').id, text: 'elsewhere' })).status,
    ).toBe(200)
    expect(sandbox.refused()).toEqual([])
  })

  test('a tier: twenty a minute for users.list, whatever the clock says; a scale gives more', async () => {
    await alone()
    for (let index = 0; index < 20; index += 1) expect((await post('users.list', {})).status).toBe(200)
    sandbox.clock.advance(3_600_000)
    const answer = await post('users.list', {})
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(55)
    await stop()
    await alone({ rateScale: 2 })
    for (let index = 0; index < 40; index += 1) expect((await post('users.list', {})).status).toBe(200)
    expect((await post('users.list', {})).status).toBe(429)
  })
})

describe('faults of calls', () => {
  test('a lost answer: the message is there, the caller saw the connection break', async () => {
    await alone()
    const anna = sandbox.user('anna')
    sandbox.faults.add({ kind: 'lost_answer', on: 'chat.postMessage', after: 1 })
    await post('chat.postMessage', { channel: anna.id, text: 'one' })
    await expect(post('chat.postMessage', { channel: anna.id, text: 'two' })).rejects.toThrow()
    await post('chat.postMessage', { channel: anna.id, text: 'three' })
    expect(anna.dm().words()).toBe('testbot: one\ntestbot: two\ntestbot: three')
    expect(sandbox.calls('chat.postMessage').map(({ ok, fault }) => [ok, fault])).toEqual([
      [true, undefined],
      [true, 'lost_answer'],
      [true, undefined],
    ])
  })

  test('a lost request, a bad server, a limit and a refusal leave nothing behind', async () => {
    await alone()
    const anna = sandbox.user('anna')
    const say = () => post('chat.postMessage', { channel: anna.id, text: 'x' })
    sandbox.faults.add({ kind: 'lost_request' })
    await expect(say()).rejects.toThrow()
    sandbox.faults.add({ kind: 'server_error', status: 502 })
    expect((await say()).status).toBe(502)
    sandbox.faults.add({ kind: 'rate_limited', retryAfterSeconds: 7 })
    expect((await say()).headers.get('retry-after')).toBe('7')
    sandbox.faults.add({ kind: 'refused', error: 'not_in_channel' })
    expect(await (await say()).json()).toEqual({ ok: false, error: 'not_in_channel' })
    expect(anna.dm().sees()).toEqual([])
    sandbox.faults.add({ kind: 'refused', error: 'not_in_channel', args: { channel: 'C000000000' } })
    expect((await (await say()).json()).ok).toBe(true)
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'latency', delayMs: 150 })
    const startedAt = performance.now()
    expect((await say()).status).toBe(200)
    expect(performance.now() - startedAt).toBeGreaterThan(145)
    expect(sandbox.faults.pending()).toEqual([])
  })
})

describe('faults of response URLs', () => {
  const withButton = async () => {
    await alone()
    const anna = sandbox.user('anna')
    const url = makeResponseUrl(sandbox.platform, sandbox.workspace(), 'commands', {
      userId: anna.id,
      channelId: anna.dm().channel.id,
    })
    return { anna, answer: () => fetch(url, { method: 'POST', body: JSON.stringify({ text: 'hi' }) }) }
  }

  test('a limit and a bad server leave nothing behind; a lost answer left its message', async () => {
    const { anna, answer } = await withButton()
    sandbox.faults.add({ kind: 'rate_limited', on: 'response_url' })
    expect((await answer()).status).toBe(429)
    sandbox.faults.add({ kind: 'server_error', on: 'response_url', status: 500 })
    expect((await answer()).status).toBe(500)
    sandbox.faults.add({ kind: 'lost_request', on: 'response_url' })
    await expect(answer()).rejects.toThrow()
    expect(anna.dm().sees()).toEqual([])
    sandbox.faults.add({ kind: 'lost_answer', on: 'response_url' })
    await expect(answer()).rejects.toThrow()
    expect(anna.dm().words()).toBe('testbot: hi')
  })
})

describe('faults on the way to the app', () => {
  test.each(['Socket Mode', 'signed HTTP'])(
    'over %s: a payload that never arrives comes again',
    async (way) => {
      const names: string[] = []
      const together = await startTogether(
        (app) => {
          app.event('user_change', async ({ event }) => void names.push(event.user.real_name!))
        },
        { ackTimeoutMs: 200, retryDelaysMs: [20] },
      )
      sandbox = together.sandbox
      const { url, close } = await alwaysTaking(names)
      if (way === 'signed HTTP') sandbox.platform.delivery.deliverTo(url)
      stop = async () => {
        await stopTogether(together)
        await close()
      }
      sandbox.faults.add({ kind: 'lost_delivery', on: 'user_change' })
      sandbox.user('wei').change({ realName: 'once' })
      await sandbox.user('wei').waitFor(() => sandbox.deliveries().length === 2)
      expect(sandbox.deliveries().map(({ outcome }) => outcome)).toEqual(['timeout', 'acked'])
      expect(names).toEqual(['once'])
    },
  )

  test('an event comes twice, or after a later one', async () => {
    const names: string[] = []
    const together = await startTogether((app) => {
      app.event('user_change', async ({ event }) => void names.push(event.user.real_name!))
    })
    sandbox = together.sandbox
    stop = () => stopTogether(together)
    const wei = sandbox.user('wei')
    sandbox.faults.add({ kind: 'duplicate_event', on: 'user_change' })
    wei.change({ realName: 'twice' })
    await sandbox.whenIdle()
    expect(names).toEqual(['twice', 'twice'])
    sandbox.faults.add({ kind: 'delayed_event', on: 'user_change', delayMs: 150 })
    wei.change({ realName: 'held' })
    wei.change({ realName: 'passing' })
    await wei.waitFor(() => names.length === 4)
    expect(names.slice(2)).toEqual(['passing', 'held'])
  })

  test('a dropped socket: what was on it comes again over the next one', async () => {
    const names: string[] = []
    const together = await startTogether(
      (app) => {
        app.event('user_change', async ({ event }) => void names.push(event.user.real_name!))
      },
      { ackTimeoutMs: 200, retryDelaysMs: [1_000] },
    )
    sandbox = together.sandbox
    stop = () => stopTogether(together)
    sandbox.faults.add({ kind: 'drop_socket', on: 'user_change' })
    sandbox.user('wei').change({ realName: 'again' })
    await sandbox.user('wei').waitFor(() => sandbox.deliveries().length === 2)
    const outcomes = sandbox.deliveries().map(({ outcome, retryAttempt }) => [outcome, retryAttempt])
    expect(outcomes).toEqual([
      ['timeout', 0],
      ['acked', 1],
    ])
    expect(names.at(-1)).toBe('again')
  })

  test('a renewal: the app comes back by itself', async () => {
    const together = await startTogether((app) => app.command('/kpi', ({ ack }) => ack()))
    sandbox = together.sandbox
    stop = () => stopTogether(together)
    const wei = sandbox.user('wei')
    sandbox.disconnect('refresh_requested')
    await wei.waitFor(() => sandbox.connections() === 0)
    expect(await wei.command('/kpi')).toMatchObject({ error: 'dispatch_failed' })
    await sandbox.connected()
    expect(await wei.command('/kpi')).toMatchObject({ ok: true })
    expect(sandbox.calls('apps.connections.open')).toHaveLength(2)
  })
})
