// What the page stands on: it is served whole and guarded, and the control interface tells and does all that it needs.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buttonMessage, form, startTogether, stopTogether, type Together } from '../platform/app.ts'

/** Answers are looked into freely; what is not there fails its expectation. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests find out
type Loose = any

let together: Together
let pressed: string[]

beforeEach(async () => {
  pressed = []
  together = await startTogether((app) => {
    app.command('/kpi', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: form() })
    })
    app.action('go', async ({ ack, body }) => {
      await ack()
      pressed.push('message' in body ? String(body.message?.ts) : '')
    })
  })
})
afterEach(() => stopTogether(together))

const get = (path: string) => fetch(`${together.sandbox.platform.origin}${path}`)
const look = async (path: string) => (await get(`/control/${path}`)).json() as Promise<Loose>
const ask = async (path: string, body: object): Promise<Loose> =>
  (
    await fetch(`${together.sandbox.platform.origin}/control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
  ).json()

test('the page, its script and its style are served, and nothing that is not theirs runs in it', async () => {
  const page = await get('/')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
  const addresses = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, address]) => address!,
  )
  expect(addresses).toEqual(['/page/icon.svg', '/page/page.css', '/page/page.js'])
  for (const address of addresses) expect((await get(address)).status).toBe(200)
  expect(await (await get('/page/page.css')).text()).toContain('.message')
  expect((await get('/page/other.js')).status).toBe(404)
})

test('of two messages with the same button the one with the ts is meant', async () => {
  const { app, sandbox } = together
  const channel = sandbox.user('anna').id
  const first = await app.client.chat.postMessage({ channel, ...buttonMessage('Go', 'go') })
  await app.client.chat.postMessage({ channel, ...buttonMessage('Go', 'go') })
  await ask('click', { user: 'anna', target: 'Go', ts: first.ts })
  expect(pressed).toEqual([first.ts])
})

test('a field is entered by block and action, without telling the app', async () => {
  const { sandbox } = together
  await ask('command', { user: 'anna', command: '/kpi', channel: 'sales' })
  await sandbox.user('anna').modal.opened()
  const told = sandbox.deliveries().length
  await ask('enter', {
    user: 'anna',
    at: 'modal',
    target: { blockId: 'calls', actionId: 'value' },
    entry: '12',
  })
  const { modals } = await look('view?user=anna')
  expect(modals[0].state.values.calls.value.value).toBe('12')
  expect(modals[0].state.values.note.value.value).toBeNull()
  expect(sandbox.deliveries()).toHaveLength(told)
})

test('what nobody has read yet is told for each person, as a notification reads', async () => {
  const { app, sandbox } = together
  await app.client.chat.postMessage({ channel: sandbox.user('anna').id, text: 'Hello <@UWEI|wei> *you*' })
  await app.client.chat.postMessage({ channel: sandbox.user('anna').id, text: 'Are you there?' })
  const unread = await look('unread')
  expect(unread).toMatchObject([
    { user: sandbox.user('anna').id, count: 2, latest: { from: 'testbot', text: 'Are you there?' } },
  ])
  await ask('read', { user: 'anna' })
  expect(await look('unread')).toEqual([])
})

test('a host decides how the clock is moved', async () => {
  const { sandbox } = together
  const moves: number[] = []
  const usual = sandbox.moveClock
  sandbox.moveClock = async (instantMs) => {
    moves.push(instantMs)
    await usual(instantMs)
  }
  expect(await ask('clock', { to: '2030-01-01T08:00:00Z' })).toEqual({
    now: expect.stringMatching(/^2030-01-01T08:00:0/),
  })
  expect(moves).toEqual([Date.parse('2030-01-01T08:00:00Z')])
})
