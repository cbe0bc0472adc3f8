// Values that get worse, pass a limit, leak from the funnel or cost too much: each is told once, by what the team's rules say.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { addRoleMetrics } from '../../src/numbers/db/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { insertRules } from '../../src/warnings/db/rules.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { defaultSettings, type RuleSettings, type Signal } from '../../src/warnings/domain/rule-settings.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { DRAFT, warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** A team with one rule of its own. */
async function watched(signal: Signal, metricKey: string, settings: Partial<RuleSettings> = {}) {
  const team = await warningTeam(database.db, { signals: [] })
  const { workspaceId, teamId } = team
  const rule = {
    ...{ workspaceId, teamId, ruleId: crypto.randomUUID(), signal, metricKey, preset: null, muted: [] },
    ...{ settings: { ...defaultSettings(signal), ...settings }, procedure: DEFAULT_PROCEDURE, active: true },
  }
  await insertRules(database.db, [rule], team.context.clock.now())
  await team.replan('2026-03-02')
  return team
}
type Team = Awaited<ReturnType<typeof watched>>

const enter = ({ workspaceId, teamId, memberId }: Team, date: string, totals: Record<string, number>) =>
  database.db
    .insert(dailyTotals)
    .values({ workspaceId, teamId, memberId: memberId('ben'), date: day(date), totals })

/** Looks at one morning, twice: the second look writes nothing. */
async function seenOn(team: Team, date: string) {
  await team.tickAt(`${date}T08:00:00Z`)
  const before = [await team.episodes(), await team.told()]
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt(`${date}T08:01:00Z`)
  expect([await team.episodes(), await team.told()]).toEqual(before)
  return team.open()
}

test('a week without any report ends no trend; one that is no worse does', async () => {
  const team = await watched('trend', 'calls')
  const week = async (monday: string, made: number) => {
    for (const days of [0, 1, 2, 3, 4])
      await team.calls('ben', { [day(monday).add({ days }).toString()]: made })
  }
  const mondays = ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']
  for (const [index, monday] of mondays.entries()) await week(monday, 12 - index)
  expect(await seenOn(team, '2026-03-03')).toHaveLength(1)
  await team.replan('2026-03-10')
  expect(await seenOn(team, '2026-03-10')).toMatchObject([{ evidence: { worse: 4 } }])
  await week('2026-03-09', 8)
  await team.replan('2026-03-17')
  expect(await seenOn(team, '2026-03-17')).toEqual([])
  expect(await team.events()).toContain('recovered')
})

test('four weeks in a row with fewer calls than the one before, by working day, are told to rep and manager', async () => {
  const team = await watched('trend', 'calls')
  const mondays = ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']
  for (const [week, monday] of mondays.entries())
    for (const days of [0, 1, 2, 3, 4])
      await team.calls('ben', { [day(monday).add({ days }).toString()]: 12 - week })
  expect(await seenOn(team, '2026-03-03')).toMatchObject([
    {
      ...{ signal: 'trend', metricKey: 'calls', episode: { level: 'yellow' } },
      evidence: { worse: 4, course: [12, 11, 10, 9, 8].map((value) => ({ value })) },
    },
  ])
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
})

test('a value past the limit that a team has set is told; exactly at the limit it is not', async () => {
  const team = await watched('threshold', 'calls', { sign: '<', levels: { yellow: 10 }, leastDays: 1 })
  await team.calls('ben', { '2026-03-02': 9 })
  await team.calls('eva', { '2026-03-02': 10 })
  expect(await seenOn(team, '2026-03-03')).toMatchObject([{ signal: 'threshold', evidence: { value: 9 } }])
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
})

test('a stage that converts far below what good looks like on three mornings is told; without such a figure nothing is', async () => {
  const keys = ['proposals', 'newCustomers', 'proposalWinRate']
  for (const benchmark of [450, null]) {
    const team = await watched('funnel-leak', 'newCustomers')
    const own = presetFor('hunter', 'EUR').filter(({ key }) => keys.includes(key))
    const metrics = own.map((metric) => (metric.kind === 'ratio' ? { ...metric, benchmark } : metric))
    await addRoleMetrics(database.db, team, 'hunter', metrics)
    await enter(team, '2026-03-02', { proposals: 90, newCustomers: 18 })
    const open = await seenOn(team, '2026-03-03')
    expect(open.map(({ evidence }) => evidence)).toMatchObject(
      benchmark === null ? [] : [{ entered: 90, converted: 18, share: 0.2, benchmark: 0.45 }],
    )
    for (const date of benchmark === null ? [] : ['2026-03-04', '2026-03-05']) {
      expect(await team.deliver()).toEqual([])
      await team.tickAt(`${date}T08:00:00Z`)
    }
    expect(await team.deliver()).toEqual(benchmark === null ? [] : ['U-ben warning', 'U-boss warning'])
    await database.db.delete(dueItems)
  }
})

test('a cost above its target to date is told', async () => {
  const team = await watched('overspend', 'campaignCost', { leastDays: 1 })
  const cost = presetFor('campaign-planner', 'EUR').filter(({ key }) => key === 'campaignCost')
  await addRoleMetrics(database.db, team, 'hunter', cost)
  const wanted = {
    metricKey: 'campaignCost',
    period: targetPeriod('month', day('2026-03-02'), 1),
    userId: null,
  }
  const saved = await setTarget(
    team.context,
    team.leads[0]!,
    { ...wanted, teamId: team.teamId, draft: { ...DRAFT, value: 440_000 } },
    { version: 0, sourceKey: crypto.randomUUID() },
  )
  expect(saved.ok).toBe(true)
  await enter(team, '2026-03-02', { campaignCost: 13_000 })
  await enter(team, '2026-03-03', { campaignCost: 13_000 })
  expect(await seenOn(team, '2026-03-04')).toMatchObject([
    { signal: 'overspend', evidence: { spent: 26_000, expected: 20_000 }, episode: { state: 'open' } },
  ])
})
