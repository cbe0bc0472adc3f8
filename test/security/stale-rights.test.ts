// Rights that Slack took away are looked up again before anything sensitive is done, also where no event told us.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { extraDaysFrom } from '../../src/org/db/extra-days.ts'
import { findPerson, savePeople } from '../../src/org/db/people.ts'
import { TEAM, TEAM_SETUP } from '../../src/org/slack/ids.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { type Heard, type Move, perform, tried } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { buildWorld, HOME, type Holding, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
let context: TestContext
let untouched: string
let asked: string[]
beforeAll(async () => {
  world = await buildWorld(database.db)
  untouched = await daysOf(database.db, world.north)
})
beforeEach(() => {
  asked = []
})

/** Somebody is asked who manages the team next, so only the days themselves tell whether the action was carried out. */
const daysOf = async (db: Database, team: Holding): Promise<string> =>
  JSON.stringify(await extraDaysFrom(db, team, Temporal.PlainDate.from('2026-01-01')))

const days = (): Move =>
  casesFor(world.north).find(({ name }) => name.startsWith(`submit ${TEAM.daysForm}`))!.move

/** Submits a change of the team's days as `userId`, whose record is `ageMinutes` old, while Slack says what `slack` says. */
async function attempt(
  userId: string,
  ageMinutes: number,
  slack: (known: Person) => Promise<Person | null>,
  move = days(),
): Promise<{ changed: boolean; heard: Heard; stored: Person | null }> {
  context = world.context as TestContext
  return tried(context, async (own) => {
    const known = (await findPerson(own.db, HOME, userId))!
    await savePeople(own.db, [known], own.clock.now().subtract({ minutes: ageMinutes }))
    const directory = {
      ...own.directory,
      person: async (_workspaceId: string, id: string) => {
        asked.push(id)
        return slack(known)
      },
    }
    const heard = await perform({ ...own, directory }, { userId, workspaceId: HOME }, move)
    const changed = (await daysOf(own.db, world.north)) !== untouched
    return { changed, heard, stored: await findPerson(own.db, HOME, userId) }
  })
}
const unchanged = async (known: Person) => known
const silent = () => new Promise<never>(() => {})

describe('without an event, a minute after it happened in Slack', () => {
  test('an admin who was demoted changes nothing', async () => {
    expect((await attempt(ROLES.admin, 6, unchanged)).changed).toBe(true)
    const demoted = await attempt(ROLES.admin, 6, async (known) => ({ ...known, isAdmin: false }))
    expect(demoted.changed).toBe(false)
    expect(demoted.stored).toMatchObject({ isAdmin: false })
  })

  test.each<[string, (known: Person) => Person | null]>([
    ['made a guest', (known) => ({ ...known, isGuest: true })],
    ['deactivated', (known) => ({ ...known, deactivated: true })],
    ['taken out of the workspace', () => null],
  ])('a manager who was %s changes nothing', async (_, becomes) => {
    const { changed, heard } = await attempt(ROLES.manager, 6, async (known) => becomes(known))
    expect(changed).toBe(false)
    expect(heard.errors).toEqual([])
  })
})

test('a record of less than five minutes ago is good enough, and costs Slack nothing', async () => {
  expect((await attempt(ROLES.manager, 4, unchanged)).changed).toBe(true)
  expect(asked).toEqual([])
})

describe('while Slack is not answering', () => {
  test('the record of the last day counts, and the answer comes within Slack’s 3 s', async () => {
    const from = performance.now()
    expect((await attempt(ROLES.manager, 23 * 60, silent)).changed).toBe(true)
    expect(performance.now() - from).toBeLessThan(2900)
  })

  test('an older one does not: the person is told that it is Slack, and keeps what they typed', async () => {
    for (const slack of [silent, () => Promise.reject(new Error('socket hang up'))]) {
      const { changed, heard } = await attempt(ROLES.manager, 25 * 60, slack)
      expect(changed).toBe(false)
      expect(JSON.stringify(heard.told)).toContain('Slack is not answering')
    }
    const click: Move = { kind: 'action', actionId: TEAM.normalDay, value: '2026-03-07' }
    const { heard } = await attempt(ROLES.manager, 25 * 60, silent, {
      ...click,
      view: { metadata: JSON.stringify({ teamId: world.north.teamId }) },
    })
    expect(JSON.stringify(heard.told)).toContain('Slack is not answering')
  })
})

test('whatever only those with rights over others may do is marked as sensitive', () => {
  const members = ['rep', 'another rep', 'guest who is a member', 'rep of another team']
  const steering = casesFor(world.north).filter(
    ({ changes }) => changes.length > 0 && !changes.some((role) => members.includes(role)),
  )
  const names = steering.flatMap(({ move }) =>
    move.kind === 'submit' ? [move.callbackId] : move.kind === 'action' ? [move.actionId.split('#')[0]!] : [],
  )
  expect(names.length).toBeGreaterThan(6)
  expect(names.filter((name) => !BOT.handlers.sensitive.includes(name))).toEqual([])
  expect(BOT.handlers.sensitive).toEqual(
    expect.arrayContaining([TEAM_SETUP.form, TEAM.leaveForm, TEAM.homeTeamForm]),
  )
})
