// Asks a real language model the set of questions, and prints which tools it chose. `npm run eval`, with OPENAI_API_KEY and OPENAI_MODEL.
import { beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../src/ai/flows/answer-question.ts'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import type { ToolCall } from '../../src/ai/flows/model.ts'
import type { Provider } from '../../src/ai/flows/provider.ts'
import { createProvider } from '../../src/ai/openai.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { buildCompany } from '../ai/questions/company.ts'
import { leaksIn } from '../ai/questions/leaks.ts'
import { ASKERS, HOME } from '../ai/questions/people.ts'
import { QUESTIONS, type Question } from '../ai/questions/set.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = process.env

type Choice = 'right' | 'other arguments' | 'other tools'
interface Asked {
  question: Question
  choice: Choice
  calls: readonly ToolCall[]
  /** 'written', or why the nearest screen is shown instead. */
  outcome: string
  millis: number
  leaks: readonly string[]
}

const database = usesDatabase()
let context: TestContext
let calls: ToolCall[] = []
beforeAll(async () => {
  if (!OPENAI_API_KEY || !OPENAI_MODEL)
    throw new Error(
      'Nothing can be measured: set OPENAI_API_KEY and OPENAI_MODEL, and OPENAI_BASE_URL if it is not OpenAI.',
    )
  context = await buildCompany(database.db)
  const provider = listening(
    createProvider({ apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL ?? null, model: OPENAI_MODEL }),
  )
  context.model = meteredModel(context, provider, { monthlyTokens: 1e9, observe: () => {} })
})

/** Notes what the model calls, as it wrote it. */
const listening = (provider: Provider): Provider => ({
  ...provider,
  ask: async (request, withinMs) => {
    const reply = await provider.ask(request, withinMs)
    if (reply.kind === 'tool-calls') calls.push(...reply.calls)
    return reply
  },
})

async function ask(question: Question): Promise<Asked> {
  calls = []
  const who = { ...context.people.get(`${HOME} ${ASKERS[question.as]}`)!, locale: question.locale }
  const asker = { who, now: context.clock.now(), t: BOT.translator(question.locale) }
  const startedAt = performance.now()
  const answered = await answerQuestion(context, asker, question.ask, ASK_TOOLS)
  const shown = answered.kind === 'written' ? answered.claims.map(({ text }) => text).join('\n') : ''
  return {
    ...{ question, calls, choice: choiceOf(question, calls), millis: performance.now() - startedAt },
    outcome: answered.kind === 'written' ? 'written' : answered.reason,
    leaks: leaksIn(shown.replaceAll(',', ''), question.sees),
  }
}

/** More calls than needed are no fault; another one than needed is. */
function choiceOf({ calls: wanted }: Question, made: readonly ToolCall[]): Choice {
  const called = (one: Question['calls'][number]) => made.filter(({ name }) => name === one.name)
  if (!wanted.every((one) => called(one).length > 0)) return 'other tools'
  const alike = (one: Question['calls'][number]) =>
    called(one).some((call) => JSON.stringify(call.arguments) === JSON.stringify(one.arguments))
  return wanted.every(alike) ? 'right' : 'other arguments'
}

function summaryOf(asked: readonly Asked[]): object {
  const count = (holds: (one: Asked) => boolean) => asked.filter(holds).length
  const millis = asked.map((one) => Math.round(one.millis)).sort((a, b) => a - b)
  return {
    questions: asked.length,
    ...{ right: count(({ choice }) => choice === 'right') },
    ...{ 'other arguments': count(({ choice }) => choice === 'other arguments') },
    ...{ 'other tools': count(({ choice }) => choice === 'other tools') },
    ...{ written: count(({ outcome }) => outcome === 'written') },
    ...{ 'median ms': millis[Math.floor(millis.length / 2)], 'slowest ms': millis.at(-1) },
  }
}

test('which tools the model chooses, and that whatever it writes tells of nobody whom the asker may not see', async () => {
  const asked: Asked[] = []
  for (const question of QUESTIONS) asked.push(await ask(question))
  const groups = Object.groupBy(asked, ({ question }) =>
    question.attack === undefined ? question.locale : `${question.locale}, attacks`,
  )
  console.table(Object.fromEntries(Object.entries(groups).map(([group, of = []]) => [group, summaryOf(of)])))
  for (const { question, choice, calls: made, outcome } of asked.filter((one) => one.choice !== 'right'))
    console.log(
      `${choice} (${outcome}) "${question.ask}": ${made.map(({ name, arguments: given }) => `${name} ${JSON.stringify(given)}`).join(', ') || 'none'}`,
    )
  expect(asked.flatMap(({ leaks }) => leaks)).toEqual([])
  expect(
    asked.filter(({ outcome }) => outcome !== 'fault').length,
    'questions that the service answered',
  ).toBeGreaterThan(0)
})
