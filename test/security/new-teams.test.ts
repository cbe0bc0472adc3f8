// What makes somebody a manager in the first place: setting up a team, by every role, under every right to do so.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import type { Person } from '../../src/core/person.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { findPerson, savePeople } from '../../src/org/db/people.ts'
import { latestSettings } from '../../src/org/db/settings.ts'
import { setManager, teamOfChannel } from '../../src/org/db/teams.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import type { SetupRight } from '../../src/org/domain/workspace-settings.ts'
import { TEAM_SETUP, WORKSPACE } from '../../src/org/slack/ids.ts'
import { queueSetup } from '../../src/setup/flows/queue-setup.ts'
import { runPendingSetups } from '../../src/setup/flows/run-pending-setups.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'
import { type Heard, type Move, perform, tried } from './listeners.ts'
import { ABROAD, buildWorld, HOME, ROLES, type World } from './world.ts'

const NEW = 'C0NEW'
const database = usesDatabase()
let world: World
let context: TestContext
beforeAll(async () => {
  world = await buildWorld(database.db)
  context = world.context as TestContext
  context.channels.set(NEW, Object.values(ROLES))
})

type HomeRole = keyof typeof ROLES
const EVERYBODY = Object.keys(ROLES) as HomeRole[]
const NEVER: HomeRole[] = ['guest who is a member', 'guest who is nobody', 'member who is deactivated', 'bot']
const COLLEAGUES = EVERYBODY.filter((role) => !NEVER.includes(role))

const NAMED: HomeRole[] = ['rep', ...NEVER]
const RIGHTS: { name: string; right: SetupRight | null; who: HomeRole[]; people?: number }[] = [
  { name: 'nobody has chosen, in a small company', right: null, who: COLLEAGUES },
  { name: 'nobody has chosen, in a large company', right: null, who: ['admin'], people: 60 },
  { name: 'everybody', right: { who: 'everybody' }, who: COLLEAGUES },
  {
    name: 'named people, guests and others who never may among them',
    right: { who: 'named', userIds: NAMED.map((role) => ROLES[role]) },
    who: ['rep', 'admin'],
  },
  { name: 'admins', right: { who: 'admins' }, who: ['admin'] },
]

const choose = (context: Context, setupRight: SetupRight | null) =>
  saveWorkspaceSettings(context.db, HOME, { setupRight })

const text = (value: string) => ({ field: { type: 'plain_text_input', value } })
const STATE = {
  name: text('Mine'),
  members: { field: { type: 'multi_users_select', selected_users: [ROLES.stranger] } },
}
const METADATA = JSON.stringify({ channelId: NEW, teamId: null, more: false })
const submit = (more = {}): Move => ({
  ...{ kind: 'submit', callbackId: TEAM_SETUP.form, metadata: METADATA, state: { ...STATE, ...more } },
})
const OPENINGS: Move[] = [
  { kind: 'command', text: 'setup', channelId: NEW },
  { kind: 'action', actionId: TEAM_SETUP.open, value: NEW },
  { kind: 'action', actionId: TEAM_SETUP.moreOptions, value: 'more', view: { metadata: METADATA } },
]

const by = (role: HomeRole) => ({ userId: ROLES[role], workspaceId: HOME })
const isOpen = ({ views }: Heard, callbackId: string) =>
  views.some((view) => view.callback_id === callbackId && JSON.stringify(view).includes('"input"'))
const managerOfNew = async ({ db }: Context) => (await teamOfChannel(db, HOME, NEW))?.managerUserId ?? null

describe.each(RIGHTS)('new teams: $name', ({ right, who, people }) => {
  test.each(EVERYBODY)('%s', async (role) => {
    await tried(context, async (own) => {
      await choose(own, right)
      if (people)
        await own.db.execute(sql`
          insert into people (workspace_id, user_id, name, zone, locale, refreshed_at)
          select ${HOME}, 'U0MANY' || n, 'Many', 'UTC', 'en', now() from generate_series(1, ${people}) n`)
      for (const opening of OPENINGS) {
        const heard = await perform(own, by(role), opening)
        expect(heard.errors).toEqual([])
        expect(isOpen(heard, TEAM_SETUP.form), JSON.stringify(opening)).toBe(who.includes(role))
      }
      // Also with a form that was opened while everybody might.
      const heard = await perform(own, by(role), submit())
      expect(heard.errors).toEqual([])
      expect(await managerOfNew(own)).toBe(who.includes(role) ? ROLES[role] : null)
      const recorded = (await own.db.select().from(auditEvents)).filter(({ kind }) => kind === 'team-created')
      expect(recorded.map(({ actorUserId }) => actorUserId)).toEqual(who.includes(role) ? [ROLES[role]] : [])
    })
  })
})

describe('a set-up that waits for Slack is worth nothing', () => {
  const inputBy = (userId: string) => ({
    ...{ settings: testSettings({ name: 'Mine' }), parentTeamId: null, managerUserId: userId },
    ...{ delegateUserId: null, memberUserIds: [userId], role: 'hunter' as const, currency: 'EUR' },
    sharedConfirmed: true,
  })
  /** @param lose what happens between the submit and the work in the background */
  const outcome = (role: HomeRole, lose: (own: Context, who: Person) => Promise<Person>, ref = FRESH) =>
    tried(context, async (own) => {
      await choose(own, { who: 'everybody' })
      const who = (await findPerson(own.db, HOME, ROLES[role]))!
      expect(await queueSetup(own, who, { ...ref(), input: inputBy(who.userId) })).toEqual({ ok: true })
      const known = await lose(own, who)
      const directory = { ...own.directory, person: async () => known }
      await runPendingSetups({ ...own, directory })
      const team = await teamOfChannel(own.db, HOME, ref().channelId)
      return [team?.managerUserId ?? null, team && (await latestSettings(own.db, team))?.settings.name]
    })
  const FRESH = () => ({ channelId: NEW, teamId: null as string | null })
  const north = () => ({ channelId: world.north.channelId, teamId: world.north.teamId as string | null })

  test('once the right is gone', async () => {
    expect(await outcome('stranger', async (_, who) => who)).toEqual([ROLES.stranger, 'Mine'])
    const withdrawn = async (own: Context, who: Person) => {
      await choose(own, { who: 'admins' })
      return who
    }
    expect(await outcome('stranger', withdrawn)).toEqual([null, null])
  })

  test('once its manager has a successor', async () => {
    const succeeded = async ({ db }: Context, who: Person) => {
      await setManager(db, world.north, ROLES.delegate)
      return who
    }
    expect(await outcome('manager', succeeded, north)).toEqual([
      ROLES.delegate,
      expect.stringContaining('Northside'),
    ])
  })

  test.each([
    ['demoted', { isAdmin: false }],
    ['deactivated', { deactivated: true }],
    ['made a guest', { isGuest: true }],
  ] as const)('once its admin was %s in Slack, though no event told us', async (_, change) => {
    const unheard = async (own: Context, who: Person) => {
      await choose(own, { who: 'admins' })
      await savePeople(own.db, [who], own.clock.now().subtract({ minutes: 6 }))
      return { ...who, ...change }
    }
    expect(await outcome('admin', async (own, who) => unheard(own, who).then(() => who))).toEqual([
      ROLES.admin,
      'Mine',
    ])
    expect(await outcome('admin', unheard)).toEqual([null, null])
  })
})

describe('in a channel that another organisation reads too', () => {
  test.each(EVERYBODY)('a forged confirmation is worth nothing, but that of an admin: %s', async (role) => {
    const ticked = { shared: { field: { type: 'checkboxes', selected_options: [{ value: 'confirmed' }] } } }
    for (const confirmed of [true, false])
      await tried(context, async (own) => {
        await choose(own, { who: 'everybody' })
        context.stages.set(NEW, { isExternal: true })
        const heard = await perform(own, by(role), submit(confirmed ? ticked : {}))
        context.stages.delete(NEW)
        expect(heard.errors).toEqual([])
        expect(await managerOfNew(own)).toBe(role === 'admin' && confirmed ? ROLES.admin : null)
      })
  })
})

test('whoever is not in the channel sets up nothing there, whatever the right', async () => {
  await tried(context, async (own) => {
    await choose(own, { who: 'everybody' })
    context.channels.set(NEW, [])
    for (const role of EVERYBODY) {
      for (const move of [...OPENINGS, submit()]) {
        const heard = await perform(own, by(role), move)
        expect(isOpen(heard, TEAM_SETUP.form), role).toBe(false)
      }
      expect(await managerOfNew(own), role).toBe(null)
    }
    context.channels.set(NEW, Object.values(ROLES))
  })
})

describe('who chooses who may set up teams', () => {
  const chosen = { who: { field: { type: 'radio_buttons', selected_option: { value: 'everybody' } } } }
  const MOVES: Move[] = [
    { kind: 'command', text: 'workspace', channelId: NEW },
    { kind: 'action', actionId: WORKSPACE.open, value: 'open' },
  ]
  test.each([...EVERYBODY, 'admin of another workspace'] as const)('%s', async (role) => {
    const isAdmin = role === 'admin'
    const who = role === 'admin of another workspace' ? { userId: ROLES.rep, workspaceId: ABROAD } : by(role)
    await tried(context, async (own) => {
      await choose(own, { who: 'admins' })
      for (const move of MOVES)
        expect(isOpen(await perform(own, who, move), WORKSPACE.form), JSON.stringify(move)).toBe(isAdmin)
      await perform(own, who, {
        ...{ kind: 'submit', callbackId: WORKSPACE.form },
        metadata: '{}',
        state: chosen,
      })
      const rows = await own.db.execute<{ who: string }>(
        sql`select settings->'setupRight'->>'who' as who from workspaces where workspace_id = ${HOME}`,
      )
      expect(rows[0]?.who).toBe(isAdmin ? 'everybody' : 'admins')
    })
  })
})
