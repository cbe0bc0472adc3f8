// What a team adds itself counts on its boards: by points, and by the metric alone.
import { beforeAll, describe, expect, test } from 'vitest'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { metricsOfTeam } from '../../src/numbers/db/metrics.ts'
import { addMetric } from '../../src/numbers/flows/change-metrics.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { metricNames } from '../../src/numbers/slack/metric-names.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from('2026-03-03')
const now = Temporal.Instant.from('2026-03-03T20:00:00Z')
const DRAFT = { decimals: '0', hardMin: '', hardMax: '', plausibleMin: '', plausibleMax: '', points: '' }
/** By name: what is counted, the points that are typed, what Ann and Bea reported, and what each gets for it. */
const CASES = [
  ['Demos', 'count', '', [3, 5], [3, 5]],
  ['Trials', 'count', '20', [2, 1], [40, 20]],
  ['Talk time', 'minutes', '', [30, 45], [30, 45]],
  ['Samples sold', 'money', '', [99_900, 5], [0, 0]],
  ['Tastings', 'count', '0', [7, 8], [0, 0]],
] as const

const database = usesDatabase()
let team: SmallTeam
const keys = new Map<string, string>()

beforeAll(async () => {
  team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Bea' }])
  const context = testContext(database.db, now.toString())
  const boss = testPerson(team.workspaceId, 'UBOSS')
  for (const [name, unit, points] of CASES) {
    const draft = { ...DRAFT, name, unit, points }
    const added = await addMetric(context, boss, team.teamId, 'hunter', draft, metricNames)
    if (!added.ok) throw new Error(added.reason)
    keys.set(name, added.metric.key)
  }
  const metrics = [...(await metricsOfTeam(database.db, team.workspaceId, team.teamId)).values()]
  for (const [index, member] of team.members.entries()) {
    const values = Object.fromEntries(
      CASES.map(([name, , , reported]) => [keys.get(name)!, reported[index]!]),
    )
    const act = { ...member, date, values, metrics, source: 'form', sourceKey: `V${index}` } as const
    const by = { enteredBy: member.userId, now, late: false, implausible: [] }
    await database.db.transaction((tx) => recordDay(tx, { ...act, ...by }))
  }
})

const ranked = async (measure: { kind: 'points' } | { kind: 'metric'; metric: string }) => {
  const { workspaceId, teamId } = team
  const facts = await computeBoard(database.db, { workspaceId, teamId, period: 'day', date, measure })
  return facts?.board.ranked.map(({ userId, rank, value }) => [userId, rank, value])
}

test('a board by points adds what each of them earns', async () => {
  const sum = (index: 0 | 1) => CASES.reduce((total, [, , , , earned]) => total + earned[index], 0)
  expect([sum(0), sum(1)]).toEqual([73, 70])
  expect(await ranked({ kind: 'points' })).toEqual([
    ['UAnn', 1, 73],
    ['UBea', 2, 70],
  ])
})

describe.each(CASES)('a board by %s alone', (name, _unit, _points, [ann, bea]) => {
  test('ranks by it', async () => {
    const wanted =
      ann > bea
        ? [
            ['UAnn', 1, ann],
            ['UBea', 2, bea],
          ]
        : [
            ['UBea', 1, bea],
            ['UAnn', 2, ann],
          ]
    expect(await ranked({ kind: 'metric', metric: keys.get(name)! })).toEqual(wanted)
  })
})
