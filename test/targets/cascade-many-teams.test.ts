// A target over many teams is read in as many statements as one over few: its preview is in Slack's three seconds.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { teams } from '../../src/org/db/teams.sql.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { loadCascade } from '../../src/targets/flows/load-cascade.ts'
import { previewCascade } from '../../src/targets/flows/set-cascade.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const YEAR = targetPeriod('year', Temporal.PlainDate.from('2026-03-02'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})

async function statementsFor(count: number): Promise<{ statements: number; wholes: number[] }> {
  const root = await smallTeam(context.db, [])
  const { workspaceId } = root
  for (let index = 0; index < count; index += 1) {
    const below = await smallTeam(context.db, [{ name: `Ann${index}` }, { name: `Ben${index}` }], {
      workspaceId,
    })
    const parent = { parentTeamId: root.teamId }
    await context.db.update(teams).set(parent).where(eq(teams.teamId, below.teamId))
  }
  const prepared = vi.spyOn(Reflect.get(context.db, 'session'), 'prepareQuery')
  const shown = await previewCascade(context, testPerson(workspaceId, 'UBOSS'), {
    ...{ teamId: root.teamId, metricKey: 'calls', period: YEAR },
    draft: {
      ...({ value: 1200, split: 'equal', weights: new Map(), byHand: null, reason: 'plan' } as const),
      time: { by: 'days', weights: null },
    },
  })
  const statements = prepared.mock.calls.length
  prepared.mockRestore()
  if (!shown.ok) throw new Error(`no preview: ${shown.reason}`)
  return { statements, wholes: shown.preview.teams.map(({ whole }) => whole) }
}

test('teams that work the same days are counted once, and a team with other days by its own', async () => {
  const root = await smallTeam(context.db, [])
  const { workspaceId } = root
  const below = []
  for (const workDays of [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2],
  ]) {
    const team = await smallTeam(context.db, [{ name: 'Ann' }], { workspaceId, settings: { workDays } })
    below.push(team.teamId)
    await context.db.update(teams).set({ parentTeamId: root.teamId }).where(eq(teams.teamId, team.teamId))
  }
  const above = (await loadTeam(context.db, workspaceId, root.teamId))!
  const wanted = { metricKey: 'calls', period: YEAR, lookBack: 0, lastYear: false }
  const loaded = await loadCascade(context.db, above, wanted, context.clock.now())
  const days = below.map((id) =>
    loaded!.teams
      .get(id)!
      .plan!.facts.months.slice(3, 5)
      .map((one) => one.days),
  )
  // Half days: April 2026 has 22 weekdays and May 21, of which eight each are Mondays and Tuesdays.
  expect(days).toEqual([
    [44, 42],
    [44, 42],
    [16, 16],
  ])
})

test('the preview of a year over twelve teams takes no more statements than over two', async () => {
  const few = await statementsFor(2)
  const many = await statementsFor(12)
  expect(few.wholes).toEqual([1200, 600, 600])
  expect(many.wholes).toEqual([1200, ...Array.from({ length: 12 }, () => 100)])
  expect(few.statements).toBeGreaterThan(10)
  expect(many.statements).toBe(few.statements)
})
