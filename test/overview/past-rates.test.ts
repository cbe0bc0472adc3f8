// A period that is over stays on the plan rates by which it was measured, whatever is changed since.
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { metrics } from '../../src/numbers/db/metrics.sql.ts'
import { planRates } from '../../src/numbers/db/plan-rates.sql.ts'
import { setPlanRates } from '../../src/numbers/flows/set-plan-rates.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { explainSums } from '../../src/overview/flows/explain-sums.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import { showTeams } from '../../src/overview/flows/show-teams.ts'
import { teamsCsv } from '../../src/overview/slack/teams-csv.ts'
import { teamsMessage } from '../../src/overview/slack/teams-message.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const database = usesDatabase()
let context: TestContext
let above: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-30T07:00:00Z')
  above = await smallTeam(database.db, [])
  await database.db.update(teams).set({ managerUserId: 'UDIR' }).where(eq(teams.teamId, above.teamId))
  await below('EUR', 1_000_00)
  await below('USD', 500_00)
  await setRate('1.1')
})

/** Each has one person, who enters so much on 3 March and on 3 July. */
async function below(currency: string, value: number): Promise<void> {
  const { workspaceId } = above
  const team = await smallTeam(database.db, [{ name: currency }], {
    workspaceId,
    settings: { measure: { kind: 'points' } },
  })
  const { teamId } = team
  await database.db.update(teams).set({ parentTeamId: above.teamId }).where(eq(teams.teamId, teamId))
  await database.db
    .update(metrics)
    .set({ currency })
    .where(and(eq(metrics.teamId, teamId), eq(metrics.currency, 'EUR')))
  const { memberId } = team.members[0]!
  for (const day of ['2026-03-03', '2026-07-03'])
    await database.db
      .insert(dailyTotals)
      .values({ workspaceId, teamId, memberId, date: date(day), totals: { newRevenue: value } })
}

const setRate = (EUR: string) =>
  setPlanRates(
    context,
    testPerson(above.workspaceId, 'UADMIN', { isAdmin: true }),
    { yearFrom: date('2026-01-01'), reporting: 'USD' },
    { EUR: { typed: EUR, meant: null } },
  )

async function revenueIn(month: string): Promise<number | null | undefined> {
  const director = testPerson(above.workspaceId, 'UDIR')
  const shown = await showTeam(context, director, { teamId: above.teamId }, { typed: month })
  if (!shown.ok) throw new Error(shown.reason)
  return shown.tree?.whole.find(({ metric }) => metric.key === 'newRevenue')?.actual
}

test('March keeps the rate of March, July has the new one', async () => {
  expect(await revenueIn('2026-03')).toBe(1_600_00)
  context.moveTo('2026-07-06T07:00:00Z')
  expect(await setRate('1.2')).toMatchObject({ ok: true })
  expect(await revenueIn('2026-03')).toBe(1_600_00)
  expect(await revenueIn('2026-07')).toBe(1_700_00)
})

test('the sum of March is explained by the rate of March, with who set it and when', async () => {
  const director = testPerson(above.workspaceId, 'UDIR')
  const asked = { kind: 'month', date: date('2026-03-01') } as const
  const explained = await explainSums(context, director, { teamId: above.teamId }, asked)
  if (!explained.ok) throw new Error(explained.reason)
  expect(explained.set).toEqual({ setBy: 'UADMIN', setAt: Temporal.Instant.from('2026-03-30T07:00:00Z') })
  const rows = explained.view.tree!.money.map(({ metric, actual, rate, into }) => [
    ...[metric.currency, actual, rate?.rate ?? null, into],
  ])
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(
    expect.arrayContaining([
      ['EUR', 1_000_00, 11_000_000_000, 1_100_00],
      ['USD', 500_00, null, 500_00],
    ]),
  )
  const other = testPerson(above.workspaceId, 'UOTHER')
  expect(await explainSums(context, other, { teamId: above.teamId }, asked)).toMatchObject({ ok: false })
})

test('teams side by side stay each in its currency, with rates and without', async () => {
  const director = testPerson(above.workspaceId, 'UDIR')
  const t = BOT.translator('en')
  for (const hasRates of [true, false]) {
    if (!hasRates) await database.db.delete(planRates)
    const shown = await showTeams(context, director, { typed: '2026-03' })
    if (!shown.ok) throw new Error(shown.reason)
    const numbers = shown.teams.map(({ number }) => [number?.metric.currency, number?.actual])
    expect(numbers.sort()).toEqual([
      ['EUR', 1_000_00],
      ['USD', 500_00],
    ])
    for (const order of ['attainment', 'per-head'] as const) {
      const { text } = teamsMessage(shown, { order, page: 0 }, t)
      expect(text).toContain(t('teams.notTheSame'))
      for (const part of ['€1,000', '$500']) expect(text).toContain(part)
      expect(text).not.toMatch(/1,500|1,600|2,100/)
    }
    const csv = teamsCsv(shown, 'attainment', t).trim().split('\r\n')
    expect(csv).toHaveLength(3)
    expect(csv.join()).not.toMatch(/1500|1600/)
  }
})
