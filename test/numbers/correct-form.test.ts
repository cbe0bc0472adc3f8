// The correction form asks about the unusual on top of itself, with the member's own last 60 days, as the other forms do.

import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { TUESDAY } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { type Typist, typist, wordsIn } from './typist.ts'

const REASON = 'counted twice'
const database = usesDatabase()
let context: TestContext
let team: SmallTeam
let boss: Typist
beforeEach(async () => {
  context = testContext(database.db, `${TUESDAY}T13:00:00Z`)
  team = await smallTeam(database.db, [{ name: 'ANN' }])
  boss = typist(context, testPerson(team.workspaceId, 'UBOSS', { name: 'Boss' }))
  await boss.command('correct <@UANN>', team.channelId)
})

const stored = async () =>
  dayTotals(database.db, team.workspaceId, team.members[0]!.memberId, Temporal.PlainDate.from(TUESDAY))
const answersToMoney = async (revenue: string) => {
  await boss.choose('Metric', 'newRevenue')
  return boss.submit({ 'New revenue (EUR)': revenue, Reason: REASON })
}

test('an unusual number is asked about on top of the form; kept, it is recorded once and marked', async () => {
  expect(await boss.submit({ Calls: '412', Reason: REASON })).toMatchObject({
    kind: 'push',
    view: { title: { text: 'Is this right?' }, submit: { text: 'Keep 412' }, close: { text: 'Correct' } },
  })
  expect(wordsIn(boss.views.at(-1)!)).toContain('*Calls: 412?*\\nAbove 100 is asked about')
  expect(await stored()).toEqual({})
  for (const _ of ['once', 'and again']) expect((await boss.submit()).kind).toMatch(/clear|update/)
  expect(await stored()).toMatchObject({ calls: { value: 412, implausible: true } })
  const rows = await database.db.execute(sql`select 1 from activity where team_id = ${team.teamId}`)
  expect(rows).toHaveLength(1)
})

test('corrected instead, the form below has all that was typed', async () => {
  await boss.submit({ Calls: '412', Reason: REASON })
  boss.back()
  expect(await boss.submit({ Calls: '41', Reason: REASON })).toEqual({ kind: 'close' })
  expect(await stored()).toMatchObject({ calls: { value: 41, implausible: false } })
})

test('money is held against what the member brought in on their own last 60 days', async () => {
  const { workspaceId, teamId, memberId } = team.members[0]!
  for (const day of [23, 24, 25, 26, 27])
    await database.db.transaction((tx) =>
      recordDay(tx, {
        ...{ workspaceId, teamId, memberId, date: Temporal.PlainDate.from({ year: 2026, month: 2, day }) },
        ...{
          values: { newRevenue: 200_000 },
          metrics: team.metrics,
          source: 'form',
          sourceKey: `past ${day}`,
        },
        ...{ enteredBy: 'UANN', now: context.clock.now(), late: false, implausible: [] },
      }),
    )
  expect(await answersToMoney('20k')).toMatchObject({
    kind: 'push',
    view: { submit: { text: 'Keep €20,000' } },
  })
  expect(boss.views.map((view) => wordsIn(view)).join()).toMatch(/Usually .*2,000/)
  expect(wordsIn(boss.views.at(-1)!)).toMatch(/Below .*400 or above .*6,000 is asked about/)
  expect(await boss.submit()).toEqual({ kind: 'clear' })
  expect(await stored()).toMatchObject({ newRevenue: { value: 2_000_000, implausible: true } })
})

test('without such days, and within them, nothing is asked; what can be read in two ways is', async () => {
  expect(await answersToMoney('1.200')).toMatchObject({ kind: 'errors' })
  expect(await boss.submit({ 'New revenue (EUR)': '20k', Reason: REASON })).toEqual({ kind: 'close' })
  expect(await stored()).toMatchObject({ newRevenue: { value: 2_000_000, implausible: false } })
})

test('what is kept is forged, or of another team: refused in words, and nothing is recorded', async () => {
  const other = await smallTeam(database.db, [{ name: 'ZED' }])
  await boss.submit({ Calls: '412', Reason: REASON })
  const asking = boss.views.at(-1)!
  const kept = JSON.parse(asking.private_metadata!)
  const form = JSON.parse(kept.metadata)
  for (const forged of [
    {},
    { ...kept, metadata: '{}' },
    { ...kept, metadata: JSON.stringify({ ...form, team: other.teamId }) },
    { ...kept, metadata: JSON.stringify({ ...form, user: 'UZED' }) },
    { ...kept, state: JSON.parse(JSON.stringify(kept.state).replace(REASON, ' ')) },
    { ...kept, state: JSON.parse(JSON.stringify(kept.state).replace('412', '99999')) },
  ]) {
    boss.views.push({ ...asking, private_metadata: JSON.stringify(forged) })
    expect((await boss.submit()).kind).toBe('update')
  }
  expect(await stored()).toEqual({})
})
