// What Slack says of a person in an event is taken from the event: nobody is asked for what was just told.
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Database } from '../../src/core/db/client.ts'
import { findPerson, savePeople, saveWorkspace } from '../../src/org/db/people.ts'
import { teamOfChannel } from '../../src/org/db/teams.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import type { TestContext } from '../support/context.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { waiting } from './due.ts'
import { ann, CHANNEL, salesWithoutTeams, setUp, teamOn, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
let asked: string[]

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  asked = []
  const { person } = context.directory
  context.directory.person = (workspaceId, userId) => {
    asked.push(userId)
    return person(workspaceId, userId)
  }
})

/** A user as Slack sends one in the event. */
const userOf = (userId: string, more: object = {}) => ({
  ...{ id: userId, team_id: WORKSPACE, name: userId.toLowerCase(), tz: 'Europe/Berlin', locale: 'en-US' },
  ...{ deleted: false, is_admin: false, is_bot: false, profile: { display_name: userId } },
  ...more,
})

async function told(user: object, db: Database = context.db): Promise<void> {
  const call = { workspaceId: WORKSPACE, now: context.clock.now(), botUserId: 'UPACESETTER' }
  const event = { type: 'user_change', user }
  await BOT.handlers.events.user_change!(
    {
      ...call,
      event,
      ...{ acting: async () => null, post: async () => {}, postLiving: async () => null, later: () => {} },
      redrawHome: async () => {},
    },
    { ...context, db },
  )
}

const save = (...people: ReturnType<typeof testPerson>[]) =>
  savePeople(context.db, people, context.clock.now().subtract({ hours: 1 }))
const stored = (userId: string) => findPerson(context.db, WORKSPACE, userId)
const seconds = (minutesFromNow: number) =>
  Math.floor(context.clock.now().epochMilliseconds / 1000) + 60 * minutesFromNow

test('name, language, zone and rights are as the event says', async () => {
  await save(testPerson(WORKSPACE, 'U1'))
  const profile = { display_name: 'Wei Lin' }
  await told(
    userOf('U1', { profile, tz: 'Asia/Taipei', locale: 'zh-TW', is_owner: true, updated: seconds(0) }),
  )
  expect(await stored('U1')).toMatchObject({
    ...{ name: 'Wei Lin', zone: 'Asia/Taipei', locale: 'zh-TW', isAdmin: true, isGuest: false },
  })
  expect(asked).toEqual([])
})

test('what the event does not say stays: language, and the zone of a deactivated person', async () => {
  await save(testPerson(WORKSPACE, 'U1', { locale: 'zh-CN', zone: 'Asia/Shanghai' }))
  await told({ id: 'U1', team_id: WORKSPACE, real_name: 'Li', deleted: true })
  expect(await stored('U1')).toMatchObject({
    ...{ name: 'Li', locale: 'zh-CN', zone: 'Asia/Shanghai', deactivated: true },
  })
  expect(asked).toEqual([])
})

describe('in an Enterprise organisation', () => {
  const grid = { team_id: 'E1', enterprise_user: { enterprise_id: 'E1', teams: ['T2', WORKSPACE] } }
  test('somebody who belongs to us, whatever team Slack names', async () => {
    await save(testPerson(WORKSPACE, 'U1'))
    await told(userOf('U1', { ...grid, is_restricted: true }))
    expect(await stored('U1')).toMatchObject({ isGuest: true, deactivated: false })
    expect(asked).toEqual([])
  })

  test('somebody who was taken out of our workspace loses every right here', async () => {
    await setUp(context)
    const team = await teamOfChannel(context.db, WORKSPACE, CHANNEL)
    context.people.delete(ann.userId)
    asked = []
    await told(userOf(ann.userId, { team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T2'] } }))
    expect(await stored(ann.userId)).toMatchObject({ deactivated: true })
    expect(await teamOn(context, team!.teamId, '2026-03-03')).not.toContain(ann.userId)
    expect(asked).toEqual([ann.userId])
  })
})

describe('events that come late, twice or out of order', () => {
  test('an older event does not undo a newer one: Slack is asked', async () => {
    await save(testPerson(WORKSPACE, 'U1'))
    context.people.set('U1', testPerson(WORKSPACE, 'U1', { name: 'U1', isAdmin: false }))
    await told(userOf('U1', { is_admin: true, updated: seconds(-30) }))
    expect(await stored('U1')).toMatchObject({ isAdmin: true })
    await told(userOf('U1', { is_admin: false, updated: seconds(0) }))
    await told(userOf('U1', { is_admin: true, updated: seconds(-30) }))
    expect(await stored('U1')).toMatchObject({ isAdmin: false })
    expect(asked).toEqual(['U1'])
  })

  test('the same event again changes nothing and asks nobody', async () => {
    await save(testPerson(WORKSPACE, 'U1'))
    const event = userOf('U1', { tz: 'Europe/London', updated: seconds(0) })
    await told(event)
    context.moveTo('2026-03-02T07:05:00Z')
    await Promise.all([told(event), told(event)])
    expect((await stored('U1'))?.refreshedAt.toString()).toBe('2026-03-02T07:00:00Z')
    expect(asked).toEqual([])
  })
})

test('people whom we do not know cost one look into an index each, and Slack nothing', async () => {
  let statements = 0
  const execute = (query: never) => {
    statements += 1
    return context.db.execute(query)
  }
  const db = Object.create(context.db, {
    execute: { value: execute },
    transaction: { value: () => expect.fail('a transaction for a stranger') },
  }) as Database
  for (let person = 0; person < 50; person += 1) await told(userOf(`USTRANGER${person}`), db)
  expect(statements).toBe(50)
  expect(asked).toEqual([])
  const [{ count }] = (await context.db.execute(sql`select count(*)::int as count from people`)) as never as [
    { count: number },
  ]
  expect(count).toBe(0)
})

test('95 people change at once, each told twice: acknowledged in time, and Slack is asked nothing', async () => {
  const ids = Array.from({ length: 95 }, (_, place) => `U${place}`)
  const everyone = ids.map((id) => testPerson(WORKSPACE, id))
  for (const person of everyone) context.people.set(person.userId, person)
  context.channels.get(CHANNEL)!.push(...ids)
  const workspace = { workspaceId: WORKSPACE, name: 'Acme', botUserId: 'UBOT' }
  await saveWorkspace(context.db, workspace, context.clock.now())
  await saveWorkspaceSettings(context.db, WORKSPACE, { setupRight: { who: 'everybody' } })
  const { teamId } = await setUp(context, {}, ids)
  asked = []
  context.moveTo('2026-03-02T07:01:00Z')
  const all = [...ids, ...ids]
  const move = (id: string) => told(userOf(id, { tz: 'Europe/London', updated: seconds(0) }))
  const from = performance.now()
  const took = await Promise.all(all.map((id) => move(id).then(() => performance.now() - from)))
  // Together less than Slack waits for each; in one process that has nothing else to do, 0.3 s.
  expect(Math.max(...took)).toBeLessThan(3000)
  expect(asked).toEqual([])
  // The check-ins move with the next tick, once for the team.
  await runDue(context, BOT.dueKinds)
  const prompts = await waiting(context, teamId)
  expect(prompts.filter((line) => line.endsWith('2026-03-02 09:00Z'))).toHaveLength(95)
  expect(prompts.filter((line) => line.endsWith('2026-03-02 08:00Z'))).toEqual([])

  // One after the other each takes a few milliseconds: the median, as the machine may be busy.
  context.moveTo('2026-03-02T07:10:00Z')
  const single: number[] = []
  for (const id of ids.slice(0, 21)) {
    const at = performance.now()
    await told(userOf(id, { tz: 'Europe/Paris', updated: seconds(0) }))
    single.push(performance.now() - at)
  }
  expect(single.sort((a, b) => a - b)[10]).toBeLessThan(100)
}, 30_000)
