// Nobody hears from a member: the next morning the rep is asked, after a second day the manager; an answer ends it, a day off does not count.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { rulesOfTeams } from '../../src/warnings/db/rules.ts'
import { isRead } from '../../src/warnings/domain/read-signal.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** Nine, the close, and the look after it. */
const TIMES = ['08:00', '10:00', '10:05']

test('a rep who does not answer is asked the next morning, after a second day the manager; the answer ends it for both', async () => {
  const team = await warningTeam(database.db, { signals: ['silence'] })
  await team.replan('2026-03-02')
  await team.submit(team.person('eva'), '2026-03-02', {})
  for (const time of TIMES) await team.tickAt(`2026-03-02T${time}:00Z`)
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-03T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning'])
  expect(await team.open()).toMatchObject([
    { metricKey: '', evidence: { days: 1 }, episode: { level: 'blue', state: 'open' } },
  ])
  await team.submit(team.person('eva'), '2026-03-03', {})
  for (const time of TIMES) await team.tickAt(`2026-03-03T${time}:00Z`)
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben raised', 'U-boss warning'])
  const before = [await team.episodes(), await team.told(), await team.events()]
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-03T10:06:00Z')
  expect([await team.episodes(), await team.told(), await team.events()]).toEqual(before)
  await team.tickAt('2026-03-04T08:00:00Z')
  for (const name of ['ben', 'eva']) await team.submit(team.person(name), '2026-03-04', {})
  await team.tickAt('2026-03-04T10:05:00Z')
  const both = ['U-ben', 'U-boss']
  expect(await team.deliver()).toEqual(both.flatMap((userId) => [`${userId} edit`, `${userId} resolved`]))
})

test('a day off and a day on which nobody was asked are no silence', async () => {
  const team = await warningTeam(database.db, { signals: ['silence'] })
  await team.leave('U-ben', '2026-03-03')
  await team.replan('2026-03-03')
  await team.tickAt('2026-03-03T08:00:00Z')
  await team.submit(team.person('eva'), '2026-03-03', {})
  for (const time of TIMES) await team.tickAt(`2026-03-03T${time}:00Z`)
  expect(await team.told()).toEqual([])
})

test('a silence goes on when a month ends', async () => {
  const team = await warningTeam(database.db, { signals: ['silence'] })
  await team.replan('2026-03-31')
  await team.tickAt('2026-03-31T07:00:00Z')
  await team.submit(team.person('eva'), '2026-03-31', {})
  await team.tickAt('2026-03-31T07:05:00Z')
  await team.tickAt('2026-03-31T09:05:00Z')
  await team.tickAt('2026-04-01T07:00:00Z')
  expect(await team.open()).toMatchObject([{ evidence: { days: 1 }, episode: { state: 'open' } }])
  expect(await team.events()).toEqual(['opened'])
})

test('a silence from March that the manager calls no risk on 1 April is told to nobody in April', async () => {
  const team = await warningTeam(database.db, { signals: ['silence'] })
  await team.replan('2026-03-31')
  await team.tickAt('2026-03-31T07:00:00Z')
  await team.submit(team.person('eva'), '2026-03-31', {})
  await team.tickAt('2026-03-31T09:05:00Z')
  await team.tickAt('2026-04-01T07:00:00Z')
  const [silent] = await team.open()
  expect(silent).toMatchObject({ periodFrom: day('2026-03-01'), memberId: team.memberId('ben') })
  const noRisk = { kind: 'dismiss', note: 'At a fair' } as const
  expect(await answerWarning(team.context, team.leads[0]!, silent!.episodeId, noRisk)).toEqual({ ok: true })
  await team.submit(team.person('eva'), '2026-04-01', {})
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-04-01T07:01:00Z')
  expect(await team.open()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'not-a-risk'])
})

test('a team starts with the rules that something reads, and with no others', async () => {
  const team = await warningTeam(database.db)
  await database.db.execute('delete from warning_rules')
  await team.replan('2026-03-02')
  await team.mornings('2026-03-02', '2026-03-02')
  const rules = await rulesOfTeams(database.db, [team])
  expect(rules.map(({ signal }) => signal)).toContain('silence')
  expect(rules.every(({ signal }) => isRead(signal))).toBe(true)
})
