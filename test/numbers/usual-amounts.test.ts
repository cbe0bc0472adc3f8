// Money is asked about where it is far from the member's own last 60 days, or at first from what colleagues report.

import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { learnsAmounts, type PastAmounts, usualAmounts } from '../../src/numbers/domain/usual-amounts.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { type Typist, typist, wordsIn } from './typist.ts'

describe('the range', () => {
  const past = (days: number, least: number, most = least, median = most): PastAmounts => ({
    ...{ days, least, most, median, low: least, high: most },
  })
  test.each<[string, PastAmounts | null, PastAmounts | null, number | null, number | null]>([
    ['nothing is known', null, null, null, null],
    ['own days, five', past(5, 200_000, 4_500_000), null, 40_000, 13_000_000],
    ['own days count, not the colleagues’', past(9, 100, 100), past(99, 7), 20, 300],
    ['four own days are too few', past(4, 100), past(9, 5000, 90_000, 10_000), 100, 99_000],
    ['four own days where nobody else reports', past(4, 500, 2000, 1000), null, 10, 9900],
    ['tiny amounts', past(5, 1), null, 0, 3],
  ])('%s', (_, own, colleagues, plausibleMin, plausibleMax) => {
    expect(usualAmounts(own, colleagues)).toEqual({ plausibleMin, plausibleMax })
  })

  test('is learnt for money that has no range of the team’s own', () => {
    const money = presetMetric('newRevenue', 'EUR')!
    const learns = (more: Partial<Metric>) => learnsAmounts({ ...money, ...more })
    expect([{}, { plausibleMin: 5 }, { plausibleMax: 5 }, { kind: 'ratio' as const }].map(learns)).toEqual([
      ...[true, false, false, false],
    ])
    expect(learnsAmounts(presetMetric('calls', 'EUR')!)).toBe(false)
  })
})

const database = usesDatabase()
let context: TestContext
let team: SmallTeam
let ann: Typist
beforeEach(async () => {
  context = testContext(database.db, '2026-03-03T13:00:00Z')
  team = await smallTeam(database.db, [
    { name: 'Ann' },
    { name: 'Bo' },
    { name: 'Cy' },
    { name: 'Orders', role: 'account-manager' },
  ])
  ann = typist(context, team.people[0]!)
})

/** One day's revenue, in whole euros. */
async function revenue(index: number, day: string, euros: number): Promise<void> {
  const { workspaceId, teamId, memberId, userId } = team.members[index]!
  await database.db.transaction((tx) =>
    recordDay(tx, {
      ...{ workspaceId, teamId, memberId, date: Temporal.PlainDate.from(day) },
      ...{ values: { newRevenue: euros * 100 }, metrics: team.metrics, source: 'form' },
      ...{ sourceKey: `${memberId} ${day}`, enteredBy: userId, now: context.clock.now() },
      ...{ late: false, implausible: [] },
    }),
  )
}
const days = (count: number, first = '2026-02-02') =>
  Array.from({ length: count }, (_, offset) =>
    Temporal.PlainDate.from(first).add({ days: offset }).toString(),
  )

describe('a typed line', () => {
  test('a first entry of ten times the colleagues’ median is asked about; less is not', async () => {
    expect(await ann.command('log revenue 100,000')).toMatch(/^Logged/)
    team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }])
    ann = typist(context, team.people[0]!)
    for (const [place, day] of days(3).entries()) await revenue(1, day, [5000, 10_000, 90_000][place]!)
    expect(await ann.command('log revenue 100,000')).toBe(
      'I read this as New revenue €100,000 for Tue, Mar 3. Nothing is saved yet.\nNew revenue would be €100,000 that day. Below €100 or above €99,000 is asked about.',
    )
    expect(await ann.press('Yes, keep it')).toMatch(/^Logged/)
    const cy = typist(context, team.people[2]!)
    expect(await cy.command('log revenue 3.50')).toMatch(/would be €3.50 that day/)
    expect(await cy.command('log revenue 99,000')).toMatch(/^Logged/)
    expect(await cy.command('log revenue 0')).toMatch(/^Logged/)
  })

  test('later the member’s own days count, zero days and older ones not', async () => {
    for (const day of days(5, '2025-11-01')) await revenue(0, day, 1_000_000)
    for (const day of days(5)) await revenue(0, day, 2000)
    for (const day of days(5, '2026-02-12')) await revenue(0, day, 0)
    for (const day of days(20)) await revenue(1, day, 1_000_000)
    expect(await ann.command('log revenue 20,000')).toMatch(/Below €400 or above €6,000 is asked about/)
    expect(await ann.command('log revenue 5,000')).toMatch(/^Logged/)
    expect(await ann.command('log revenue 5,000')).toMatch(/would be €10,000 that day/)
  })

  test('the team’s own range comes before what was learnt', async () => {
    for (const day of days(5)) await revenue(0, day, 2000)
    await database.db.execute(
      sql`update metrics set plausible_max = 5000000 where team_id = ${team.teamId} and metric_key = 'newRevenue'`,
    )
    expect(await ann.command('log revenue 20,000')).toMatch(/^Logged/)
    expect(await ann.command('log revenue 40,000')).toMatch(/Above €50,000 is asked about/)
  })
})

test('the form says what is usual for oneself and asks; what is kept is marked, and is not asked about again that day', async () => {
  for (const day of days(5)) await revenue(0, day, 2000)
  await ann.shortcut()
  expect(wordsIn(ann.views.at(-1)!)).toContain('For example 1,200 or 5k. Usually €2,000 for you')
  expect(await ann.submit({ 'New revenue (EUR)': '20k' })).toMatchObject({
    kind: 'push',
    view: { submit: { text: 'Keep €20,000' } },
  })
  expect(await ann.submit()).toEqual({ kind: 'clear' })
  const marked = await database.db.execute(
    sql`select 1 from daily_totals where team_id = ${team.teamId} and totals -> 'newRevenue' = '2000000' and implausible = '{newRevenue}'`,
  )
  expect(marked).toHaveLength(1)
  await ann.shortcut()
  expect(await ann.submit({ Calls: '5' })).toEqual({ kind: 'close' })
  await ann.shortcut()
  expect(await ann.submit({ 'New revenue (EUR)': '21k' })).toMatchObject({ kind: 'push' })
})
