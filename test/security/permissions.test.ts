// Permissions on a team: every command, click, form and shortcut, by every role, with forged ids.
import { beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { usesDatabase } from '../support/database.ts'
import { defineHolding, hasChanged, holdingOf } from './holding.ts'
import { type Heard, perform, tried } from './listeners.ts'
import { type Case, casesFor } from './permission-cases.ts'
import { ABROAD, buildWorld, HOME, type Holding, ROLES, type Role, type World } from './world.ts'

const database = usesDatabase()
let world: World
/** The data of each team before any action. */
const untouched = new Map<Holding, string>()
beforeAll(async () => {
  world = await buildWorld(database.db)
  await defineHolding(database.db)
  for (const team of [world.north, world.south, world.elsewhere])
    untouched.set(team, await holdingOf(database.db, team))
})

const EVERYBODY = [...(Object.keys(ROLES) as (keyof typeof ROLES)[]), 'person of another workspace'] as Role[]

/** Its name too: nobody knows yet whether its channel is private. */
const SOUTH_DATA = /SOUTHDATA|Southside|5,822|Apr.20\b/

/** The user of another workspace has the same user id as this team's manager. */
const idOf = (role: Role) =>
  role === 'person of another workspace'
    ? { userId: ROLES.manager, workspaceId: ABROAD }
    : { userId: ROLES[role], workspaceId: HOME }

interface Outcome {
  heard: Heard
  words: string
  changed: boolean
}

/** The result of an action; its changes are rolled back. */
async function outcomeOf(team: Holding, role: Role, { move }: Case): Promise<Outcome> {
  return tried(world.context, async (context) => {
    const heard = await perform(context, idOf(role), move)
    const changed = await hasChanged(context.db, team, untouched.get(team)!)
    return { heard, words: JSON.stringify(heard.told), changed }
  })
}

// The cases need the ids of the set-up, which do not exist yet; their names do.
const NAMES = casesFor({
  ...{ workspaceId: '', teamId: '', channelId: '', repUserId: 'U0ANN', memberIds: [], blockerId: '' },
  ...{
    leaveId: '',
    actionId: '',
    proposedTeamId: '',
    joinRequestId: '',
    passedOnRequestId: '',
    leaveRequestId: '',
    askedLeaveId: '',
    cascadeVersion: 0,
    lineKey: '',
    episodeId: '',
    riskId: '',
    numbersDate: '',
    standupDate: '',
    reportDate: '',
    planItemId: '',
    planMark: '',
    mark: /^$/,
  },
}).map(({ name }, index) => ({ name, index }))

describe.each(EVERYBODY)('to one’s own and others’ teams: %s', (role) => {
  test.each(NAMES)('$index $name', async ({ index }) => {
    const wanted = casesFor(world.north)[index]!
    const { heard, words, changed } = await outcomeOf(world.north, role, wanted)
    expect(heard.errors).toEqual([])
    expect(changed, `changes something, and was told ${words}`).toBe(wanted.changes.includes(role))
    expect(world.north.mark.test(words), `sees something in ${words}`).toBe(wanted.sees.includes(role))
    expect(words).not.toMatch(world.elsewhere.mark)
    // An admin looks after every team, and reads its name where set-up offers the team above.
    if (!['rep of another team', 'manager of another team', 'admin'].includes(role))
      expect(words).not.toMatch(SOUTH_DATA)
  })
})

describe('nobody can access a team of another workspace', () => {
  test.each(EVERYBODY)('%s', async (role) => {
    for (const aimed of casesFor(world.elsewhere)) {
      const { heard, words, changed } = await outcomeOf(world.elsewhere, role, aimed)
      expect(heard.errors, aimed.name).toEqual([])
      expect(changed, aimed.name).toBe(false)
      expect(words, aimed.name).not.toMatch(world.elsewhere.mark)
    }
  })
})

describe('a role in one team gives no permission in another', () => {
  test.each(['rep', 'manager', 'guest who is a member', 'member who was removed'] as const)(
    '%s',
    async (role) => {
      for (const aimed of casesFor(world.south)) {
        const { heard, words, changed } = await outcomeOf(world.south, role, aimed)
        expect(heard.errors, aimed.name).toEqual([])
        expect(words, aimed.name).not.toMatch(SOUTH_DATA)
        expect(changed, aimed.name).toBe(false)
      }
    },
  )
})

test('every command, button, form and shortcut that there is has a case', () => {
  const { commands, actions, submits, shortcuts } = BOT.handlers
  const registered = [
    ...commands.map(({ word }) => `/kpi ${word}`),
    ...[actions, submits, shortcuts].flatMap((handlers) => Object.keys(handlers)),
  ]
  const tried = casesFor(world.north).map(({ move }) => {
    if (move.kind === 'command') return `/kpi ${move.text.split(' ')[0]}`
    if (move.kind === 'action') return move.actionId.split('#')[0]!
    if (move.kind === 'submit') return move.callbackId
    return move.kind === 'shortcut' ? move.name : ''
  })
  expect(registered.length).toBeGreaterThan(60)
  expect(registered.filter((name) => !tried.includes(name))).toEqual([])
})

test('a forbidden action gets a refusal message, not an error', async () => {
  const { heard } = await outcomeOf(world.north, 'stranger', casesFor(world.north)[0]!)
  expect(JSON.stringify(heard.told)).toContain('can change this team')
})
