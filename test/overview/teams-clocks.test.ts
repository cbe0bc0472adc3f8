// Teams side by side whose days begin before or after that of others: each is counted by its own clock.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { insertTeam } from '../../src/org/db/teams.ts'
import { showTeams } from '../../src/overview/flows/show-teams.ts'
import { smallTeam, takeLeave } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

/** A team of one below a director, both by the clock of the zone; the rep has just logged five calls. */
async function oneBelow(zone: string, now: string) {
  const wish = { name: 'Ann', more: { zone } }
  const team = await smallTeam(database.db, [wish], { settings: { zone } })
  const { workspaceId, teamId } = team
  const [above, since] = [crypto.randomUUID(), Temporal.Instant.from('2026-01-05T00:00Z')]
  const company = {
    workspaceId,
    teamId: above,
    channelId: 'C0ALL',
    managerUserId: 'UDIR',
    parentTeamId: null,
  }
  await insertTeam(database.db, company, since)
  await database.db.execute(sql`update teams set parent_team_id = ${above} where team_id = ${teamId}`)
  const context = testContext(database.db, now)
  await typist(context, team.people[0]!).command('log calls 5', team.channelId)
  const asked = async (typed: string) => {
    const found = await showTeams(context, testPerson(workspaceId, 'UDIR', { zone }), { typed })
    if (!found.ok) throw new Error(found.reason)
    return found.teams.map(({ people, number }) => [people, number?.actual])
  }
  const perHead = async (typed: string) => {
    const found = await showTeams(context, testPerson(workspaceId, 'UDIR', { zone }), { typed })
    return found.ok ? found.teams[0]!.number!.perHead : null
  }
  return { asked, perHead, workspaceId, member: team.members[0]! }
}

test.each([
  [
    'Asia/Shanghai, the first of the month before it is that date in London',
    'Asia/Shanghai',
    '2026-03-31T23:30Z',
  ],
  ['Auckland, in the morning', 'Pacific/Auckland', '2026-03-31T20:00Z'],
  ['Honolulu, in the evening, when it is tomorrow in London', 'Pacific/Honolulu', '2026-04-02T05:00Z'],
])('%s: what was logged today is in the month, the week and the day', async (_, zone, now) => {
  const { asked } = await oneBelow(zone, now)
  for (const typed of ['', 'this week', 'today']) expect(await asked(typed), typed).toEqual([[1, 5]])
})

test('people are those of the day: whoever leaves next week is still there, and a month ago was who has left since', async () => {
  const { asked, workspaceId } = await oneBelow('Europe/Berlin', '2026-04-08T10:00Z')
  const leaving = (on: string) =>
    database.db.execute(sql`update members set left_on = ${on} where workspace_id = ${workspaceId}`)
  await leaving('2026-04-15')
  expect(await asked('')).toEqual([[1, 5]])
  await leaving('2026-04-02')
  expect(await asked('')).toEqual([[0, 5]])
  expect(await asked('last month')).toEqual([[1, 0]])
})

test('of a year all leave and all extra days off are left out, not only those of the last months', async () => {
  const { perHead, member } = await oneBelow('Europe/Berlin', '2026-11-27T20:00Z')
  await database.db.insert(dailyTotals).values({
    ...{ workspaceId: member.workspaceId, teamId: member.teamId, memberId: member.memberId },
    ...{ date: Temporal.PlainDate.from('2026-11-20'), totals: { calls: 1000 } },
  })
  const days = 1000 / (await perHead('this year'))!
  await takeLeave(database.db, member, '2026-01-12', '2026-02-06')
  expect(1000 / (await perHead('this year'))!).toBeCloseTo(days - 20, 6)
})
