// A model that calls a tool wrongly, or too many at once, is told what was wrong; whoever asked is told what that leaves out, and no more.
import { beforeAll, describe, expect, test } from 'vitest'
import { answerInstructions } from '../../src/ai/domain/instructions.ts'
import { answerQuestion } from '../../src/ai/flows/answer-question.ts'
import type { Model, ModelRequest } from '../../src/ai/flows/model.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { buildCompany } from './questions/company.ts'
import { ASKERS, type AskerRole, HOME } from './questions/people.ts'

type Call = readonly [name: string, given: unknown]

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = await buildCompany(database.db)
})

/** Calls round by round, then says the first fact that came back. */
async function askedOf(as: AskerRole, rounds: readonly (readonly Call[])[]) {
  const requests: ModelRequest[] = []
  const complete = (async (request: ModelRequest) => {
    const round = rounds[requests.length]
    requests.push({ ...request, earlier: [...(request.earlier ?? [])] })
    if (round) {
      const calls = round.map(([name, given], at) => ({
        id: `${requests.length}.${at}`,
        name,
        arguments: given,
      }))
      return { kind: 'tool-calls', calls }
    }
    const facts = (request.earlier ?? []).flatMap(({ result }) => Object.values(result).flat())
    const key = facts.flatMap((one) => (one as { key?: string }).key ?? [])[0]
    return { kind: 'answer', value: { claims: [{ text: `{{${key}}}.`, part: null }], notCovered: [] } }
  }) as Model['complete']
  const who = { ...context.people.get(`${HOME} ${ASKERS[as]}`)!, locale: 'en' as const }
  const asker = { who, now: context.clock.now(), t: BOT.translator('en') }
  const answered = await answerQuestion({ ...context, model: { complete } }, asker, 'x', ASK_TOOLS)
  const told = (requests.at(-1)!.earlier ?? []).map(
    ({ result }) => result['not-covered'] as string[] | undefined,
  )
  return { answered, told }
}
const notCoveredOf = async (as: AskerRole, rounds: readonly (readonly Call[])[]) => {
  const { answered } = await askedOf(as, rounds)
  if (answered.kind !== 'written') throw new Error(answered.reason)
  return answered.notCovered
}

const monthOf = (team: string | null) =>
  ['team_numbers', { team, period: 'this-month', metric: null }] as const
const RIGHT = monthOf(null)

describe('a call that is put right', () => {
  test.each<[string, Call, string]>([
    ['another period', ['team_numbers', { team: null, period: '2026-03', metric: null }], '"this-month"'],
    ['no period', ['team_numbers', { team: null, metric: null }], 'period: '],
    ['a number for a name', ['person_numbers', { person: 7 }], 'person: Invalid input: expected string'],
    ['more than it takes', ['who_is_missing', { day: 'Zorbas' }], 'it takes no parameters'],
    ['more than it takes', [RIGHT[0], { ...RIGHT[1], Zorbas: 1 }], 'its parameters are team, period, metric'],
    ['no object', ['board', 'Zorbas'], 'its parameters are period'],
  ])('%s: the model is told what is wrong, the asker nothing', async (_, wrong, why) => {
    const { answered, told } = await askedOf('manager', [[wrong], [RIGHT]])
    expect(answered).toMatchObject({ kind: 'written', notCovered: [] })
    expect(JSON.stringify(told[0])).toContain('Not looked up: ')
    expect((told[0] as readonly string[])[0]).toContain(why)
    // What was passed may be what somebody typed.
    expect(JSON.stringify(told[0])).not.toContain('Zorbas')
  })

  test('a person looked for among the teams', async () => {
    const asTeam = [monthOf('Annika')]
    expect(await notCoveredOf('manager', [asTeam, [['person_numbers', { person: 'Annika' }]]])).toEqual([])
    // Asked for at once, neither is instead of the other.
    const atOnce = [...asTeam, ['person_numbers', { person: 'Annika' }] as const]
    expect(await notCoveredOf('manager', [atOnce])).toEqual(['There is no team of that name among yours.'])
    // What was found before does not put right what was not found after it.
    const before = [[['person_numbers', { person: 'Annika' }] as const], asTeam]
    expect(await notCoveredOf('manager', before)).toEqual(['There is no team of that name among yours.'])
  })

  test('that there is nothing is an answer, whatever is found later', async () => {
    const rounds = [[['my_tasks', {}] as const], [['person_numbers', { person: 'Quillon' }] as const]]
    expect(await notCoveredOf('director', rounds)).toEqual(['Nothing is planned and nothing is to be done.'])
  })
})

test('what may be null may be left out', async () => {
  expect(await notCoveredOf('manager', [[['team_numbers', { period: 'this-month' }]]])).toEqual([])
})

describe('more calls than a round takes', () => {
  const spans = ['today', 'this-week', 'this-month', 'this-quarter', 'this-year', 'last-week']
  const six = spans.map((period): Call => ['teams_compared', { period }])
  const LEFT = 'Some of what was asked was not looked up: ask about less at a time.'
  const limits = ({ told }: Awaited<ReturnType<typeof askedOf>>) =>
    told.map((one) => one?.includes('Not looked up: at most 4 tools are called at once.') ?? false)

  test('the model is told of each, and whoever asked that something is left out', async () => {
    const asked = await askedOf('director', [six])
    expect(limits(asked)).toEqual([false, false, false, false, true, true])
    expect(asked.answered).toMatchObject({ notCovered: expect.arrayContaining([LEFT]) })
  })

  test('called in the next round they leave nothing out; one of them leaves out the other', async () => {
    const all = await askedOf('director', [six, six.slice(4)])
    expect(all.answered.kind === 'written' && all.answered.notCovered).not.toContain(LEFT)
    const one = await askedOf('director', [six, six.slice(5)])
    expect(one.answered).toMatchObject({ notCovered: expect.arrayContaining([LEFT]) })
    expect(answerInstructions('en')).toContain('at most 4 at once')
  })
})
