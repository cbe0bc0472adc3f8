// A review of a running month on a real database, beside what `/kpi team` says of the same team at the same moment.
import { expect, test } from 'vitest'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { todoTeam } from '../actions/todo.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
const date = Temporal.PlainDate.from
const MONTH = targetPeriod('month', date('2026-03-02'), 1)
const PEOPLE = ['UAnn', 'ULiu']

/** Two people with a target of calls, 20 each working day for both. */
async function callers() {
  const team = await todoTeam(database.db)
  const { context, boss, teamId, as } = team
  context.moveTo('2026-03-01T09:00:00Z')
  const equally = { split: 'equal', weights: new Map(), byHand: null, role: null } as const
  const draft = { ...equally, value: 440, time: { by: 'days', weights: null }, monthsByHand: null } as const
  const wanted = { teamId, metricKey: 'calls', period: MONTH, userId: null, draft: { ...draft, reason: '' } }
  expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'w' })).toMatchObject({ ok: true })
  const logged = async (at: string, calls: number) => {
    context.moveTo(at)
    for (const userId of PEOPLE) await as(userId).command(`log calls ${calls}`)
  }
  return { ...team, logged, ask: (line: string) => as('UBOSS').command(line) }
}

test('numbers of a day that is not due yet do not hide that the team is behind', async () => {
  const { logged, ask, context } = await callers()
  await logged('2026-03-04T10:00:00Z', 24)
  await logged('2026-03-05T10:00:00Z', 8)
  context.moveTo('2026-03-05T11:00:00Z')
  expect(await ask('team this month')).toContain('80%')
  expect(await ask('review this month')).toContain('*Calls* −12 against what should be in by now.')
})

test('on its last day the month still runs', async () => {
  const { logged, ask, context } = await callers()
  await logged('2026-03-04T10:00:00Z', 24)
  context.moveTo('2026-03-31T12:00:00Z')
  const said = await ask('review this month')
  expect(said).toContain('*Calls* −372 against what should be in by now.')
  expect(said).toContain('The period still runs')
})
