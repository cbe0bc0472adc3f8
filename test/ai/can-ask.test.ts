// Before a question is put to a model: whether the month's tokens are enough for one, and that it holds names and no ids of Slack's.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { modelRequests, modelUsage } from '../../src/ai/db/model.sql.ts'
import { reserveRequest, settleRequest } from '../../src/ai/db/requests.ts'
import { saveModelSettings } from '../../src/ai/db/settings.ts'
import { answerInstructions } from '../../src/ai/domain/instructions.ts'
import { answerQuestion } from '../../src/ai/flows/answer-question.ts'
import { canAsk } from '../../src/ai/flows/can-ask.ts'
import { reservedFor } from '../../src/ai/flows/metered-model.ts'
import { MOST_ATTEMPTS, MOST_OUTPUT_TOKENS } from '../../src/ai/flows/provider.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { scriptedModel } from './scripted-model.ts'

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
beforeAll(async () => {
  context = testContext(database.db)
  north = await smallTeam(context.db, [{ name: 'Ann', more: { name: 'Ann Lee' } }])
})

describe('the month’s tokens', () => {
  beforeEach(async () => {
    for (const table of [modelRequests, modelUsage]) await context.db.delete(table)
  })
  const least = reservedFor({ system: answerInstructions('en'), input: {}, tools: ASK_TOOLS })
  const asks = async (monthlyTokens: number, own: number | null = null) => {
    const { workspaceId, teamId } = north
    await saveModelSettings(context.db, workspaceId, { isOff: false, monthlyTokens: own })
    const model = { ...scriptedModel(['fault']), limits: { monthlyTokens, prices: null } }
    const actor = { memberOf: [teamId], manages: [], actsFor: [] }
    return canAsk({ ...context, model }, testPerson(workspaceId, 'UAnn'), actor, ASK_TOOLS)
  }
  const reserve = async (reservedTokens: number) => {
    const row = {
      ...{ workspaceId: north.workspaceId, requestId: crypto.randomUUID(), at: context.clock.now() },
      ...{ month: '2026-03', userId: 'UAnn', teamId: null, purpose: 'answer' as const, model: 'm' },
      ...{ subjects: ['UAnn'], fields: [], reservedTokens },
    }
    await context.db.transaction((tx) => reserveRequest(tx, row, 1e9))
    return row
  }

  test('a question costs what is sent and what is answered, and may be sent twice: all of it has to fit', async () => {
    expect(least).toBeGreaterThan(MOST_ATTEMPTS * MOST_OUTPUT_TOKENS)
    expect([await asks(least), await asks(least - 1)]).toEqual([true, false])
  })

  test('what was sent and what was answered in the month are both used up', async () => {
    const row = await reserve(1)
    const tokens = { input: 300, output: 40 }
    await context.db.transaction((tx) => settleRequest(tx, row, { outcome: 'answer', tools: [], tokens }))
    expect([await asks(least + 340), await asks(least + 339)]).toEqual([true, false])
  })

  test('what a request on its way may still cost is used up, too', async () => {
    await reserve(77)
    expect([await asks(least + 77), await asks(least + 76)]).toEqual([true, false])
  })

  test('the admin’s budget holds before the operator’s', async () => {
    expect([await asks(0, least), await asks(1e9, least - 1)]).toEqual([true, false])
  })
})

test.each([
  ['How is <@UAnn>?', 'How is @Ann Lee?'],
  ['<@UAnn|somebody else> and <@UAnn>', '@Ann Lee and @Ann Lee'],
  ['Who is <@U0NOBODY|pete>, who is <@U0NOBODY>?', 'Who is @pete, who is @?'],
  ['<#C0NORTH|north> <!here> <!subteam^S0ONE|sales>', 'north  sales'],
])('a mention is sent as the name: %s', async (typed, sent) => {
  const model = scriptedModel(['fault'])
  const who = testPerson(north.workspaceId, 'UBOSS')
  const asker = { who, now: context.clock.now(), t: BOT.translator('en') }
  await answerQuestion({ ...context, model }, asker, typed, ASK_TOOLS)
  expect(model.asked.map(({ input }) => input.question)).toEqual([sent])
  expect(JSON.stringify(model.asked[0]!.input)).not.toMatch(/UAnn|U0NOBODY|C0NORTH|S0ONE/u)
})
