// What other systems got wrong about alerts, as stories: stale queues, quiet hours, a bad channel, holidays, restarts, replicas, clocks.
// Eighteen failures are known; each test that is about one begins with its number, wherever it stands (all-failures.test.ts).
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { createReaders } from '../../src/org/flows/message-readers.ts'
import { reportDeliveryProblem } from '../../src/org/flows/report-delivery-problem.ts'
import { claimDueMessages } from '../../src/outbox/db/claim.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { deliverMessage } from '../../src/outbox/flows/deliver-message.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { day } from '../checkins/standup/team.ts'
import { testContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { fakeSlack } from '../support/fake-slack.ts'
import { factsOf } from '../support/message-facts.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await database.db.delete(dueItems)
  await database.db.delete(messages)
})
afterAll(() => database.close())

type Team = Awaited<ReturnType<typeof warningTeam>>

/** Both make so many calls on each working day from one date to the other. */
async function calls(team: Team, from: string, to: string, made: { ben: number; eva: number }) {
  for (let date = day(from); Temporal.PlainDate.compare(date, day(to)) <= 0; date = date.add({ days: 1 })) {
    if (date.dayOfWeek > 5) continue
    await team.calls('ben', { [date.toString()]: made.ben })
    await team.calls('eva', { [date.toString()]: made.eva })
  }
}

/** Ben is far behind from the first day on; his urgent warning opens on Friday 6 March at nine in Berlin. */
async function farBehind() {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  await calls(team, '2026-03-02', '2026-03-06', { ben: 2, eva: 10 })
  return team
}

/** The same where both are asked at five in the afternoon, so that the manager's two hours do not end on the day. */
async function fallsBehindInTheAfternoon(first: string, settings: { holidayCountry?: string } = {}) {
  const team = await warningTeam(database.db, {
    ...{ now: `${first}T05:00:00Z`, settings: { ...settings, promptTime: '17:00', closeAfterMinutes: 60 } },
  })
  await team.replan(first)
  return team
}

/** Looks every four hours from the one to the other, at night and on weekends too. */
async function everyFewHours(team: Team, from: string, to: string) {
  const end = Temporal.Instant.from(to)
  for (
    let at = Temporal.Instant.from(from);
    Temporal.Instant.compare(at, end) <= 0;
    at = at.add({ hours: 1 })
  )
    await team.tickAt(at.toString())
}

test('4: a stale queue: what could not be sent in March is not sent in June', async () => {
  const team = await farBehind()
  await team.mornings('2026-03-02', '2026-03-06')
  // Nothing was delivered, and nothing has looked at the warning since.
  team.context.moveTo('2026-06-08T08:00:00Z')
  expect(await team.deliver()).toEqual([])
})

test('4: a stale queue: a step that waited while the bot was away for weeks is not taken, and the warning ends untold', async () => {
  const team = await farBehind()
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  await team.tickAt('2026-04-20T08:00:00Z')
  const who = ['U-ben', 'U-boss']
  expect(await team.deliver()).toEqual(who.flatMap((userId) => [`${userId} edit`, `${userId} resolved`]))
  expect(await team.events()).toEqual(['opened', 'period-over'])
})

test('5: quiet hours drop nothing: what is urgent on Friday at five waits over the weekend, and is with the director on Monday at ten', async () => {
  const team = await fallsBehindInTheAfternoon('2026-03-02')
  await calls(team, '2026-03-02', '2026-03-06', { ben: 2, eva: 10 })
  await everyFewHours(team, '2026-03-02T16:00:00Z', '2026-03-06T16:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  await everyFewHours(team, '2026-03-06T17:00:00Z', '2026-03-09T08:00:00Z')
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-09T08:59:59Z')
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-09T09:00:00Z')
  expect(await team.deliver()).toContain('U-director warning')
})

test.each([
  {
    what: 'begins',
    first: '2026-03-02',
    friday: '2026-03-27',
    five: '16:00',
    monday: '2026-03-30',
    ten: '08:00',
  },
  {
    what: 'ends',
    first: '2026-10-01',
    friday: '2026-10-23',
    five: '15:00',
    monday: '2026-10-26',
    ten: '09:00',
  },
])(
  '16: daylight saving $what over the weekend: the manager has the same two working hours',
  async ({ first, friday, five, monday, ten }) => {
    const team = await fallsBehindInTheAfternoon(first)
    const thursday = day(friday).subtract({ days: 1 }).toString()
    await team.replan(thursday)
    await calls(team, first, friday, { ben: 2, eva: 10 })
    await everyFewHours(team, `${thursday}T${five}:00Z`, `${friday}T${five}:00Z`)
    expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
    const at = Temporal.Instant.from(`${monday}T${ten}:00Z`)
    await everyFewHours(team, `${friday}T18:00:00Z`, at.subtract({ hours: 1 }).toString())
    await team.tickAt(at.subtract({ seconds: 1 }).toString())
    expect(await team.deliver()).toEqual([])
    await team.tickAt(at.toString())
    expect(await team.deliver()).toContain('U-director warning')
  },
)

test('16: a clock that goes back an hour counts no morning twice and says nothing again', async () => {
  const team = await farBehind()
  await team.tickAt('2026-03-05T08:00:00Z')
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-05T07:00:00Z')
  await team.tickAt('2026-03-05T08:00:00Z')
  expect(await team.told()).toEqual([])
  await team.tickAt('2026-03-06T08:00:00Z')
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-06T07:30:00Z')
  expect((await team.told()).toSorted()).toEqual(['U-ben warning', 'U-boss warning'])
})

test('12: holidays: nobody is warned on one, it is no day that somebody is behind, and no clock runs on it', async () => {
  // Ascension Day is on Thursday 14 May.
  const team = await fallsBehindInTheAfternoon('2026-05-04', { holidayCountry: 'DE' })
  await team.replan('2026-05-12')
  await calls(team, '2026-05-04', '2026-05-13', { ben: 2, eva: 15 })
  await everyFewHours(team, '2026-05-12T15:00:00Z', '2026-05-13T15:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  await everyFewHours(team, '2026-05-13T16:00:00Z', '2026-05-15T07:00:00Z')
  expect(await team.deliver()).toEqual([])
  // One hour of the two on Wednesday until six, the other on Friday from nine.
  await team.tickAt('2026-05-15T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit', 'U-director warning'])
  // The 4th to the 8th, and the 11th to the 13th.
  expect(await team.open()).toMatchObject([{ evidence: { elapsed: 8 } }])
})

test('11: one bad channel: the rep and the director hear of it where the manager cannot be written to', async () => {
  const team = await farBehind()
  const slack = fakeSlack()
  const refused = { ok: false, reason: 'unreachable', problem: 'cannot-message-member' } as const
  const deliver = async () => {
    const claims = await claimDueMessages(database.db, { most: 100, perWorkspace: 100, editsApartMs: 0 })
    for (const claim of claims.filter(({ message }) => message.kind.startsWith('warning')))
      await deliverMessage({ ...claim, renewedAt: team.context.clock.now() }, team.context, {
        messenger: {
          ...slack,
          openDm: async (workspaceId, userId) =>
            userId === 'U-boss' ? refused : slack.openDm(workspaceId, userId),
        },
        content: {
          load: async (q, message, now) => {
            const facts = await factsOf(q, message, now)
            return facts && (() => ({ text: message.kind, blocks: [] }))
          },
          degrade: () => null,
        },
        readers: createReaders(team.context, 'en'),
        onUndelivered: (tx, message, problem) => reportDeliveryProblem(tx, team.context, message, problem),
      })
    return slack.messages.map(({ channelId }) => channelId)
  }
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  expect(await deliver()).toEqual(['D-U-ben'])
  await team.tickAt('2026-03-06T10:00:00Z')
  expect(await deliver()).toEqual(['D-U-ben', 'D-U-director'])
})

test('13: a restart: neither a bad morning nor a clock that runs is forgotten, and what fell due meanwhile comes once', async () => {
  const team = await farBehind()
  /** As a process that has just started: it knows nothing but what is stored. */
  const restarted = (at: string) => runDue(testContext(database.db, at), BOT.dueKinds)
  for (const at of ['2026-03-05T08:00:00Z', '2026-03-05T10:05:00Z', '2026-03-06T08:00:00Z'])
    await restarted(at)
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  // Away from nine to two: the director's step was due at eleven.
  await restarted('2026-03-06T13:00:00Z')
  await restarted('2026-03-06T13:00:01Z')
  team.context.moveTo('2026-03-06T13:00:02Z')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit', 'U-director warning'])
  expect(await team.events()).toEqual(['opened', 'escalated'])
})

test('14: two replicas: both look at the same moment, and everyone is told once', async () => {
  const team = await farBehind()
  const replicas = [team.context, testContext(database.db), testContext(database.db)]
  const together = async (at: string) => {
    for (const replica of replicas) replica.moveTo(at)
    await Promise.all(replicas.map((replica) => runDue(replica, BOT.dueKinds)))
  }
  for (const at of ['05T08:00', '06T08:00', '06T10:00', '06T14:00']) await together(`2026-03-${at}:00Z`)
  expect(await team.events()).toEqual(['opened', 'escalated', 'repeated'])
  expect((await team.told()).sort()).toEqual([
    ...['U-ben warning', 'U-boss repeated', 'U-boss warning', 'U-director repeated', 'U-director warning'],
  ])
})
