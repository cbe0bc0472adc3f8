// What the demo begins with is what the bot itself would have written.
import { beforeAll, expect, test } from 'vitest'
import { FIRST_PLAYED_DATE, MEMBERS, WORKSPACE } from '../../demo/company.ts'
import { seedDatabase } from '../../demo/seed.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { allPresets } from '../../src/numbers/domain/presets.ts'
import { homeTeamOf } from '../../src/org/db/home-teams.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

beforeAll(async () => {
  await seedDatabase(database.db, Temporal.PlainDate.from(FIRST_PLAYED_DATE))
})

test.each(MEMBERS)(
  '$rep.name has their team as the home team, so that leave has a manager',
  async (member) => {
    const person = { workspaceId: WORKSPACE.workspaceId, userId: member.rep.userId }
    expect(await homeTeamOf(database.db, person)).toBe(member.team.teamId)
  },
)

test('no rate of any day is above 100 %', async () => {
  const days = await database.db.select().from(dailyTotals)
  expect(days.length).toBeGreaterThan(100)
  const ratios = [...new Map(allPresets('EUR').map((one) => [one.key, one])).values()].filter(
    ({ kind, unit, key }) => kind === 'ratio' && unit === 'percent' && key !== 'roi',
  )
  expect(ratios.length).toBeGreaterThan(3)
  for (const { totals } of days)
    for (const { numerator, denominator } of ratios) {
      const numbers = totals as Record<string, number>
      if (numbers[numerator!] === undefined) continue
      expect(numbers[numerator!]).toBeLessThanOrEqual(numbers[denominator!] ?? 0)
    }
})
