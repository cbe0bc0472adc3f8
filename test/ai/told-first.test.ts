// Of a team that counts much, what has a target is told first, money before all, and how far it is ahead or behind.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { ToolAnswer } from '../../src/ai/domain/tool-answer.ts'
import { teamSheet } from '../../src/ai/slack/team-text.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { gapOfTeam, type TeamTarget } from '../../src/targets/domain/team-progress.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  north = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }], { settings: { name: 'North' } })
  const { workspaceId, teamId, metrics } = north
  const entered = metrics.filter(({ kind }) => kind === 'additive').map(({ key }) => [key, 400])
  const days = north.members.map(({ memberId }) => ({
    ...{ workspaceId, teamId, memberId, date: date('2026-03-10'), totals: Object.fromEntries(entered) },
  }))
  await context.db.insert(dailyTotals).values(days)
  await context.db.update(teams).set({ managerUserId: 'UDORA' }).where(eq(teams.teamId, teamId))
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const how = { split: 'equal', weights: new Map(), byHand: null, role: null, monthsByHand: null } as const
  // March has 22 working days; eleven are due.
  for (const [metricKey, value] of [
    ['newCustomers', 2200],
    ['newRevenue', 4400],
  ] as const) {
    const draft = { ...how, value, time: { by: 'days', weights: null }, reason: 'As agreed' } as const
    const wanted = { teamId, metricKey, period, userId: null, draft }
    const set = await setTarget(context, boss(), wanted, { version: 0, sourceKey: metricKey })
    if (!set.ok) throw new Error(JSON.stringify(set).slice(0, 300))
  }
  context.moveTo('2026-03-18T08:00:00Z')
})

const boss = () => testPerson(north.workspaceId, 'UDORA', { name: 'Dora' })
const ask = async (name: string, given: object) => {
  const tool = ASK_TOOLS.find((one) => one.name === name)!
  const asker = { who: boss(), now: context.clock.now(), t: BOT.translator('en') }
  return (await tool.run(given, asker, context))!
}
const textsOf = ({ facts }: ToolAnswer, id: string): string[] =>
  facts.flatMap(({ about, text }) => (about.id === id ? [text] : []))

const REVENUE = /^new revenue: €8 of €44, 18% of the target, €14 behind pace$/u
const CUSTOMERS = /^new customers: 800 of 2,200, 36% of the target, 300 behind pace$/u

test('of the team and of each of its people', async () => {
  const answer = await ask('team_numbers', { team: null, period: 'this-month', metric: null })
  const [first, second, ...others] = textsOf(answer, north.teamId)
  expect(first).toMatch(REVENUE)
  expect(second).toMatch(CUSTOMERS)
  expect(others.filter((text) => text.includes('pace'))).toEqual([])
  expect(others).toHaveLength(4)
  expect(answer.facts[0]!.fields).toContain('pace-and-forecast')
  expect(textsOf(answer, 'UAnn')).toEqual([
    expect.stringContaining('new revenue: €4 of €22, 18% of the target, €7 behind pace'),
    expect.stringContaining('new customers: 400 of 1,100'),
  ])
})

test('of teams side by side', async () => {
  const { workspaceId } = north
  const south = await smallTeam(context.db, [{ name: 'Cyd' }], { workspaceId, settings: { name: 'South' } })
  await context.db.update(teams).set({ managerUserId: 'UDORA' }).where(eq(teams.teamId, south.teamId))
  const answer = await ask('teams_compared', { period: 'this-month' })
  expect(textsOf(answer, north.teamId)).toEqual([expect.stringMatching(REVENUE)])
})

test('in a summary', async () => {
  const month = { kind: 'month', date: date('2026-03-18') } as const
  const shown = await showTeam(context, boss(), { teamId: north.teamId }, month)
  if (!shown.ok) throw new Error(shown.reason)
  const { sheet } = teamSheet(shown, BOT.translator('en'))
  expect(sheet.facts.slice(0, 2).map(({ text }) => text.split(':')[0])).toEqual([
    'new revenue',
    'new customers',
  ])
})

const target = (expected: number, counted: number, pace: number | null): TeamTarget => ({
  ...{ target: 100, attainment: 0.5, pace, expected, counted, unassigned: 0 },
})
test.each<[string, 'calls' | 'cost', TeamTarget | null, number | null]>([
  ['ahead', 'calls', target(50, 60, 1.2), 10],
  ['behind', 'calls', target(50, 40, 0.8), -10],
  ['ahead where less is better', 'cost', target(50, 40, 1.2), 10],
  ['nothing is due', 'calls', target(0, 40, null), null],
  ['without a target', 'calls', null, null],
])('the gap of a team: %s', (_, key, of, gap) => {
  const metric = { ...presetMetric('calls', 'EUR')!, higherIsBetter: key === 'calls' }
  expect(gapOfTeam(metric, of)).toBe(gap)
})
