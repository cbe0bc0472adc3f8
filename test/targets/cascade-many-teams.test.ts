// A target over many teams is read in as many statements as one over few: its preview is in Slack's three seconds.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { teams } from '../../src/org/db/teams.sql.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { previewCascade } from '../../src/targets/flows/set-cascade.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const YEAR = targetPeriod('year', Temporal.PlainDate.from('2026-03-02'), 1)

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await freshDatabase()
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})
afterAll(() => database.close())

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

test('the preview of a year over twelve teams takes no more statements than over two', async () => {
  const few = await statementsFor(2)
  const many = await statementsFor(12)
  expect(few.wholes).toEqual([1200, 600, 600])
  expect(many.wholes).toEqual([1200, ...Array.from({ length: 12 }, () => 100)])
  expect(few.statements).toBeGreaterThan(10)
  expect(many.statements).toBe(few.statements)
})
