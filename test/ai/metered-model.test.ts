// The budget, the switches and the log of requests: two replicas on one database together stay below what a month may cost.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { modelOffTeams, modelRequests, modelSettings, modelUsage } from '../../src/ai/db/model.sql.ts'
import { requestsAbout, usageSince, usedTokens } from '../../src/ai/db/requests.ts'
import { saveModelSettings, switchTeam } from '../../src/ai/db/settings.ts'
import { costOf, countedTokens, type RequestOutcome } from '../../src/ai/domain/usage.ts'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import type { ModelRequest } from '../../src/ai/flows/model.ts'
import type { Provider, ProviderReply } from '../../src/ai/flows/provider.ts'
import { turnRequests } from '../../src/ai/slack/privacy-command.ts'
import { BOT } from '../../src/app/features.ts'
import { saveOnlyWorkspace } from '../../src/org/db/people.ts'
import type { Button, RenderedMessage } from '../../src/slack/blocks.ts'
import type { ActionRequest } from '../../src/slack/requests.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const T = 'T1'
const TEAM = '0192a1b2-0000-7000-8000-000000000001'
let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await freshDatabase()
  context = testContext(database.db)
  await saveOnlyWorkspace(database.db, { workspaceId: T, name: 'x', botUserId: 'U0' }, context.clock.now())
})
beforeEach(async () => {
  for (const table of [modelOffTeams, modelRequests, modelSettings, modelUsage])
    await database.db.delete(table)
})
afterAll(() => database.close())

const request: ModelRequest<{ text: string }> = {
  ...{
    purpose: 'answer',
    workspaceId: T,
    userId: 'U1',
    teamId: TEAM,
    system: 's',
    subjects: ['U2', 'U1', 'U2'],
  },
  input: { question: 'q', numbers: ['a number that stands in no table of the log'] },
  earlier: [{ call: { id: 'c', name: 'rep', arguments: {} }, result: { targets: [] } }],
  tools: [{ name: 'rep', description: 'd', parameters: z.strictObject({}) }],
  schema: z.strictObject({ text: z.string() }),
}
const TOLD = { tokens: { input: 300, output: 40 }, untold: 0 }
const untold = (attempts: number) => ({ tokens: { input: 0, output: 0 }, untold: attempts })
const ANSWER: ProviderReply = { kind: 'answer', value: { text: 'ok' }, ...TOLD }

let asked: number[] = []
const provider = (reply: ProviderReply = ANSWER): Provider => ({
  model: 'm',
  ask: async (_, withinMs) => {
    asked.push(withinMs)
    await new Promise((done) => setTimeout(done, 5))
    return reply
  },
})
let observed: string[] = []
function model(reply?: ProviderReply, monthlyTokens = 1_000_000) {
  asked = []
  observed = []
  const observe = (purpose: string, outcome: string) => void observed.push(`${purpose} ${outcome}`)
  return meteredModel(context, provider(reply), { monthlyTokens, observe })
}
const used = () => usedTokens(database.db, T, '2026-03')

test('an answer is parsed, counted and written down without its text', async () => {
  expect(await model().complete(request)).toEqual({ kind: 'answer', value: { text: 'ok' } })
  expect(await used()).toBe(340)
  const [row, ...more] = await database.db.select().from(modelRequests)
  expect(more).toEqual([])
  expect(row).toMatchObject({
    ...{ month: '2026-03', userId: 'U1', teamId: TEAM, purpose: 'answer', model: 'm', outcome: 'answer' },
    ...{ subjects: ['U1', 'U2'], fields: ['question', 'numbers', 'targets'], inputTokens: 300 },
  })
  expect(JSON.stringify(row)).not.toContain('stands in no table')
  expect(observed).toEqual(['answer answer'])
})

test('each person sees the requests that held their data, and no others', async () => {
  await model().complete(request)
  await model().complete({ ...request, subjects: ['U3'] })
  const seen = (userId: string) => requestsAbout(database.db, { workspaceId: T, userId }, null, 10)
  expect(await seen('U2')).toEqual([
    expect.objectContaining({ userId: 'U1', purpose: 'answer', fields: ['question', 'numbers', 'targets'] }),
  ])
  expect(await seen('U9')).toEqual([])
  expect(await requestsAbout(database.db, { workspaceId: 'T2', userId: 'U2' }, null, 10)).toEqual([])
})

test('page after page, each person comes to every request that is kept, also those of one moment, and each once', async () => {
  const latest = context.clock.now()
  const row = (index: number, subject: string) => ({
    ...{ workspaceId: T, requestId: randomUUID(), month: '2026-03', userId: `UASKER${index}`, teamId: null },
    ...{ purpose: 'answer' as const, model: 'm', subjects: [subject], fields: [], reservedTokens: 1 },
    at: latest.subtract({ hours: 24 * Math.floor(index / 4) }),
  })
  const rows = Array.from({ length: 23 }, (_, index) => [row(index, 'U2'), row(index, 'U3')])
  await database.db.insert(modelRequests).values(rows.flat())
  const t = BOT.translator('en')
  const who = testPerson(T, 'U2')
  const listed: string[] = []
  let value: string | null = ''
  let pages = 0
  const show = async (message: RenderedMessage) => {
    const page = message.text.split('\n').filter((line) => line.includes('asked by'))
    listed.push(...page)
    expect(checkMessage(message)).toEqual([])
    const buttons = message.blocks.flatMap((block) =>
      'elements' in block ? (block.elements as Button[]) : [],
    )
    const turning = buttons.filter(({ action_id }) => action_id?.startsWith('model.requests'))
    expect(turning.map(({ text }) => text?.text)).toEqual([
      ...(pages > 0 ? ['Newest'] : []),
      ...(page.length === 10 ? ['Older'] : []),
    ])
    value = turning.find(({ text }) => text?.text === 'Older')?.value ?? null
    pages += 1
  }
  while (value !== null)
    await turnRequests({ who, t, value, replace: show } as unknown as ActionRequest, context)
  expect([pages, listed.length]).toEqual([3, 23])
  expect(new Set(listed.map((line) => /asked by <@(UASKER\d+)>/u.exec(line)?.[1])).size).toBe(23)
})

describe.each<[string, ProviderReply, object, RequestOutcome]>([
  ['a timeout', { kind: 'failed', reason: 'timeout', ...untold(1) }, { reason: 'timeout' }, 'timeout'],
  ['a fault', { kind: 'failed', reason: 'fault', ...untold(2) }, { reason: 'fault' }, 'fault'],
  [
    'too many requests',
    { kind: 'failed', reason: 'rate-limited', ...untold(0) },
    { reason: 'fault' },
    'rate-limited',
  ],
  ['a refusal', { kind: 'failed', reason: 'refused', ...untold(1) }, { reason: 'bad-output' }, 'refused'],
  ['broken JSON', { kind: 'failed', reason: 'broken', ...untold(1) }, { reason: 'bad-output' }, 'broken'],
  [
    'another form',
    { kind: 'answer', value: { txt: 1 }, ...untold(1) },
    { reason: 'bad-output' },
    'bad-output',
  ],
  [
    'a tool that was not offered',
    { kind: 'tool-calls', calls: [{ id: '1', name: 'delete_all', arguments: {} }], ...untold(1) },
    { reason: 'bad-output' },
    'bad-output',
  ],
])('%s', (_, reply, result, outcome) => {
  test(`is ${outcome}`, async () => {
    expect(await model(reply).complete(request)).toEqual({ kind: 'unavailable', ...result })
    const [row] = await database.db.select().from(modelRequests)
    expect(row?.outcome).toBe(outcome)
    // Two attempts are reserved; each that the service may have worked on counts.
    expect(await used()).toBe((row!.reservedTokens / 2) * reply.untold)
  })
})

test('calls of tools are handed on, their names written down', async () => {
  const calls = [{ id: '1', name: 'rep', arguments: {} }]
  expect(await model({ kind: 'tool-calls', calls, ...untold(1) }).complete(request)).toEqual({
    kind: 'tool-calls',
    calls,
  })
  expect((await database.db.select().from(modelRequests))[0]?.tools).toEqual(['rep'])
})

describe('switches', () => {
  test('off in the workspace, or in the team: nothing is asked, nothing is written', async () => {
    await saveModelSettings(database.db, T, { isOff: true, monthlyTokens: null })
    expect(await model().complete(request)).toEqual({ kind: 'unavailable', reason: 'off' })
    await saveModelSettings(database.db, T, { isOff: false, monthlyTokens: null })
    expect(await switchTeam(database.db, { workspaceId: T, teamId: TEAM }, 'off')).toBe(true)
    expect(await switchTeam(database.db, { workspaceId: T, teamId: TEAM }, 'off')).toBe(false)
    expect(await model().complete(request)).toEqual({ kind: 'unavailable', reason: 'off' })
    expect(asked).toEqual([])
    expect((await model().complete({ ...request, teamId: null })).kind).toBe('answer')
    expect(await switchTeam(database.db, { workspaceId: T, teamId: TEAM }, 'on')).toBe(true)
    expect((await model().complete(request)).kind).toBe('answer')
    expect(await database.db.select().from(modelRequests)).toHaveLength(2)
  })
})

describe('budget', () => {
  test('two replicas that ask forty times at once stay below it together', async () => {
    const replies = { ...ANSWER, ...untold(2) }
    const least = (await reservedOfOne()) * 7
    const replicas = [model(replies, least + 10), model(replies, least + 10)]
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) => replicas[index % 2]!.complete(request)),
    )
    expect(results.filter(({ kind }) => kind === 'answer')).toHaveLength(7)
    expect(await used()).toBe(least)
    expect(results.filter((one) => one.kind === 'unavailable' && one.reason === 'over-budget')).toHaveLength(
      33,
    )
  })

  async function reservedOfOne(): Promise<number> {
    await model().complete(request)
    const [row] = await database.db.select().from(modelRequests)
    await database.db.delete(modelRequests)
    await database.db.delete(modelUsage)
    return row!.reservedTokens
  }

  test('the admin’s holds before the operator’s; a new month begins anew', async () => {
    await saveModelSettings(database.db, T, { isOff: false, monthlyTokens: 10 })
    expect(await model().complete(request)).toEqual({ kind: 'unavailable', reason: 'over-budget' })
    await saveModelSettings(database.db, T, { isOff: false, monthlyTokens: 10_000 })
    expect((await model(ANSWER, 10).complete(request)).kind).toBe('answer')
    context.moveTo('2026-04-01T00:00:00Z')
    await model().complete({ ...request, purpose: 'draft' })
    context.moveTo('2026-03-02T00:00:00Z')
    expect(
      (await usageSince(database.db, T, '2026-01')).map((row) => [row.month, row.purpose, row.requests]),
    ).toEqual([
      ['2026-04', 'draft', 1],
      ['2026-03', 'answer', 1],
    ])
  })

  test('a request whose process died keeps its reservation', async () => {
    const dying: Provider = { model: 'm', ask: () => new Promise(() => {}) }
    void meteredModel(context, dying, { monthlyTokens: 10_000, observe: () => {} }).complete(request)
    await expect.poll(used).toBeGreaterThan(1000)
  })
})

test('the whole answer is given up after ten seconds, or earlier where it is said', async () => {
  const complete = async (withinMs?: number) => {
    await model().complete({ ...request, ...(withinMs ? { withinMs } : {}) })
    return asked
  }
  expect(await complete()).toEqual([10_000])
  expect(await complete(60_000)).toEqual([10_000])
  expect(await complete(4000)).toEqual([4000])
})

test('a database that is gone is no reason to throw', async () => {
  const gone = {
    ...context,
    db: {
      select: () => {
        throw new Error('gone')
      },
    } as never,
  }
  const broken = meteredModel(gone, provider(), { monthlyTokens: 1, observe: () => {} })
  expect(await broken.complete(request)).toEqual({ kind: 'unavailable', reason: 'fault' })
})

test('costs', () => {
  expect(costOf({ input: 2_000_000, output: 500_000 }, { input: 0.15, output: 0.6 })).toBeCloseTo(0.6)
  const most = { input: 9, output: 7 }
  expect(countedTokens({ tokens: { input: 1, output: 2 }, untold: 0 }, most)).toEqual({ input: 1, output: 2 })
  expect(countedTokens({ tokens: { input: 1, output: 2 }, untold: 1 }, most)).toEqual({
    input: 10,
    output: 9,
  })
})
