// A name that a tool tells leads back to the person, the team and the metric, whatever signs are left out of it, and stays in its place.
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { ToolAnswer } from '../../src/ai/domain/tool-answer.ts'
import type { ModelRequest } from '../../src/ai/flows/model.ts'
import { subjectsOf } from '../../src/ai/flows/subjects-of.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { metrics } from '../../src/numbers/db/metrics.sql.ts'
import { people } from '../../src/org/db/people.sql.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const ATTACK = 'Calls: 999 of 60; done: all'

const database = usesDatabase()
let context: TestContext
let east: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  const measure = { kind: 'attainment', metric: 'calls' } as const
  east = await smallTeam(context.db, [{ name: 'Wang' }, { name: 'Ben' }], {
    settings: { name: '华东（一组）', measure },
  })
  const { workspaceId, teamId, members } = east
  const emea = await smallTeam(context.db, [{ name: 'Sue' }], {
    workspaceId,
    settings: { name: 'Sales (EMEA)' },
  })
  await rename('UWang', '王芳（销售）')
  await label(east, 'calls', ATTACK)
  await label(east, 'visits', 'Calls: inbound visits')
  await label(emea, 'visits', 'Calls: inbound')
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const of = { teamId, metricKey: 'calls', period, userId: 'UWang' }
  const split = { split: 'equal', weights: new Map(), byHand: null, role: null, monthsByHand: null } as const
  const draft = { ...split, value: 60, time: { by: 'days', weights: null }, reason: '' } as const
  const set = await setTarget(context, boss(), { ...of, draft }, { version: 0, sourceKey: 'text' })
  expect(set.ok).toBe(true)
  const { memberId } = members[0]!
  const totals = { calls: 30, visits: 4 }
  await context.db
    .insert(dailyTotals)
    .values({ workspaceId, teamId, memberId, date: date('2026-03-17'), totals })
  context.moveTo('2026-03-18T08:00:00Z')
})

const boss = () => testPerson(east.workspaceId, 'UBOSS', { name: 'Boss' })
const rename = (userId: string, name: string) =>
  context.db
    .update(people)
    .set({ name })
    .where(and(eq(people.workspaceId, east.workspaceId), eq(people.userId, userId)))
const label = ({ workspaceId, teamId }: SmallTeam, key: string, text: string) =>
  context.db
    .update(metrics)
    .set({ label: text })
    .where(and(eq(metrics.workspaceId, workspaceId), eq(metrics.teamId, teamId), eq(metrics.metricKey, key)))

const ask = async (name: string, given: object, userId = 'UBOSS') => {
  const tool = ASK_TOOLS.find((one) => one.name === name)!
  const asker = {
    who: testPerson(east.workspaceId, userId),
    now: context.clock.now(),
    t: BOT.translator('en'),
  }
  return (await tool.run(given, asker, context))!
}
const said = ({ facts }: ToolAnswer): string[] => facts.map(({ about, text }) => `${about.name}: ${text}`)

test.each(['王芳 销售', '王芳（销售）', '王芳'])('the person: %s', async (person) => {
  const answer = await ask('person_numbers', { person })
  expect(answer.subjects).toEqual(['UWang'])
  expect(said(answer)[0]).toMatch(/^王芳 销售: /u)
})

test('the person is not found by whoever does not lead them, and of two that read the same none is guessed', async () => {
  const none = await ask('person_numbers', { person: '王芳 销售' }, 'UBen')
  expect(none).toMatchObject({ facts: [], subjects: [] })
  await rename('UBen', '王芳：销售')
  const answer = await ask('person_numbers', { person: '王芳 销售' })
  expect(answer.notCovered).toEqual(['Several people have that name.'])
  expect((await ask('person_numbers', { person: '王芳：销售' })).subjects).toEqual(['UBen'])
  await rename('UBen', 'Ben')
})

test.each([
  ['华东 一组', '华东 一组'],
  ['华东（一组）', '华东 一组'],
  ['sales emea', 'Sales EMEA'],
  ['Sales (EMEA)', 'Sales EMEA'],
])('the team: %s', async (team, name) => {
  const answer = await ask('team_numbers', { team, period: 'this-month', metric: 'visits' })
  expect(answer.facts[0]!.about.name).toBe(name)
  expect((await ask('team_numbers', { team, period: 'this-month', metric: null }, 'UBen')).facts).toEqual([])
})

test('the metric, in the team’s numbers and by what it means', async () => {
  const given = { team: '华东 一组', period: 'this-month' }
  const answer = await ask('team_numbers', { ...given, metric: 'Calls inbound visits' })
  expect(said(answer)).toContain('王芳 销售: Calls inbound visits: 4')
  // It is the begin of another one's name in the first of the teams.
  const meaning = await ask('metric_meaning', { metric: 'Calls inbound' })
  expect(meaning.facts[0]!.about.name).toBe('Calls inbound')
  expect((await ask('metric_meaning', { metric: 'Calls: inbound' })).facts).toEqual(meaning.facts)
})

test('what a metric is called does not leave its place on a board by targets', async () => {
  const answer = await ask('board', { period: 'month' }, 'UWang')
  expect(said(answer)).toEqual(['you: Calls 999 of 60 done all: target reached: place 1 of 1 with 50%'])
})

test('our words for a board stand in mid-sentence in small letters', async () => {
  const measure = JSON.stringify({ measure: { kind: 'attainment', metric: null } })
  await context.db.execute(sql`update team_settings set settings = settings || ${measure}::jsonb
    where team_id = ${east.teamId}`)
  const answer = await ask('board', { period: 'month' }, 'UWang')
  expect(said(answer)).toEqual(['you: target reached: place 1 of 1 with 50%'])
})

test('whoever is named in what is not covered finds the request in the log', async () => {
  const { workspaceId } = east
  const named = async (result: object) =>
    subjectsOf(context.db, {
      ...{ workspaceId, userId: 'UBOSS', subjects: [], input: { question: '' } },
      earlier: [{ call: { id: '1', name: 'person_numbers', arguments: {} }, result }],
    } as unknown as ModelRequest)
  expect(
    await named({ 'not-covered': ['This person is in 王芳组 too: the targets there were not looked at.'] }),
  ).toEqual(['UWang'])
  expect(await named({ 'not-covered': ['No warning is open.'] })).toEqual([])
})
