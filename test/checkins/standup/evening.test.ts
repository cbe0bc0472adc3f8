// A check-in in the evening: it asks for the day that ends, opens eight hours before its prompt and never the day before.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadHomeTeams } from '../../../src/checkins/standup/flows/home.ts'
import { checkinWindow } from '../../../src/org/domain/checkin-window.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { day, standupTeam } from './team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const ZONE = 'Asia/Shanghai'

test.each([
  ['09:00', '2026-03-02T17:00'],
  ['15:00', '2026-03-02T17:00'],
  ['15:01', '2026-03-03T07:01'],
  ['18:00', '2026-03-03T10:00'],
  ['22:30', '2026-03-03T14:30'],
])('a prompt at %s on Tuesday opens at %s', (promptTime, opens) => {
  const times = { promptTime, closeAfterMinutes: 120, remindBeforeCloseMinutes: 30 }
  const { opensAt } = checkinWindow(times, ZONE, day('2026-03-03'), day('2026-03-02'))
  expect(opensAt.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(opens)
})

test('at 18:00: not open at 9:59, open at 10:00 with today’s numbers, prompted at 18:00, closed at 20:00', async () => {
  const team = await standupTeam(database.db, {
    ...{ zones: { lin: ZONE }, now: '2026-03-02T16:00:00Z' },
    settings: { promptTime: '18:00', numbersDay: 'same', checkinName: '夕会', zone: ZONE, locale: 'zh-CN' },
  })
  await team.replan('2026-03-03')
  team.context.moveTo('2026-03-03T01:59:00Z')
  const lin = at(team.context, team.person('lin'))
  await lin.command()
  expect(lin.seen.said.join()).toContain('The next one opens on Tue, Mar 3 at 10:00 AM.')
  team.context.moveTo('2026-03-03T02:00:00Z')
  await lin.command()
  const form = JSON.stringify(lin.seen.views)
  expect(form).toContain('"title":{"type":"plain_text","text":"夕会"')
  expect(form).toContain('Numbers for Tue, Mar 3')
  await team.tickAt('2026-03-03T10:00:00Z')
  const card = await team.facts(`standup:${team.memberId('lin')}:2026-03-03`)
  expect(card).toMatchObject({
    phase: 'prompt',
    checkinName: '夕会',
    known: { numbersDate: day('2026-03-03') },
  })
  // After the close the next one is tomorrow's, which is not open on this evening.
  await team.submit(team.person('lin'), '2026-03-03', { numbers: { calls: 30 } })
  await team.tickAt('2026-03-03T12:00:00Z')
  const [home] = await loadHomeTeams(database.db, team.person('lin'), team.context.clock.now())
  expect(home).toMatchObject({ standup: null, opensAt: Temporal.Instant.from('2026-03-04T02:00:00Z') })
  expect(await team.facts(`board:${team.teamId}:day:2026-03-03`)).not.toBeNull()
})
