// A team whose own people count no numbers, as a director's has none, stands by the sums of the teams below it.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { settingsNow } from '../../src/org/db/settings.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { type TargetPeriod, targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { TeamStanding } from '../../src/targets/domain/team-progress.ts'
import { inOneCurrency } from '../../src/targets/domain/tree-currency.ts'
import { type TreeTeam, treeStanding } from '../../src/targets/domain/tree-standing.ts'
import { previewCascade, setCascade } from '../../src/targets/flows/set-cascade.ts'
import { teamProgress } from '../../src/targets/flows/team-progress.ts'
import { treeProgress } from '../../src/targets/flows/tree-progress.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const MARCH = Temporal.PlainDate.from('2026-03-02')

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})

test('a month of the company’s year is held against what its teams are to reach in it', async () => {
  const root = await smallTeam(context.db, [])
  const { workspaceId, teamId } = root
  for (const name of ['Ann', 'Ben', 'Cy']) {
    const below = await smallTeam(context.db, name === 'Cy' ? [] : [{ name }], { workspaceId })
    await context.db.update(teams).set({ parentTeamId: teamId }).where(eq(teams.teamId, below.teamId))
  }
  const boss = testPerson(workspaceId, 'UBOSS')
  const request = {
    ...{ teamId, metricKey: 'calls', period: targetPeriod('year', MARCH, 1) },
    draft: {
      ...({ value: 2400, split: 'equal', weights: new Map(), byHand: null, reason: 'plan' } as const),
      time: { by: 'equal', weights: null } as const,
    },
  }
  const shown = await previewCascade(context, boss, request)
  const version = shown.ok ? shown.preview.loaded.version : -1
  expect(await setCascade(context, boss, request, { version, sourceKey: 'year' })).toMatchObject({ ok: true })
  expect(await targetIn(workspaceId, teamId, targetPeriod('month', MARCH, 1))).toBe(200)
  expect(await targetIn(workspaceId, teamId, targetPeriod('year', MARCH, 1))).toBe(2400)
})

async function targetIn(workspaceId: string, teamId: string, period: TargetPeriod) {
  const now = context.clock.now()
  const team = (await loadTeam(context.db, workspaceId, teamId))!
  const settings = (await settingsNow(context.db, team, now))!
  const own = await teamProgress(context.db, { team, settings, period }, now)
  const all = await treeProgress(context.db, team, own, now)
  return all!.whole.find(({ metric }) => metric.key === 'calls')?.target?.target ?? null
}

describe('money', () => {
  const change = { now: null, before: null }
  const revenue = (currency: string) => presetFor('hunter', currency).find(({ key }) => key === 'newRevenue')!
  const nobody: TeamStanding = {
    ...{ metric: revenue('EUR'), actual: null, change, target: null, nobody: true },
  }
  const sold: TeamStanding = { metric: revenue('USD'), actual: 500_00, change, target: null }
  const node = (standing: TeamStanding, below: TreeTeam[] = [], whole: number | null = null): TreeTeam => ({
    ...{ teamId: standing.metric.currency!, standings: [standing], below },
    wholes: new Map(whole === null ? [] : [['newRevenue', whole]]),
  })

  test('is summed in the currency of those who sell, whatever that of the empty team above', () => {
    const { tree, apart } = inOneCurrency(node(nobody, [node(sold)]), null)
    expect(apart).toEqual([])
    expect(treeStanding(tree)).toMatchObject([{ metric: { currency: 'USD' }, actual: 500_00 }])
  })

  test('is not held against a target in the other currency as if it were the same', () => {
    const { tree } = inOneCurrency(node(nobody, [node(sold)], 900_00), null)
    expect(treeStanding(tree)).toEqual([])
  })
})
