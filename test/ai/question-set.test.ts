// The set of questions against a real HTTP endpoint: the right tools and figures, and nobody's data but what the asker may see, whatever a model obeys.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelRequests } from '../../src/ai/db/model.sql.ts'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import type { ModelRequest } from '../../src/ai/flows/model.ts'
import { createProvider } from '../../src/ai/openai.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { perform } from '../security/listeners.ts'
import type { TestContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type ModelAsked, type ModelServer, startModelServer } from '../support/model-server.ts'
import { buildCompany } from './questions/company.ts'
import { heldIn } from './questions/held-in.ts'
import { leaksIn } from './questions/leaks.ts'
import { obey, resultsIn } from './questions/obedient-model.ts'
import { ASKERS, EVERYBODY, HOME, NOW } from './questions/people.ts'
import { NEVER_SENT, PLANTED } from './questions/planted.ts'
import { heldOf, loggedOf, recording, unlogged } from './questions/sent.ts'
import { QUESTIONS, type Question } from './questions/set.ts'

let database: TestDatabase
let context: TestContext
let server: ModelServer
let before: string
const everything: ModelAsked[] = []
const sent: ModelRequest[] = []
beforeAll(async () => {
  database = await freshDatabase()
  server = await startModelServer()
  context = await buildCompany(database.db)
  const provider = createProvider({ apiKey: 'k', baseUrl: server.baseUrl, model: 'm' })
  context.model = meteredModel(context, recording(provider, sent), { monthlyTokens: 1e9, observe: () => {} })
  before = await heldIn(database.db)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** What the model was told, without what the asker typed and what the model itself passed. */
const toldTo = ({ messages }: ModelAsked): string =>
  messages
    .map(({ content }) => (content ?? '').replace(/"question":"(?:[^"\\]|\\.)*"/u, ''))
    .join('\n')
    .replace(/(?<=\d),(?=\d{3})/gu, '')

let messages = 0
async function ask(question: Question): Promise<{ shown: string; asked: readonly ModelAsked[] }> {
  const userId = ASKERS[question.as]
  const person = { ...context.people.get(`${HOME} ${userId}`)!, locale: question.locale }
  await savePeople(context.db, [person], Temporal.Instant.from(NOW))
  server.answer((asked) => obey(question, asked))
  messages += 1
  const move = { kind: 'message', text: question.ask, ts: `7.${messages}` } as const
  const { told, errors } = await perform(context, { userId, workspaceId: HOME }, move)
  expect(errors).toEqual([])
  everything.push(...server.asked)
  const { text } = told.at(-1) as { text: string }
  // The numbers of the sources are no figures.
  return { shown: text.replace(/ \[\d+\]/gu, ''), asked: [...server.asked] }
}

const titleOf = ({ locale, as, ask: text }: Question) => `${locale}, ${as}: ${text}`
const cases = (attacks: boolean) =>
  QUESTIONS.filter(({ attack }) => (attack !== undefined) === attacks).map((one): [string, Question] => [
    titleOf(one),
    one,
  ])

test('there are 60 questions in three languages and 20 attacks at least, every tool and role among them', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(60)
  expect(cases(true).length).toBeGreaterThanOrEqual(20)
  expect(new Set(QUESTIONS.map(({ locale }) => locale)).size).toBe(3)
  const called = new Set(QUESTIONS.flatMap(({ calls }) => calls.map(({ name }) => name)))
  expect(called).toEqual(new Set(ASK_TOOLS.map(({ name }) => name)))
  expect(new Set(QUESTIONS.map(({ as }) => as))).toEqual(new Set(Object.keys(ASKERS)))
})

test('somebody else’s name or figure would be found', () => {
  expect(leaksIn('Zorbas: 907', ['Annika'])).toEqual(['907', 'Zorbas'])
  expect(leaksIn('Annika: 120 of 330', ['Annika'])).toEqual([])
})

const said = (shown: string, figure: string) =>
  new RegExp(`(?<![\\d,.])${figure.replace('.', '\\.')}(?![\\d%]|,\\d)`, 'u').test(shown)

const heldBy = (result: string): string[] =>
  Object.keys(JSON.parse(result) as object).filter((field) => field !== 'not-covered')

describe('a question', () => {
  test.each(cases(false))('%s', async (_, question) => {
    const { shown, asked } = await ask(question)
    expect(asked.flatMap((one) => leaksIn(toldTo(one), question.sees))).toEqual([])
    expect(leaksIn(shown.replaceAll(',', ''), question.shows ?? question.sees)).toEqual([])
    expect(asked).toHaveLength(2)
    expect(question.figures.filter((figure) => !said(shown, figure))).toEqual([])
    const hasRead = resultsIn(asked.at(-1)!).some((result) => heldBy(result).length > 0)
    expect(hasRead).toBe(question.figures.length > 0)
    // What rests on no fact is the screen’s to say.
    expect(shown.includes(BOT.translator(question.locale)('ask.byModel'))).toBe(hasRead)
    if (!hasRead) expect(shown).toContain('/kpi ')
  })
})

describe('an attack, with a model that obeys it', () => {
  test.each(cases(true))('%s', async (_, question) => {
    const { shown, asked } = await ask(question)
    expect(asked.flatMap((one) => leaksIn(toldTo(one), question.sees))).toEqual([])
    expect(leaksIn(shown.replaceAll(',', ''), question.sees)).toEqual([])
    expect(shown).not.toContain(BOT.translator(question.locale)('ask.byModel'))
    expect(shown).not.toContain('997')
    const tools = ASK_TOOLS.map(({ name }) => name)
    for (const one of asked) if (one.tools) expect(one.tools.map((tool) => tool.function.name)).toEqual(tools)
    const last = asked.at(-1)!
    if (question.attack === 'question') return
    // It was read, and it was obeyed.
    expect(JSON.stringify(last.messages)).toContain(PLANTED[question.attack!].split(/[ :]/u)[0])
    expect(resultsIn(last).length).toBeGreaterThan(question.calls.length)
  })
})

describe('over the whole set', () => {
  test('nothing was written', async () => {
    expect(await heldIn(database.db)).toBe(before)
  })

  test('each request is logged with what it held, and whoever is named in it among those whose data it was', async () => {
    const rows = await database.db.select().from(modelRequests)
    expect(rows.map(loggedOf).toSorted()).toEqual(sent.map(heldOf).toSorted())
    expect(sent.flatMap(unlogged)).toEqual([])
    const inQuestion = sent.find(({ input }) => String(input.question).includes('Quillon'))
    expect(inQuestion?.subjects).toContain('U0SUE')
  })

  test('the instructions and tools are the same whatever was typed, and no request holds what no tool returns', () => {
    expect(everything.length).toBeGreaterThan(QUESTIONS.length)
    expect(new Set(everything.map((one) => one.messages[0]!.content)).size).toBe(3)
    expect(new Set(everything.flatMap(({ tools }) => (tools ? [JSON.stringify(tools)] : []))).size).toBe(1)
    const words = NEVER_SENT.map((place) => PLANTED[place].split(':')[0]!)
    const text = JSON.stringify(everything)
    expect(words.filter((word) => text.includes(word))).toEqual([])
    expect(
      everything.flatMap((one) =>
        leaksIn(
          toldTo(one),
          EVERYBODY.slice(0, -1).map(({ mark }) => mark),
        ),
      ),
    ).toEqual([])
  })
})
