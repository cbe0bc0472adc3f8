// A rep falls behind: blue tells the rep alone, red the manager, a silent manager the director, and the recovery everyone who knew.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { insertBlockers, updateBlockers } from '../../src/checkins/standup/db/blockers.ts'
import { correctNumber } from '../../src/numbers/flows/correct-numbers.ts'
import { saveWorkspace } from '../../src/org/db/people.ts'
import { appInstalled, appRemoved } from '../../src/org/flows/sync-channel.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { day } from '../checkins/standup/team.ts'
import { typist } from '../numbers/typist.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** Eva makes her ten calls a day; Ben as many as the test says, from Monday 2 March on. */
async function march(ben: readonly number[]) {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  const dates = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((date) => `2026-03-${date}`)
  await team.calls('eva', Object.fromEntries(dates.map((date) => [date, 10])))
  await team.calls('ben', Object.fromEntries(ben.map((calls, index) => [dates[index]!, calls])))
  return team
}

test('nobody is warned on the first three days, nor on the first bad morning; on the second the rep alone is told', async () => {
  const team = await march([9, 9, 9, 9, 9])
  await team.mornings('2026-03-02', '2026-03-05')
  expect(await team.told()).toEqual([])
  await team.mornings('2026-03-06', '2026-03-08')
  expect(await team.deliver()).toEqual(['U-ben warning'])
  expect(await team.open()).toMatchObject([{ episode: { state: 'open', level: 'blue', nextAt: null } }])
  // The manager reads it in the morning message.
  expect(await team.facts(`morning:${team.teamId}:2026-03-06`)).toMatchObject({
    morning: { warned: [{ userId: 'U-ben', name: 'ben', metricKey: 'calls', level: 'blue' }] },
  })
})

test('7: a red that the manager leaves reaches the director after two working hours, and the recovery everyone who was told, once', async () => {
  const team = await march([2, 2, 2, 2, 2])
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  const [{ episode }] = (await team.open()) as [Awaited<ReturnType<typeof team.open>>[0]]
  await team.tickAt(episode.nextAt!.subtract({ seconds: 1 }).toString())
  expect(await team.deliver()).toEqual([])
  await team.tickAt(episode.nextAt!.toString())
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit', 'U-director warning'])
  await team.calls('ben', { '2026-03-06': 100 })
  await team.mornings('2026-03-09', '2026-03-09')
  const everyone = ['U-ben', 'U-boss', 'U-director']
  expect(await team.deliver()).toEqual(everyone.flatMap((userId) => [`${userId} edit`, `${userId} resolved`]))
  await team.mornings('2026-03-10', '2026-03-13')
  expect(await team.deliver()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'escalated', 'recovered'])
  const asked = typist(team.context, team.leads[0]!)
  const report = await asked.command('risks report')
  expect(report).toContain('Calls: pace: 1; recovered unaided 1, after action 0')
})

test('whoever is behind and stuck without help reads since when; once a colleague helps it is not said', async () => {
  const team = await march([2, 2, 2, 2, 2])
  const { workspaceId, teamId } = team
  const blocker = {
    ...{ workspaceId, blockerId: crypto.randomUUID(), teamId, memberId: team.memberId('ben') },
    ...{ text: 'No price list', helperUserId: null, raisedOn: day('2026-03-04'), state: 'open' as const },
    ...{ closedOn: null, withdrawn: false },
  }
  await insertBlockers(database.db, [blocker])
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  const [{ episodeId }] = (await team.open()) as [Awaited<ReturnType<typeof team.open>>[0]]
  const read = () => team.facts(`warning:${episodeId}:U-ben`)
  expect(await read()).toMatchObject({ blocked: { count: 1, since: day('2026-03-04') } })
  await updateBlockers(database.db, [{ ...blocker, helperUserId: 'U-eva', state: 'helped' }])
  expect(await read()).not.toHaveProperty('blocked')
})

test("a past day's morning message keeps the warnings of that day, whatever is edited in it later", async () => {
  const team = await march([2, 2, 2, 2, 2])
  await team.mornings('2026-03-02', '2026-03-06')
  const friday = () => team.facts(`morning:${team.teamId}:2026-03-06`)
  const asItWas = { morning: { warned: [{ name: 'ben', level: 'red' }] } }
  expect(await friday()).toMatchObject(asItWas)
  await team.calls('ben', { '2026-03-06': 100 })
  await team.mornings('2026-03-07', '2026-03-09')
  expect(await team.open()).toEqual([])
  expect(await friday()).toMatchObject(asItWas)
  const ofDay = (date: string) => team.facts(`morning:${team.teamId}:2026-03-${date}`)
  expect(await ofDay('04')).toMatchObject({ morning: { warned: [] } })
  await team.tickAt('2026-03-10T10:05:00Z')
  expect(await ofDay('09')).toMatchObject({ morning: { warned: [] } })
})

test('17: looking again at the same numbers writes nothing and tells nobody', async () => {
  const team = await march([2, 2, 2, 2, 2])
  await team.mornings('2026-03-02', '2026-03-06')
  // Read in no order of their own.
  const kept = async () => [await team.episodes(), (await team.told()).toSorted(), await team.events()]
  const before = await kept()
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-06T10:06:00Z')
  expect(await kept()).toEqual(before)
})

test('with nobody behind nothing is kept', async () => {
  const team = await march([10, 10, 10, 10, 10])
  await team.mornings('2026-03-02', '2026-03-06')
  expect(await team.episodes()).toEqual([])
})

test('a team that pauses has no warning from that moment on; whoever got it is told once, when the bot is back', async () => {
  const team = await march([2, 2, 2, 2, 2])
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  const { workspaceId, context } = team
  await saveWorkspace(database.db, { workspaceId, name: 'Acme', botUserId: 'UBOT' }, context.clock.now())
  context.channels.set(team.channelId, [])
  context.moveTo('2026-03-06T08:30:00Z')
  await appRemoved(context, workspaceId, 'app-uninstalled')
  expect(await team.open()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'paused'])
  expect(await team.deliver()).toEqual([])
  context.moveTo('2026-03-06T08:40:00Z')
  await appInstalled(context, workspaceId)
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben resolved', 'U-boss edit', 'U-boss resolved'])
  await team.tickAt('2026-03-06T10:00:00Z')
  expect(await team.deliver()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'paused'])
})

test('a corrected number ends a warning or makes it worse within minutes; nobody else is looked at, and the same once more writes nothing', async () => {
  const team = await march([8, 8, 8, 8, 8])
  await team.calls('eva', Object.fromEntries(['02', '03', '04', '05'].map((date) => [`2026-03-${date}`, 8])))
  for (const date of ['05', '06']) await team.tickAt(`2026-03-${date}T08:00:00Z`)
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning', 'U-boss warning', 'U-eva warning'])
  const correct = async (value: number) => {
    const of = { userId: 'U-ben', teamId: team.teamId, date: day('2026-03-04'), metricKey: 'calls', value }
    const more = { reason: 'counted twice', sourceKey: crypto.randomUUID() }
    expect(await correctNumber(team.context, team.leads[0]!, { ...of, ...more })).toEqual({ ok: true })
  }
  const looks = () => database.db.select().from(dueItems).where(eq(dueItems.kind, 'warning-look'))
  // Three corrections within a minute are one look. Eva's number changes without anybody saying so.
  for (const value of [7, 6, 0]) await correct(value)
  await team.calls('eva', { '2026-03-04': 200 })
  expect(await looks()).toHaveLength(1)
  await team.tickAt('2026-03-06T08:02:00Z')
  expect((await team.open()).map(({ episode }) => episode.level).sort()).toEqual(['red', 'yellow'])
  expect((await team.deliver()).filter((sent) => !sent.includes('edit'))).toEqual([
    'U-ben raised',
    'U-boss raised',
  ])
  const before = [await team.episodes(), await team.told(), await team.events()]
  await database.db.update(dueItems).set({ state: 'waiting' }).where(eq(dueItems.kind, 'warning-look'))
  await team.tickAt('2026-03-06T08:03:00Z')
  expect([await team.episodes(), await team.told(), await team.events()]).toEqual(before)
  await correct(100)
  await team.tickAt('2026-03-06T08:05:00Z')
  expect((await team.deliver()).filter((sent) => !sent.includes('edit'))).toEqual([
    'U-ben resolved',
    'U-boss resolved',
  ])
  expect(await team.open()).toMatchObject([{ memberId: team.memberId('eva') }])
})
