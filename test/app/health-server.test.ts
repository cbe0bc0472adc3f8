// The health endpoints: liveness, readiness with details, and metrics.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Health, type HealthServer, startHealth } from '../../src/app/health-server.ts'

const READY: Health = {
  database: true,
  slack: true,
  lastTickAt: Temporal.Instant.from('2026-03-02T09:00:00Z'),
  now: Temporal.Instant.from('2026-03-02T09:00:30Z'),
  idle: true,
  nextDueAt: Temporal.Instant.from('2026-03-02T09:30:00Z'),
}
const AT = { host: '127.0.0.1', port: 0 }
let server: HealthServer
let look: () => Promise<Health>
const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)

beforeEach(async () => {
  look = async () => READY
  server = await startHealth(
    AT,
    () => look(),
    async () => 'pacesetter_due_total 3',
  )
})
afterEach(() => server.close())

test('alive, even when the database and Slack are down', async () => {
  look = async () => ({ ...READY, database: false, slack: false })
  expect((await get('/healthz')).status).toBe(200)
})

test('ready, with the time of the last tick', async () => {
  const answer = await get('/readyz?verbose')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    ...{ database: true, slack: true, idle: true },
    lastTickAt: '2026-03-02T09:00:00Z',
    now: '2026-03-02T09:00:30Z',
    nextDueAt: '2026-03-02T09:30:00Z',
  })
})

test.each(['database', 'slack'] as const)('not ready without %s', async (part) => {
  look = async () => ({ ...READY, [part]: false, lastTickAt: null })
  const answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ [part]: false, lastTickAt: null })
})

test('a failed check gives an error response', async () => {
  look = async () => {
    throw new Error('at fault')
  }
  expect((await get('/readyz')).status).toBe(500)
})

test('metrics for Prometheus, and 404 for other paths', async () => {
  const answer = await get('/metrics')
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  expect(await answer.text()).toBe('pacesetter_due_total 3')
  expect((await get('/')).status).toBe(404)
})

test('a port in use rejects at once', async () => {
  await expect(startHealth({ ...AT, port: server.port }, look, async () => '')).rejects.toThrow('EADDRINUSE')
})
