// The local Slack is of this machine alone: pages of the web cannot ask it, and it asks nobody elsewhere.
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isLoopback } from '../../loopback.ts'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { manifest, seed } from './app.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ manifest, seed })
})
afterEach(() => sandbox.stop())

function ask(path: string, headers: Record<string, string>, method = 'POST'): Promise<number> {
  const url = new URL(path, sandbox.platform.origin)
  return new Promise((done, failed) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    asked.on('error', failed)
    asked.on('upgrade', () => done(101))
    asked.end(method === 'POST' ? '{}' : undefined)
  })
}

const PATHS = ['/control/requestUrl', '/api/auth.test', '/commands/T1/x', '/oauth/v2/authorize']

describe.each(PATHS)('%s', (path) => {
  test.each<[string, Record<string, string>]>([
    ['a name that was bound to this machine', { host: 'evil.example' }],
    ['such a name with our port', { host: 'evil.example:3000' }],
    ['a name that begins like ours', { host: '127.0.0.1.evil.example' }],
    ['a post from another site', { origin: 'https://evil.example' }],
    ['a post from another program’s page on this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('%s is refused', async (_, headers) => {
    expect(await ask(path, headers)).toBe(403)
  })
})

test('a socket is not opened for a foreign page', async () => {
  const headers = { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.example' }
  expect(await ask('/link/?ticket=x', headers, 'GET')).toBe(403)
})

test('programs and its own page are answered, by each name of the loopback address', async () => {
  const { host, port, origin } = new URL(sandbox.platform.origin)
  expect(await ask('/control', {}, 'GET')).toBe(200)
  expect(await ask('/api/auth.test', { host: `localhost:${port}` })).toBe(200)
  expect(await ask('/api/auth.test', { host, origin })).toBe(200)
})

test.each(['http://10.0.0.1/', 'http://169.254.169.254/latest/', 'https://slack.com/', 'file:///etc/passwd'])(
  'it sends nothing to %s',
  async (url) => {
    expect(isLoopback(url)).toBe(false)
    expect(await sandbox.deliverTo(url)).toBe(false)
  },
)

test('by the loopback address it sends', () => {
  for (const url of ['http://127.0.0.1:3000/slack/events', 'http://localhost/', 'http://[::1]:5/'])
    expect(isLoopback(url), url).toBe(true)
  for (const url of ['http://127.0.0.1.evil.example/', 'http://localhost@evil.example/', 'nothing', ''])
    expect(isLoopback(url), url).toBe(false)
})
