// A whole day of the real process at the debug log level, with errors: neither log nor metrics contain secrets or what people wrote.
import { networkInterfaces } from 'node:os'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../../demo/harness/harness.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

/** Typed texts, names and numbers that must not appear. */
const PRIVATE = {
  names: ['Miaprivate Keller', 'Benprivate Hartmann', 'Noraprivate Quinn'],
  team: 'Teamprivate North',
  texts: ['planprivate', 'blockerprivate', 'noteprivate', 'reasonprivate', 'labelprivate', 'typedprivate'],
  numbers: ['431', '37', '463', '219'],
}

let database: TestDatabase
let harness: Harness
let log: string
let metrics: string

beforeAll(async () => {
  database = await freshDatabase()
  const [mia, ben, nora] = PRIVATE.names
  const zone = { tz: 'Europe/Berlin', locale: 'en-GB' }
  harness = await startHarness({
    databaseUrl: database.url,
    startAt: '2026-03-02T06:00:00Z',
    env: { LOG_LEVEL: 'debug' },
    seed: {
      people: [
        { name: 'mia', realName: mia!, ...zone },
        { name: 'ben', realName: ben!, ...zone },
        { name: 'nora', realName: nora!, ...zone },
      ],
      channels: [{ name: 'sales', members: ['mia', 'ben', 'nora'] }],
    },
  })
  await playTheDay()
  const [bot] = harness.bots
  metrics = await (await fetch(`http://127.0.0.1:${bot!.healthPort}/metrics`)).text()
  log = bot!.log()
}, 120_000)
afterAll(async () => {
  await harness.stop()
  await database.close()
})

async function playTheDay(): Promise<void> {
  const [mia, ben, nora] = ['mia', 'ben', 'nora'].map((name) => harness.user(name))
  if (!mia || !ben || !nora) throw new Error('Somebody is missing.')
  mia.addApp('sales')
  await mia.dm().click('Set up the team')
  await mia.modal.fill({ 'Team name': PRIVATE.team, 'Who takes part': ['ben', 'nora'] })
  await mia.modal.submit()
  await mia.modal.click('Numbers')
  await mia.modal.click('Add a number')
  await mia.modal.fill({ Name: 'labelprivate' })
  await mia.modal.submit()
  mia.modal.close()

  await harness.moveTo('2026-03-02T08:01:00Z')
  await ben.dm().click('Fill in')
  await ben.modal.fill({
    Calls: '431',
    'Plan for the day': 'planprivate <!channel>',
    'What stands in your way?': 'blockerprivate',
    'Who could help with that?': 'mia',
    'Anything else you got done?': 'noteprivate',
  })
  expect(await ben.modal.submit()).toHaveProperty('pushed')
  expect(await ben.modal.submit()).toHaveProperty('cleared')
  await harness.settled()
  await mia.dm().click('I’ll help')
  await ben.command('/kpi', 'log calls 7, typedprivate 3', { in: 'sales' })
  await ben.command('/kpi', 'log visits 37', { in: 'sales' })
  await ben.in('sales').click('Yes, keep it')
  await ben.command('/kpi', 'typedprivate', { in: 'sales' })
  for (const text of ['me', 'board', 'leave 2026-07-01', 'standup'])
    await ben.command('/kpi', text, { in: 'sales' })
  await mia.command('/kpi', 'correct @ben', { in: 'sales' })
  await mia.modal.opened()
  await mia.modal.fill({ Calls: '463', Reason: 'reasonprivate' })
  await mia.modal.submit()
  await mia.modal.submit()
  await playFaults(nora)
  await harness.moveTo('2026-03-02T10:01:00Z')
}

/** Causes logged errors: Slack fails, then the database fails during a submit. */
async function playFaults(nora: ReturnType<Harness['user']>): Promise<void> {
  harness.sandbox.faults.add({ kind: 'server_error', on: 'chat.update', times: 2 })
  harness.sandbox.faults.add({ kind: 'lost_answer', on: 'chat.postMessage', times: 1 })
  await nora.dm().click('Fill in')
  await nora.modal.fill({ Calls: '41', Visits: '9', 'Plan for the day': 'planprivate two' })
  await database.db.execute(sql`alter table plan_items rename column text to words`)
  expect(await nora.modal.submit()).toHaveProperty('errors')
  await nora.command('/kpi', 'log followups 219', { in: 'sales' })
  await database.db.execute(sql`alter table plan_items rename column words to text`)
  await database.db.execute(
    sql`alter table daily_totals add constraint small check ((totals -> 'followUps')::int < 219) not valid`,
  )
  await nora.modal.fill({ 'Follow-ups': '219' })
  await nora.modal.submit()
  expect(await nora.modal.submit()).toHaveProperty('updated')
  nora.modal.close()
  await database.db.execute(sql`alter table daily_totals drop constraint small`)
  await nora.modal.submit()
  expect(await nora.modal.submit()).toHaveProperty('cleared')
  await harness.settled()
}

test('the day went as planned, and its errors are in the log', () => {
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; name?: string; reason?: string })
  expect(lines.length).toBeGreaterThan(5)
  const failed = lines.filter(({ name }) => name?.startsWith('standup.'))
  expect(failed).toHaveLength(2)
  // Of several statements sent together, the first to fail may be one that only failed because of another.
  for (const { reason } of failed) expect(reason).toMatch(/^(?:column|new row|current transaction)/)
  expect(lines.map(({ msg }) => msg)).toContain('delivery failed, will retry')
})

/** As a separate number, as a person would write it: not as part of an id or a time. */
const standingAlone = (number: string) => new RegExp(`(?<![\\w.:-])${number}(?![\\w.:-])`)

test.each([
  ['the log', () => log],
  ['the metrics', () => metrics],
])('%s holds no token, no password, no name, no text, no number that was typed', (_, read) => {
  const text = read()
  expect(text).not.toMatch(/xoxb-\w|xapp-\w|xoxp-\w/)
  const { app } = harness.sandbox.platform
  for (const secret of [app.signingSecret, app.clientSecret, new URL(database.url).password])
    if (secret) expect(text).not.toContain(secret)
  for (const found of [...PRIVATE.names, PRIVATE.team, ...PRIVATE.texts]) expect(text).not.toContain(found)
  expect(text).not.toMatch(/private/i)
  if (text === log) for (const number of PRIVATE.numbers) expect(text).not.toMatch(standingAlone(number))
})

test('the number of metric series is fixed, and no label grows with people or teams', () => {
  const own = metrics.split('\n').filter((line) => line.startsWith('pacesetter_'))
  expect(own.length).toBeGreaterThan(20)
  expect(own.length).toBeLessThan(120)
  const labels = new Set(
    own.flatMap((line) => [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, name]) => name)),
  )
  expect([...labels].toSorted()).toEqual(['kind', 'le', 'outcome', 'state'])
  expect(metrics).not.toContain(harness.sandbox.workspace().id)
  for (const name of ['mia', 'ben', 'nora']) expect(metrics).not.toContain(harness.user(name).id)
})

test('the health response contains only its documented fields', async () => {
  const ask = async (path: string) =>
    (await (await fetch(`http://127.0.0.1:${harness.bots[0]!.healthPort}${path}`)).json()) as object
  expect(Object.keys(await ask('/healthz'))).toEqual(['alive'])
  expect(Object.keys(await ask('/readyz')).toSorted()).toEqual([
    'database',
    'idle',
    'lastTickAt',
    'nextDueAt',
    'now',
    'slack',
  ])
})

test('by default the health server listens on this machine only', async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((of) => of ?? [])
  const outside = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  const host = outside?.address ?? '127.0.0.2'
  const asked = fetch(`http://${host}:${harness.bots[0]!.healthPort}/healthz`, {
    signal: AbortSignal.timeout(3000),
  })
  await expect(asked).rejects.toThrow()
})
