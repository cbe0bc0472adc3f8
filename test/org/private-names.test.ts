// The name of a team in a private channel is shown to the team, to those above it and to admins, and nowhere else.

import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { setParent } from '../../src/org/db/hierarchy.ts'
import { type Actor, asMemberOf } from '../../src/org/domain/permissions.ts'
import { knowsName, namesKnownTo } from '../../src/org/domain/team-names.ts'
import { loadSetup } from '../../src/setup/flows/load-setup.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput, readDraft, setupView } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { stateOf } from '../support/form-state.ts'
import { admin, ann, CHANNEL, manager, openSetup, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

const sam = testPerson(WORKSPACE, 'USAM', { name: 'Sam' })
const t = BOT.translator('en')
const database = usesDatabase()
let context: TestContext
let secret: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  context.people.set(sam.userId, sam)
  context.stages.set(CHANNEL, { isPrivate: true })
  await setUp(context, { name: 'Mergers' })
  secret = await another('CSECRET', 'Layoffs')
})

/** Sam's team in a private channel of its own. */
async function another(channelId: string, name: string): Promise<string> {
  context.channels.set(channelId, [sam.userId, ann.userId])
  context.stages.set(channelId, { isPrivate: true })
  const start = initialInput(await openSetup(context, sam, channelId))
  const input = { ...start, memberUserIds: [sam.userId], settings: { ...start.settings, name } }
  const done = await setUpTeam(context, sam, channelId, input)
  return done.ok ? done.teamId : ''
}

async function offeredTo(who: Person, channelId: string): Promise<string> {
  const loaded = await loadSetup(context, who, channelId)
  if (!loaded.ok) throw new Error(loaded.reason)
  return JSON.stringify(setupView(loaded.facts, initialInput(loaded.facts), true, t))
}

describe('the teams above that set-up offers', () => {
  test('do not name a private team to somebody who is not in it', async () => {
    expect(await offeredTo(manager, CHANNEL)).not.toContain('Layoffs')
    expect(await offeredTo(sam, 'CSECRET')).not.toContain('Mergers')
    context.channels.set('CNEW', [ann.userId])
    expect(await offeredTo(ann, 'CNEW')).not.toContain('Layoffs')
  })

  test('name it to its members and to an admin, and a public team to everybody, each with its channel', async () => {
    context.channels.set('CNEW', [ann.userId, sam.userId])
    expect(await offeredTo(ann, 'CNEW')).toContain(`Mergers · #${CHANNEL}`)
    expect(await offeredTo(sam, 'CNEW')).toContain('Layoffs · #CSECRET')
    expect(await offeredTo(admin, CHANNEL)).toContain('Layoffs · #CSECRET')
    context.stages.set('CSECRET', { isPrivate: false })
    await offeredTo(sam, 'CSECRET')
    expect(await offeredTo(manager, CHANNEL)).toContain('Layoffs · #CSECRET')
  })

  test('keep a present one that the manager may not know, without its name', async () => {
    const { teamId } = await openSetup(context)
    await context.db.transaction((tx) => setParent(tx, { workspaceId: WORKSPACE, teamId: teamId! }, secret))
    const facts = await openSetup(context)
    const view = setupView(facts, initialInput(facts), true, t)
    expect(JSON.stringify(view)).toContain('A private team')
    expect(JSON.stringify(view)).not.toContain('Layoffs')
    expect(readDraft(stateOf(view), facts).parentTeamId).toBe(secret)
  })

  test('are the only ones that a forged form can choose', async () => {
    const facts = await openSetup(context)
    const state = stateOf(setupView(facts, initialInput(facts), true, t))
    const forged = {
      ...state,
      parent: { field: { type: 'static_select', selected_option: { value: secret } } },
    }
    expect(readDraft(forged, facts).parentTeamId).toBeNull()
  })
})

describe('who may know a private team’s name', () => {
  const of = { teamId: 'T', isPrivate: true }
  const nobody: Actor = asMemberOf(testPerson('W', 'U'), [])
  test.each<[string, Actor, boolean]>([
    ['a member', { ...nobody, memberOf: ['T'] }, true],
    ['a guest who is a member', { ...nobody, isGuest: true, memberOf: ['T'] }, true],
    ['its manager', { ...nobody, manages: ['T'] }, true],
    ['a director above it', { ...nobody, manages: ['A'], directs: ['T'] }, true],
    ['an admin', { ...nobody, isAdmin: true }, true],
    ['the manager of another team', { ...nobody, manages: ['A'], memberOf: ['B'] }, false],
    ['anybody else', nobody, false],
  ])('%s', (_, actor, knows) => {
    expect(knowsName(namesKnownTo(actor), of)).toBe(knows)
    expect(knowsName(namesKnownTo(actor), { ...of, isPrivate: null })).toBe(knows)
  })

  test('a public one everybody but a guest who is not in it', () => {
    expect(knowsName(namesKnownTo(nobody), { ...of, isPrivate: false })).toBe(true)
    expect(knowsName(namesKnownTo({ ...nobody, isGuest: true }), { ...of, isPrivate: false })).toBe(false)
  })
})
