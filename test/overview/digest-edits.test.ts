// What the clock and Monday's standup change in a digest, on real Postgres: numbers that come in, that begin to count, and that are due.
import { expect, test } from 'vitest'
import type { ReportDigestFacts } from '../../src/overview/domain/report-digest.ts'
import { closedWeekOf, FRIDAY } from '../checkins/reports/closed-week.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
const BERLIN = 'Europe/Berlin'

async function week(zones?: Record<string, string>) {
  const team = await closedWeekOf(database.db, zones)
  const key = `report-digest:weekly:${team.teamId}:${FRIDAY}`
  await team.replan('2026-03-09')
  return {
    ...team,
    digest: async () => ((await team.facts(key)) as unknown as ReportDigestFacts).digest!,
    /** How often it is edited by what happens meanwhile. */
    editsBy: async (happens: () => Promise<unknown>) => {
      await team.markDelivered()
      const before = (await team.message(key))!.version
      await happens()
      return (await team.message(key))!.version - before
    },
  }
}

test('Friday’s numbers that come with Monday’s standup change it at once, Monday’s own do not', async () => {
  const team = await week()
  await team.tickAt('2026-03-07T08:00:00Z')
  team.context.moveTo('2026-03-09T08:00:00Z')
  const submit = (date: string, calls: number) =>
    team.editsBy(() => team.submit(team.person('eva'), date, { numbers: { calls } }))
  expect(await submit('2026-03-09', 43)).toBe(1)
  await team.tickAt('2026-03-10T08:00:00Z')
  expect(await submit('2026-03-10', 20)).toBe(0)
})

test('Friday’s numbers that are due with Monday’s close change it then, and nothing does on the days after', async () => {
  const team = await week()
  await team.tickAt('2026-03-07T08:00:00Z')
  expect(await team.editsBy(() => team.tickAt('2026-03-09T08:30:00Z'))).toBe(0)
  expect(await team.editsBy(() => team.tickAt('2026-03-09T11:00:00Z'))).toBe(1)
  await team.replan('2026-03-10')
  expect(await team.editsBy(() => team.tickAt('2026-03-10T11:00:00Z'))).toBe(0)
})

test('what was filed on Friday counts when Friday is over for whoever lives furthest west', async () => {
  const team = await week({ ben: 'Europe/London', eva: BERLIN })
  await team.tickAt('2026-03-06T23:50:00Z')
  expect((await team.digest()).answered).toBe(1)
  expect(await team.editsBy(() => team.tickAt('2026-03-07T00:10:00Z'))).toBe(1)
})

test('whoever was away on Monday has until Tuesday, and it changes then', async () => {
  const team = await week()
  await team.leave('U-eva', '2026-03-09')
  await team.replan('2026-03-09')
  await team.tickAt('2026-03-09T11:00:00Z')
  await team.replan('2026-03-10')
  expect(await team.editsBy(() => team.tickAt('2026-03-10T11:00:00Z'))).toBe(1)
})
