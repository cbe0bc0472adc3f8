// Boards by what people reached of their targets, from the database: across roles, by weight, and what holds where nobody has a target.
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BoardFacts } from '../../src/boards/domain/message-facts.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import type { Measure, Member } from '../../src/org/domain/team.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { previewTarget, setTarget, type TargetRequest } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)
const BY_TARGETS: Measure = { kind: 'attainment', metric: null }

const database = usesDatabase()
let context: TestContext
let team: SmallTeam

beforeAll(async () => {
  context = testContext(database.db)
  context.moveTo('2026-03-02T06:00:00Z')
})
beforeEach(async () => {
  const eve = { name: 'Eve', role: 'account-manager' as const }
  team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cy' }, eve])
})

const member = (name: string) => team.members.find(({ userId }) => userId === `U${name}`)!

/** A rep's own target for March. */
async function target(name: string, metricKey: string, value: number) {
  const draft = { value, split: 'equal', weights: new Map(), byHand: null, role: null, monthsByHand: null }
  const request = {
    ...{ teamId: team.teamId, metricKey, period: MARCH, userId: `U${name}` },
    draft: { ...draft, time: { by: 'days', weights: null }, reason: 'agreed' },
  } as TargetRequest
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const shown = await previewTarget(context, boss, request)
  if (!shown.ok) throw new Error(shown.reason)
  const set = await setTarget(context, boss, request, {
    version: shown.preview.version,
    sourceKey: randomUUID(),
  })
  expect(set.ok).toBe(true)
}

async function enter(of: Member, values: Record<string, number>, day = '2026-03-03', late = false) {
  await database.db.transaction((tx) =>
    recordDay(tx, {
      ...{ ...of, date: date(day), values, metrics: team.metrics, source: 'form', sourceKey: randomUUID() },
      ...{ enteredBy: of.userId, now: context.clock.now(), late, implausible: [] },
    }),
  )
}

const board = async (measure: Measure, period: 'day' | 'week' | 'month' = 'month', on = '2026-03-31') => {
  const { workspaceId, teamId } = team
  return (await computeBoard(database.db, { workspaceId, teamId, period, date: date(on), measure }))!
}
const standing = ({ board: { ranked } }: BoardFacts) =>
  ranked.map(({ userId, rank, value }) => [userId.slice(1), rank, value])
const reasons = ({ board: { notRanked } }: BoardFacts) =>
  notRanked.map(({ userId, reason }) => [userId.slice(1), reason])

describe('by targets', () => {
  test('people of several roles are compared by their own targets; ties share a place: 1, 2, 2', async () => {
    await target('Ann', 'calls', 200)
    await target('Ben', 'calls', 100)
    await target('Eve', 'repeatOrders', 10)
    await enter(member('Ann'), { calls: 100 })
    await enter(member('Ben'), { calls: 50 }, '2026-03-03', true)
    await enter(member('Eve'), { repeatOrders: 9 })
    await enter(member('Cy'), { calls: 500 })
    const facts = await board(BY_TARGETS)
    expect(standing(facts)).toEqual([
      ['Eve', 1, 900],
      ['Ann', 2, 500],
      ['Ben', 2, 500],
    ])
    expect(facts.board.ranked.map(({ marked }) => marked)).toEqual([false, false, true])
    expect(reasons(facts)).toEqual([['Cy', 'no-target']])
    expect(facts.board.decimals).toBe(1)
  })

  test('by weight, and within the role: 40 × 50 % + 60 × 100 % are 80 %', async () => {
    for (const name of ['Ann', 'Ben']) {
      await target(name, 'calls', 100)
      await target(name, 'visits', 20)
    }
    await target('Eve', 'repeatOrders', 10)
    await enter(member('Ann'), { calls: 50, visits: 20 })
    await enter(member('Ben'), { calls: 300, visits: 5 })
    await enter(member('Eve'), { repeatOrders: 9 })
    const weights = [
      { metric: 'calls', weight: 40 },
      { metric: 'visits', weight: 60 },
    ]
    const facts = await board({ kind: 'weighted', weights })
    expect(standing(facts)).toEqual([
      ['Ann', 1, 800],
      ['Ben', 2, 750],
    ])
    expect(reasons(facts)).toEqual([['Cy', 'no-target']])
    expect(facts.weighted.map(({ metric, weight }) => [metric.key, weight])).toEqual([
      ['calls', 40],
      ['visits', 60],
    ])
  })

  test('of one number, in a week: against the working days’ part of the month', async () => {
    // 220 in 22 working days are 10 a day, 50 a week.
    await target('Ann', 'calls', 220)
    await target('Ann', 'visits', 22)
    await enter(member('Ann'), { calls: 40, visits: 1 })
    const facts = await board({ kind: 'attainment', metric: 'calls' }, 'week', '2026-03-06')
    expect(standing(facts)).toEqual([['Ann', 1, 800]])
    expect(facts.metric?.key).toBe('calls')
    const day = await board({ kind: 'attainment', metric: 'calls' }, 'day', '2026-03-03')
    expect(standing(day)).toEqual([['Ann', 1, 4000]])
  })

  test('who is away for more than half, or has reported nothing, is not the last', async () => {
    for (const name of ['Ann', 'Ben', 'Cy']) await target(name, 'calls', 220)
    await enter(member('Ann'), { calls: 10 })
    await enter(member('Ben'), { calls: 5 })
    await takeLeave(database.db, member('Ben'), '2026-03-04', '2026-03-06')
    const facts = await board(BY_TARGETS, 'week', '2026-03-06')
    expect(facts.board.ranked.map(({ userId }) => userId)).toEqual(['UAnn'])
    expect(reasons(facts)).toEqual([
      ['Ben', 'away'],
      ['Cy', 'no-report'],
      ['Eve', 'no-target'],
    ])
  })

  test('while nobody has a target it ranks by points, and says so to whoever asked', async () => {
    await enter(member('Ann'), { calls: 10 })
    const facts = await board(BY_TARGETS)
    expect(facts.board.measure).toEqual({ kind: 'points' })
    expect(standing(facts)).toEqual([['Ann', 1, 10]])
    expect(facts.noTargets).toBe(true)
    await target('Ann', 'visits', 10)
    const calls = await board({ kind: 'attainment', metric: 'calls' })
    expect(calls.board.measure).toEqual({ kind: 'points' })
  })
})
