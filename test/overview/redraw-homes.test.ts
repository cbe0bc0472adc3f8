// An open Home tab shows what others change: soon, once, and only to those whom it concerns.
import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { redrawOpenHomes, rememberingHomes } from '../../src/app/open-homes.ts'
import type { Person } from '../../src/core/person.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { insertTeam, setManager } from '../../src/org/db/teams.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { openHomes } from '../../src/overview/db/open-homes.sql.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { drawHome } from '../../src/slack/home.ts'
import type { Replies } from '../../src/slack/replies.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const ON = '2026-03-03'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await database.db.delete(dueItems)
  await database.db.delete(openHomes)
})
afterAll(() => database.close())

/** 9:05 in Berlin: everyone is asked. Boss has Home open, and so has Eva. */
async function atNine() {
  const team = await standupTeam(database.db, {
    zones: { ben: 'Europe/Berlin', eva: 'Europe/Berlin' },
    now: '2026-03-02T09:00:00Z',
  })
  const { workspaceId, context } = team
  const boss = testPerson(workspaceId, 'U-boss', { name: 'Boss' })
  await savePeople(database.db, [boss], context.clock.now())
  await team.replan(ON)
  await team.tickAt(`${ON}T08:00:00Z`)
  const published: { userId: string; text: string }[] = []
  let fails = false
  const slack = {
    publishHome: async (_workspaceId: string, userId: string, view: unknown) => {
      if (fails) throw new Error('Slack is away')
      published.push({ userId, text: JSON.stringify(view) })
    },
  } as unknown as Replies
  const replies = rememberingHomes(slack, context)
  const opens = async (who: Person) => {
    const view = await drawHome(BOT.home, who, BOT.translator(who.locale), context)
    await replies.publishHome(workspaceId, who.userId, view)
  }
  /** Whatever waits. */
  const delivered = async () => {
    await database.db
      .update(messages)
      .set({ deliveredAt: context.clock.now() })
      .where(and(eq(messages.workspaceId, workspaceId), isNotNull(messages.nextAttemptAt)))
    await team.markDelivered()
  }
  await delivered()
  context.moveTo(`${ON}T08:05:00Z`)
  await opens(boss)
  await opens(team.person('eva'))
  published.length = 0
  return {
    ...{ ...team, boss, opens, delivered, published },
    slackIsAway: (away: boolean) => {
      fails = away
    },
    /** Who got a new Home. */
    lookAt: async (instant: string) => {
      context.moveTo(instant)
      published.length = 0
      await redrawOpenHomes(slack)(context)
      return published.map(({ userId }) => userId).sort()
    },
  }
}
const answers = async (team: Awaited<ReturnType<typeof atNine>>, at: string) => {
  team.context.moveTo(at)
  await team.submit(team.person('ben'), ON, { plan: ['Call Acme'], numbers: { calls: 5 } })
  await team.delivered()
}

test('a rep answers: the manager sees it within half a minute, once, and a colleague gets nothing', async () => {
  const team = await atNine()
  expect(await team.lookAt(`${ON}T08:05:30Z`)).toEqual([])
  await answers(team, `${ON}T08:06:00Z`)
  expect(await team.lookAt(`${ON}T08:06:30Z`)).toEqual(['U-boss'])
  expect(team.published[0]!.text).toContain('eva')
  expect(team.published[0]!.text).not.toContain('ben, eva')
  expect(await team.lookAt(`${ON}T08:07:00Z`)).toEqual([])
  expect(await team.lookAt(`${ON}T08:08:00Z`)).toEqual([])
})

test('numbers that are logged without any message about them are seen by whoever leads the team', async () => {
  const team = await atNine()
  await answers(team, `${ON}T08:06:00Z`)
  team.context.moveTo(`${ON}T13:00:00Z`)
  await team.opens(team.boss)
  await database.db.update(openHomes).set({ shown: 'another' })
  expect(await team.lookAt(`${ON}T13:00:30Z`)).toEqual([])
  team.context.moveTo(`${ON}T13:00:40Z`)
  const logged = await logNumbers(team.context, {
    ...{
      who: team.person('ben'),
      teamId: team.teamId,
      date: day(ON),
      values: { calls: 7 },
      sourceKey: 'log',
    },
    ...{ source: 'form', how: 'set' },
  })
  expect(logged.ok).toBe(true)
  expect(await team.lookAt(`${ON}T13:01:00Z`)).toEqual(['U-boss'])
})

test('a message that changes nothing on Home publishes nothing', async () => {
  const team = await atNine()
  team.context.moveTo(`${ON}T08:06:00Z`)
  await database.db.update(messages).set({ deliveredAt: team.context.clock.now() })
  expect(await team.lookAt(`${ON}T08:06:30Z`)).toEqual([])
  await database.db.update(openHomes).set({ shown: 'another', lookedAt: team.context.clock.now() })
  expect(await team.lookAt(`${ON}T08:07:00Z`)).toEqual([])
  await database.db.update(openHomes).set({ lookedAt: team.context.clock.now().subtract({ hours: 1 }) })
  expect(await team.lookAt(`${ON}T08:07:30Z`)).toEqual(['U-boss', 'U-eva'])
})

test('a Home that was opened hours ago is left alone, until it is opened again', async () => {
  const team = await atNine()
  await answers(team, `${ON}T10:10:00Z`)
  expect(await team.lookAt(`${ON}T10:10:30Z`)).toEqual([])
  await team.opens(team.boss)
  expect(team.published.map(({ userId }) => userId)).toEqual(['U-boss'])
})

test('what Slack did not take is tried the next time', async () => {
  const team = await atNine()
  await answers(team, `${ON}T08:06:00Z`)
  team.slackIsAway(true)
  expect(await team.lookAt(`${ON}T08:06:30Z`)).toEqual([])
  team.slackIsAway(false)
  expect(await team.lookAt(`${ON}T08:07:00Z`)).toEqual(['U-boss'])
})

test('whoever leads from above sees it, another team’s manager does not, a former one neither', async () => {
  const team = await atNine()
  const { workspaceId, teamId, context } = team
  const people = ['U-top', 'U-other', 'U-new'].map((userId) => testPerson(workspaceId, userId))
  await savePeople(database.db, people, context.clock.now())
  const [above, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const add = (id: string, managerUserId: string) =>
    insertTeam(
      database.db,
      { workspaceId, teamId: id, channelId: `C-${id}`, managerUserId, parentTeamId: null },
      context.clock.now(),
    )
  await add(above, 'U-top')
  await add(other, 'U-other')
  await database.db.execute(`update teams set parent_team_id = '${above}' where team_id = '${teamId}'`)
  await setManager(database.db, { workspaceId, teamId }, 'U-new')
  for (const person of people) await team.opens(person)
  await database.db.update(openHomes).set({ shown: 'another' })
  await answers(team, `${ON}T08:06:00Z`)
  expect(await team.lookAt(`${ON}T08:06:30Z`)).toEqual(['U-new', 'U-top'])
})

test('two processes that look at the same moment publish it once', async () => {
  const team = await atNine()
  await answers(team, `${ON}T08:06:00Z`)
  await Promise.all([team.lookAt(`${ON}T08:06:30Z`), team.lookAt(`${ON}T08:06:30Z`)])
  expect(team.published.map(({ userId }) => userId)).toEqual(['U-boss'])
})
