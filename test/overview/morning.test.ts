// The manager's morning message: posted half an hour after the prompt, filled up by answers, final at the close, for the one who leads the team.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { helpWithBlocker } from '../../src/checkins/standup/flows/help-with-blocker.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam, setDelegate, setManager } from '../../src/org/db/teams.ts'
import { handOver } from '../../src/org/flows/hand-over.ts'
import type { MorningFacts } from '../../src/overview/domain/morning.ts'
import { renderMorning } from '../../src/overview/slack/morning-message.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const ZONES = { ben: 'Europe/Berlin', eva: 'Europe/Berlin', jo: 'Europe/Berlin' }
const ON = '2026-03-03'
const PROMPT = `${ON}T08:00:00Z`
const MORNING = `${ON}T08:30:00Z`
const CLOSE = `${ON}T10:00:00Z`

async function berlin(zones: Record<string, string> = ZONES) {
  const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
  const leads = ['U-boss', 'U-deputy', 'U-next'].map((userId) => testPerson(team.workspaceId, userId))
  await savePeople(database.db, leads, team.context.clock.now())
  await team.replan(ON)
  const key = `morning:${team.teamId}:${ON}`
  const message = () => team.message(key)
  /** Of whoever took the team over that day. */
  const next = `${key}:2`
  const nextMessage = () => team.message(next)
  return {
    ...team,
    leads,
    message,
    nextMessage,
    next: () => team.facts(next),
    morning: () => team.facts(key),
  }
}

test('is posted to the manager half an hour after the prompt, not before', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.submit(team.person('ben'), ON, {})
  await team.tickAt(`${ON}T08:29:00Z`)
  expect(await team.message()).toBeNull()
  await team.tickAt(MORNING)
  expect(await team.message()).toMatchObject({ kind: 'morning', toUserId: 'U-boss', version: 1 })
  const eva = { workspaceId: team.workspaceId, userId: 'U-eva' }
  expect(await readingsOf(database.db, eva, day(ON), 9)).toMatchObject([
    { viewerUserId: 'U-boss', sent: ['numbers', 'report'] },
  ])
  expect(await team.morning()).toMatchObject({
    morning: { closed: false, answered: 1, expected: 3, missing: [{ name: 'eva' }, { name: 'jo' }] },
  })
})

test('fills up with the answers, is final at the close, and takes what comes late', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  await team.submit(team.person('eva'), ON, { newBlockers: ['No demo account'] })
  expect((await team.message())?.version).toBe(2)
  expect(await team.morning()).toMatchObject({
    morning: { answered: 1, blockers: [{ name: 'eva', text: 'No demo account', helperUserId: null }] },
  })
  await team.tickAt(CLOSE)
  expect((await team.message())?.version).toBe(3)
  expect(await team.morning()).toMatchObject({
    morning: { closed: true, answered: 1, missing: [{ name: 'ben' }, { name: 'jo' }] },
  })
  team.context.moveTo(`${ON}T15:00:00Z`)
  await team.submit(team.person('jo'), ON, {}, { viewId: 'V2' })
  expect((await team.message())?.version).toBe(4)
  expect(await team.morning()).toMatchObject({ morning: { answered: 2, missing: [{ name: 'ben' }] } })
})

test('an answer before it is posted, and one of a team without it, post nothing', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  for (const name of ['ben', 'eva', 'jo']) await team.submit(team.person(name), ON, {})
  expect(await team.message()).toBeNull()
})

test('a repeated tick says nothing twice', async () => {
  const team = await berlin()
  for (const time of [PROMPT, MORNING, MORNING, `${ON}T08:31:00Z`]) await team.tickAt(time)
  expect((await team.message())?.version).toBe(1)
})

test('goes to the delegate while the manager is on leave, and to nobody who may not see numbers', async () => {
  const team = await berlin()
  await setDelegate(database.db, team, 'U-deputy')
  await team.leave('U-boss', ON)
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  expect(await team.message()).toMatchObject({ toUserId: 'U-deputy' })
  const alone = await berlin()
  await savePeople(
    database.db,
    [testPerson(alone.workspaceId, 'U-admin', { isAdmin: true })],
    alone.context.clock.now(),
  )
  await alone.leave('U-boss', ON)
  await alone.tickAt(PROMPT)
  await alone.tickAt(MORNING)
  expect(await alone.message()).toBeNull()
})

test('shows nothing any more to somebody who no longer leads the team', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  await team.markDelivered()
  await setManager(database.db, team, 'U-next')
  await team.submit(team.person('ben'), ON, {})
  expect(await team.morning()).toEqual({ kind: 'morning', morning: null, managerUserId: 'U-next' })
})

test('whoever is away is named, and not missing', async () => {
  const team = await berlin()
  await team.leave('U-eva', ON)
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  expect(await team.morning()).toMatchObject({
    morning: { expected: 2, away: ['eva'], missing: [{ name: 'ben' }, { name: 'jo' }] },
  })
})

test('who is asked in a later zone is not missing yet', async () => {
  const team = await berlin({ ...ZONES, amy: 'America/New_York' })
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  expect(await team.morning()).toMatchObject({ morning: { later: 1, expected: 4 } })
  await team.tickAt(`${ON}T13:59:00Z`)
  const { version } = (await team.message())!
  await team.tickAt(`${ON}T14:00:00Z`)
  expect(await team.morning()).toMatchObject({ morning: { later: 0 } })
  expect((await team.message())!.version).toBe(version + 1)
})

test('an unusual number and a corrected one are worth a look', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.submit(team.person('ben'), ON, { numbers: { calls: 400 }, confirmed: { calls: 400 } })
  await team.tickAt(MORNING)
  expect(await team.morning()).toMatchObject({
    morning: { remarks: [{ name: 'ben', metric: { key: 'calls' }, value: 400, why: 'unusual' }] },
  })
})

test('taking on a blocker changes it, also in the message of an earlier day', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.submit(team.person('ben'), ON, { newBlockers: ['No budget'] })
  await team.tickAt(MORNING)
  const { morning } = (await team.morning()) as { morning: { blockers: { blockerId: string }[] } }
  team.context.moveTo('2026-03-04T07:00:00Z')
  const boss = team.leads[0]!
  const taken = await helpWithBlocker(team.context, boss, morning.blockers[0]!.blockerId, 'helped')
  expect(taken).toEqual({ ok: true })
  expect((await team.message())?.version).toBe(2)
  expect(await team.morning()).toMatchObject({ morning: { blockers: [{ helperUserId: 'U-boss' }] } })
})

test('a manager who reports herself is not told to nudge herself, and answers from the message', async () => {
  const team = await berlin()
  await setManager(database.db, team, 'U-ben')
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  expect(await team.morning()).toMatchObject({
    morning: { expected: 3, own: 'open', missing: [{ name: 'eva' }, { name: 'jo' }] },
  })
  const said = async () =>
    JSON.stringify(
      renderMorning((await team.morning()) as unknown as MorningFacts, BOT.translator('en')).blocks,
    )
  expect(await said()).toMatch(/Not in yet:\* eva, jo".*Nudge.*Your own answer is not in yet.*standup\.open/)
  expect(await said()).not.toContain('ben')
  for (const name of ['eva', 'jo']) await team.submit(team.person(name), ON, {})
  expect(await said()).not.toMatch(/Nudge|Everyone is in/)
  await team.tickAt(CLOSE)
  expect(await team.morning()).toMatchObject({ morning: { own: 'missed', missing: [] } })
  expect(await said()).toContain('Your own answer is missing')
  expect(await said()).not.toMatch(/standup\.open|ben/)
})

test('a manager alone in the team gets none', async () => {
  const team = await berlin({ ben: 'Europe/Berlin' })
  await setManager(database.db, team, 'U-ben')
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  expect(await team.morning()).toBeNull()
})

test('a team that changes hands: the new manager gets the message, the former one’s says so and has no buttons', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await team.tickAt(MORNING)
  const handOverTo = (userId: string) =>
    database.db.transaction(async (tx) => {
      const now = (await loadTeam(tx, team.workspaceId, team.teamId))!
      await handOver(tx, team.context, now, userId, { byUserId: 'U-admin', screen: 'message:manager-wanted' })
    })
  await handOverTo('U-next')
  expect(await team.nextMessage()).toMatchObject({ toUserId: 'U-next', version: 1 })
  expect(await team.next()).toMatchObject({ morning: { answered: 0, expected: 3 } })
  expect((await team.message())?.version).toBe(2)
  const eva = { workspaceId: team.workspaceId, userId: 'U-eva' }
  expect((await readingsOf(database.db, eva, day(ON), 9)).map(({ viewerUserId }) => viewerUserId)).toContain(
    'U-next',
  )
  await team.markDelivered()
  expect(await team.morning()).toMatchObject({ morning: null, managerUserId: 'U-next' })
  const said = renderMorning((await team.morning()) as unknown as MorningFacts, BOT.translator('en'))
  expect(JSON.stringify(said)).toContain('<@U-next> gets this message now')
  expect(JSON.stringify(said)).not.toContain('"button"')
  // Answers fill the new one's, and the team may come back to the first.
  await team.submit(team.person('eva'), ON, {})
  expect(await team.next()).toMatchObject({ morning: { answered: 1 } })
  expect((await team.nextMessage())?.version).toBe(2)
  await handOverTo('U-boss')
  expect(await team.morning()).toMatchObject({ morning: { answered: 1 } })
  expect(await team.next()).toMatchObject({ morning: null })
})

test('a team that changes hands before the message is due: it goes to the new manager alone', async () => {
  const team = await berlin()
  await team.tickAt(PROMPT)
  await database.db.transaction(async (tx) => {
    const now = (await loadTeam(tx, team.workspaceId, team.teamId))!
    await handOver(tx, team.context, now, 'U-next', { byUserId: 'U-admin', screen: 'message:manager-wanted' })
  })
  await team.tickAt(MORNING)
  expect(await team.message()).toMatchObject({ toUserId: 'U-next', version: 1 })
  expect(await team.nextMessage()).toBeNull()
})
