// Parent teams: the manager of the parent team directs the team, and cycles are refused.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadTeam } from '../../src/org/db/teams.ts'
import { actorOf } from '../../src/org/flows/actor.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { ann, CHANNEL, manager, openSetup, salesWithoutTeams, setUp, stranger, WORKSPACE } from './people.ts'

const COMPANY = 'C-company'
const director = testPerson(WORKSPACE, 'UDIRECTOR', { name: 'Dora' })
let database: TestDatabase
let context: TestContext
let teamId: string
let companyId: string

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  context.people.set(director.userId, director)
  context.channels.set(COMPANY, [director.userId, manager.userId])
  teamId = (await setUp(context)).teamId
  const start = initialInput(await openSetup(context, director, COMPANY))
  const done = await setUpTeam(context, director, COMPANY, { ...start, memberUserIds: [manager.userId] })
  companyId = done.ok ? done.teamId : ''
})

async function putUnder(parentTeamId: string | null, who = manager, of = { teamId, channelId: CHANNEL }) {
  const opener = of.channelId === CHANNEL ? manager : director
  const start = initialInput(await openSetup(context, opener, of.channelId))
  return changeTeam(context, who, of.teamId, of.channelId, { ...start, parentTeamId })
}
const directs = async () => (await actorOf(context.db, director, context.clock.now())).directs
const parentOf = async (id: string) => (await loadTeam(context.db, WORKSPACE, id))?.parentTeamId

test('its manager chooses the team above, whose manager directs it at once, and takes it out again', async () => {
  const offered = (await openSetup(context)).parents
  expect(offered.map((team) => team.teamId)).toEqual([companyId])
  expect(await directs()).toEqual([])
  expect(await putUnder(companyId)).toMatchObject({ ok: true })
  expect(await directs()).toEqual([teamId])
  expect((await openSetup(context)).parentTeamId).toBe(companyId)
  expect(await putUnder(null)).toMatchObject({ ok: true })
  expect(await directs()).toEqual([])
})

test('a new team can start under another', async () => {
  context.channels.set('C-new', [manager.userId, ann.userId])
  const start = initialInput(await openSetup(context, manager, 'C-new'))
  const done = await setUpTeam(context, manager, 'C-new', { ...start, parentTeamId: companyId })
  expect(done).toMatchObject({ ok: true })
  expect(await directs()).toHaveLength(1)
  context.channels.set('C-other', [manager.userId, ann.userId])
  const nowhere = {
    ...initialInput(await openSetup(context, manager, 'C-other')),
    parentTeamId: crypto.randomUUID(),
  }
  expect(await setUpTeam(context, manager, 'C-other', nowhere)).toMatchObject({ reason: 'not-a-parent' })
})

test('refuses itself, a team below it and an unknown team as parent, and people without permission', async () => {
  await putUnder(companyId)
  const company = { teamId: companyId, channelId: COMPANY }
  expect((await openSetup(context, director, COMPANY)).parents).toEqual([])
  for (const above of [teamId, companyId, crypto.randomUUID()])
    expect(await putUnder(above, director, company)).toEqual({ ok: false, reason: 'not-a-parent' })
  expect(await parentOf(companyId)).toBeNull()
  expect(await putUnder(null, stranger)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await parentOf(teamId)).toBe(companyId)
})

test('when two teams get each other as parent at the same time, one change is refused', async () => {
  const company = { teamId: companyId, channelId: COMPANY }
  const both = await Promise.all([putUnder(companyId), putUnder(teamId, director, company)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})
