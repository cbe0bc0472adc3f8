// The home team sees and records a person's leave, so nobody but the person and its manager moves it, and it is on record.
import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { homeTeamOf } from '../../src/org/db/home-teams.ts'
import { insertMembers } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { HOME_TEAM } from '../../src/org/slack/home-team-form.ts'
import { TEAM } from '../../src/org/slack/ids.ts'
import { usesDatabase } from '../support/database.ts'
import { perform, tried } from './listeners.ts'
import { ABROAD, buildWorld, HOME, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

const rep = { workspaceId: HOME, userId: ROLES.rep }
const TODAY = Temporal.PlainDate.from('2026-03-03')

/** The rep of North is in South too. Whoever moves their home team there: what comes of it? */
async function moveBy(context: Context, by: { userId: string; workspaceId: string }) {
  const { south } = world
  const joined = { memberId: crypto.randomUUID(), role: 'hunter', joinedOn: TODAY, leftOn: null } as const
  await insertMembers(context.db, [{ ...rep, teamId: south.teamId, ...joined }], context.clock.now())
  const value = `${rep.userId} ${south.teamId}`
  const heard = await perform(context, by, {
    ...{ kind: 'submit', callbackId: TEAM.homeTeamForm, metadata: '{}' },
    state: { [HOME_TEAM]: { field: { type: 'static_select', selected_option: { value } } } },
  })
  expect(heard.errors).toEqual([])
  const events = (await context.db.select().from(auditEvents)).filter(
    ({ kind }) => kind === 'home-team-moved',
  )
  expect(JSON.stringify(heard.told)).not.toMatch(/Southside|5,822/)
  return { home: await homeTeamOf(context.db, rep), by: events.map(({ actorUserId }) => actorUserId) }
}

test.each(Object.keys(ROLES) as (keyof typeof ROLES)[])('%s', async (role) => {
  const may = role === 'rep' || role === 'manager'
  await tried(world.context, async (context) => {
    expect(await moveBy(context, { userId: ROLES[role], workspaceId: HOME })).toEqual(
      may ? { home: world.south.teamId, by: [ROLES[role]] } : { home: world.north.teamId, by: [] },
    )
  })
})

test('neither the delegate who acts, nor the manager’s namesake of another workspace', async () => {
  const mara = world.context.people.get(`${HOME} ${ROLES.manager}`)!
  for (const by of [
    { userId: ROLES.delegate, workspaceId: HOME },
    { userId: ROLES.manager, workspaceId: ABROAD },
  ])
    await tried(world.context, async (context) => {
      await recordLeave(context, mara, mara.userId, { from: TODAY, to: TODAY, part: 'whole' })
      expect(await moveBy(context, by)).toEqual({ home: world.north.teamId, by: [] })
    })
})

test('a manager who was made a guest in Slack moves it no more, though no event told us', async () => {
  const mara = world.context.people.get(`${HOME} ${ROLES.manager}`)!
  for (const isGuest of [false, true])
    await tried(world.context, async (context) => {
      await savePeople(context.db, [mara], context.clock.now().subtract({ minutes: 6 }))
      const directory = { ...context.directory, person: async () => ({ ...mara, isGuest }) }
      const { home } = await moveBy({ ...context, directory }, { userId: mara.userId, workspaceId: HOME })
      expect(home).toBe(isGuest ? world.north.teamId : world.south.teamId)
    })
})
