// Parent teams: the manager of the parent team directs the team, and cycles are refused.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { actorOf } from '../../src/org/flows/actor.ts'
import { answerParentProposal } from '../../src/org/flows/parent-team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import {
  admin,
  ann,
  CHANNEL,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  stranger,
  WORKSPACE,
} from './people.ts'

const COMPANY = 'C-company'
const director = testPerson(WORKSPACE, 'UDIRECTOR', { name: 'Dora' })
const database = usesDatabase()
let context: TestContext
let teamId: string
let companyId: string

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

const told = async (kind: 'parent-changed' | 'parent-proposed' | 'parent-answer') => {
  const rows = await context.db.select().from(messages).where(eq(messages.kind, kind))
  return Promise.all(
    rows.map(async (row) => ({
      to: row.toUserId,
      ...(await factsOf(context.db, { ...row, ts: '1.1' }, context.clock.now())),
    })),
  )
}
const audited = async () =>
  (await context.db.select().from(auditEvents))
    .filter(({ kind }) => kind === 'parent-changed')
    .map(({ kind, actorUserId }) => [kind, actorUserId])
const answer = (who: Person, accepted: boolean) =>
  answerParentProposal(context, who, { teamId, parentTeamId: companyId, accepted })

test('the manager above is told who put the team there and that its numbers are theirs to see', async () => {
  await putUnder(companyId)
  expect(await told('parent-changed')).toMatchObject([
    {
      to: director.userId,
      reader: 'above',
      byUserId: manager.userId,
      above: { managerUserId: director.userId },
    },
  ])
  expect(await audited()).toEqual([['parent-changed', manager.userId]])
})

test('an admin who puts a team under their own sees nothing of it until its manager agrees', async () => {
  context.people.set(admin.userId, admin)
  await putUnder(companyId, director, { teamId: companyId, channelId: COMPANY })
  await context.db.execute(
    `update teams set manager_user_id = '${admin.userId}' where team_id = '${companyId}'`,
  )
  expect(await putUnder(companyId, admin)).toMatchObject({ ok: true, parentAskedUserId: manager.userId })
  expect(await parentOf(teamId)).toBeNull()
  expect(await told('parent-proposed')).toMatchObject([{ to: manager.userId, state: 'open' }])
  for (const who of [admin, ann, director, stranger])
    expect(await answer(who, true)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await answer(manager, true)).toEqual({ ok: true })
  expect(await parentOf(teamId)).toBe(companyId)
  expect(await told('parent-proposed')).toMatchObject([{ state: 'accepted' }])
  expect(await told('parent-answer')).toMatchObject([{ to: admin.userId, accepted: true }])
  expect(await answer(manager, false)).toEqual({ ok: false, reason: 'gone' })
})

test('what the manager declines stays as it was, and whoever proposed it is told', async () => {
  await putUnder(companyId, admin)
  expect(await answer(manager, false)).toEqual({ ok: true })
  expect(await parentOf(teamId)).toBeNull()
  expect(await told('parent-proposed')).toMatchObject([{ state: 'settled' }])
  expect(await told('parent-answer')).toMatchObject([{ to: admin.userId, accepted: false }])
})

test('an admin may take the team out: its manager and the one above are told', async () => {
  await putUnder(companyId)
  await context.db.execute('truncate messages')
  expect(await putUnder(null, admin)).toMatchObject({ ok: true, parentAskedUserId: null })
  expect(await directs()).toEqual([])
  const readers = (await told('parent-changed')).map((one) => [one.to, (one as { reader?: string }).reader])
  expect(readers.sort()).toEqual([
    [director.userId, 'former'],
    [manager.userId, 'manager'],
  ])
})

test('a team whose manager has left needs a new one before it is put under another', async () => {
  await savePeople(context.db, [{ ...manager, deactivated: true }], context.clock.now())
  const start = initialInput(await openSetup(context, admin))
  const change = (more: object) => changeTeam(context, admin, teamId, CHANNEL, { ...start, ...more })
  expect(await change({ parentTeamId: companyId })).toEqual({ ok: false, reason: 'no-manager' })
  expect((await loadTeam(context.db, WORKSPACE, teamId))?.parentTeamId).toBeNull()
  const both = await change({ parentTeamId: companyId, managerUserId: ann.userId })
  expect(both).toMatchObject({ ok: true, parentAskedUserId: ann.userId })
})

test('a proposal ends when the team gets another manager', async () => {
  await putUnder(companyId, admin)
  const start = initialInput(await openSetup(context, admin))
  await changeTeam(context, manager, teamId, CHANNEL, { ...start, managerUserId: ann.userId })
  expect(await answer(ann, true)).toEqual({ ok: false, reason: 'gone' })
  expect(await told('parent-proposed')).toMatchObject([{ to: manager.userId, state: 'settled' }])
})

test('the same proposal again is the same message; one for another team takes the buttons of the first', async () => {
  await putUnder(companyId, admin)
  context.moveTo('2026-03-02T10:00:00Z')
  await putUnder(companyId, admin)
  expect(await told('parent-proposed')).toHaveLength(1)
  context.people.set('UOTHER', testPerson(WORKSPACE, 'UOTHER'))
  context.channels.set('C-other', ['UOTHER', ann.userId])
  const opened = await openSetup(context, context.people.get('UOTHER')!, 'C-other')
  const start = { ...initialInput(opened), memberUserIds: ['UOTHER'] }
  const other = await setUpTeam(context, context.people.get('UOTHER')!, 'C-other', start)
  expect(await putUnder(other.ok ? other.teamId : '', admin)).toMatchObject({ ok: true })
  const states = (await told('parent-proposed')).map((one) => (one as { state?: string }).state)
  expect(states.sort()).toEqual(['open', 'settled'])
  const rows = await context.db.select().from(messages).where(eq(messages.kind, 'parent-proposed'))
  expect(rows.map(({ version }) => version).sort()).toEqual([1, 3])
})

test('a manager who chooses the proposed team in the settings has answered the proposal', async () => {
  await putUnder(companyId, admin)
  expect(await putUnder(companyId)).toMatchObject({ ok: true })
  expect(await told('parent-proposed')).toMatchObject([{ state: 'accepted' }])
  expect(await answer(manager, false)).toEqual({ ok: false, reason: 'gone' })
})

test('when two teams get each other as parent at the same time, one change is refused', async () => {
  const company = { teamId: companyId, channelId: COMPANY }
  const both = await Promise.all([putUnder(companyId), putUnder(teamId, director, company)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})
