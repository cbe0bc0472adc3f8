// Many warnings for one person at one time are one message, and nobody gets more than eight a day; it lives, and its end is told once.
import { eq, type SQL, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { insertDigestLines } from '../../src/warnings/db/digests.ts'
import { warningEpisodes } from '../../src/warnings/db/warnings.sql.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import type { DigestView } from '../../src/warnings/flows/facts/digest.ts'
import { sendDigests } from '../../src/warnings/flows/send-digests.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
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

const OTHERS = ['amy', 'cem', 'dan', 'fay', 'gus', 'ida']
const EVERYONE = ['ben', 'eva', ...OTHERS]
const WEEK = ['02', '03', '04', '05', '06'].map((date) => `2026-03-${date}`)

/** Eight people are far behind from the first day on; their warnings open on Friday at nine in Berlin. */
async function allBehind(calls = 2) {
  const team = await warningTeam(database.db, { others: OTHERS })
  await team.replan('2026-03-02')
  for (const name of EVERYONE) await team.calls(name, Object.fromEntries(WEEK.map((date) => [date, calls])))
  for (const date of ['05', '06']) await team.tickAt(`2026-03-${date}T08:00:00Z`)
  return team
}
const oneEach = EVERYONE.map((name) => `U-${name} warning`).sort()
const digestOf = (team: Awaited<ReturnType<typeof allBehind>>, userId: string, date: string, number = 1) =>
  team.facts(`warning-digest:${userId}:${date}:${number}`) as unknown as Promise<DigestView>

test('18: eight fall behind on one morning: each hears of their own, the manager gets one digest, and looking again adds nothing', async () => {
  const team = await allBehind()
  expect(await team.deliver()).toEqual([...oneEach, 'U-boss warning'].sort())
  expect((await digestOf(team, 'U-boss', '2026-03-06')).open.length).toBe(8)
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-06T08:01:00Z')
  expect(await team.deliver()).toEqual([])
})

test('the manager answers one from the digest: the digest says so, and the director hears of the others in one digest', async () => {
  const team = await allBehind()
  await team.deliver()
  const [first] = await team.open()
  const answer = { kind: 'acknowledge', action: 'Two demos', until: day('2026-03-10') } as const
  expect(await answerWarning(team.context, team.leads[0]!, first!.episodeId, answer)).toEqual({ ok: true })
  expect((await team.deliver()).filter((sent) => sent.startsWith('U-boss'))).toEqual(['U-boss edit'])
  const { open } = await digestOf(team, 'U-boss', '2026-03-06')
  expect(open.map(({ warning }) => warning.episode.state)).toEqual([...Array(7).fill('open'), 'acknowledged'])
  await team.tickAt('2026-03-06T10:00:00Z')
  expect((await team.deliver()).filter((sent) => !sent.includes('edit'))).toEqual(['U-director warning'])
  expect((await digestOf(team, 'U-director', '2026-03-06')).open.length).toBe(7)
})

test('nobody answers: whom the workspace names for that gets all of them in one digest, though they lead no team', async () => {
  const team = await allBehind()
  const { workspaceId, context } = team
  const now = context.clock.now()
  await savePeople(database.db, [testPerson(workspaceId, 'U-owner')], now)
  const workspace = { workspaceId, name: 'Acme', botUserId: 'UBOT', firstSeenAt: now }
  await database.db.insert(workspaces).values(workspace).onConflictDoNothing()
  await saveWorkspaceSettings(database.db, workspaceId, { lastResortUserId: 'U-owner' })
  const steps = ['06T10:00', '06T14:00', '09T09:00', '09T13:00', '09T17:00', '10T08:00', '10T12:00']
  for (const at of steps) await team.tickAt(`2026-03-${at}:00Z`)
  expect((await team.deliver()).filter((sent) => sent.startsWith('U-owner'))).toEqual(['U-owner warning'])
})

test('7: they recover: the line is struck out and its end told once; six at once end in one message; who was not told hears nothing', async () => {
  const team = await allBehind()
  await team.deliver()
  await team.calls('ben', { '2026-03-06': 100 })
  await team.mornings('2026-03-09', '2026-03-09')
  const heard = async () => (await team.deliver()).filter((sent) => /U-(boss|director|deputy)/.test(sent))
  // The others' clock has run on meanwhile: the manager is reminded, and the director has them in a digest.
  expect(await heard()).toContain('U-boss resolved')
  expect((await digestOf(team, 'U-boss', '2026-03-06')).over.map(({ name }) => name)).toEqual(['ben'])
  for (const name of EVERYONE) await team.calls(name, { '2026-03-09': 200 })
  await team.mornings('2026-03-10', '2026-03-10')
  const ended = await heard()
  expect(ended.filter((sent) => sent.includes('resolved'))).toEqual([])
  expect(ended.filter((sent) => sent.endsWith('warning'))).toEqual(['U-boss warning', 'U-director warning'])
  expect((await digestOf(team, 'U-boss', '2026-03-10')).over.length).toBe(7)
  await team.mornings('2026-03-11', '2026-03-13')
  expect(await heard()).toEqual([])
})

test('what ended before the digest was sent is not in it, and its end is told to nobody', async () => {
  const team = await allBehind()
  const [first, ...others] = await team.open()
  const note = { kind: 'dismiss', note: 'a trade fair' } as const
  await answerWarning(team.context, team.leads[2]!, first!.episodeId, note)
  team.context.moveTo('2026-03-06T08:01:00Z')
  const sent = await team.deliver()
  expect(sent.filter((one) => one.startsWith('U-boss'))).toEqual(['U-boss warning'])
  expect((await digestOf(team, 'U-boss', '2026-03-06')).open.length).toBe(7)
  for (const { episodeId } of others) await answerWarning(team.context, team.leads[2]!, episodeId, note)
  expect((await team.deliver()).filter((one) => one.startsWith('U-boss resolved'))).toHaveLength(7)
})

test('what stands behind a higher one before the digest is sent is not in it, and a digest of nothing else is not sent', async () => {
  const team = await allBehind()
  const [first] = await team.open()
  const silence = (where?: SQL) => database.db.update(warningEpisodes).set({ silenced: true }).where(where)
  await silence(eq(warningEpisodes.episodeId, first!.episodeId))
  expect((await digestOf(team, 'U-boss', '2026-03-06')).open.length).toBe(7)
  await silence()
  expect(await team.deliver()).toEqual([])
})

test('that a promise was not kept stays in a digest that waits, though a higher one has come', async () => {
  const team = await allBehind()
  const [first] = await team.open()
  const { workspaceId } = team
  const digest = { workspaceId, userId: 'U-boss', date: '2026-03-06', number: 1 }
  const line = { episodeId: first!.episodeId, what: 'promise-broken' } as const
  await database.db.transaction((tx) =>
    insertDigestLines(tx, [{ ...digest, lines: [line] }], team.context.clock.now()),
  )
  await database.db.update(warningEpisodes).set({ silenced: true })
  // The message was sent to nobody yet: this is what would be.
  const { open } = await digestOf(team, 'U-boss', '2026-03-06')
  expect(open.map(({ warning }) => warning.episodeId)).toEqual([first!.episodeId])
})

test('a digest that still waits while all of it ends is not sent', async () => {
  const team = await allBehind()
  for (const { episodeId } of await team.open())
    await answerWarning(team.context, team.leads[2]!, episodeId, { kind: 'dismiss', note: 'a trade fair' })
  expect(await team.deliver()).toEqual([])
})

test('beyond eight messages a day a warning waits for the next morning, and is sent then', async () => {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  await team.calls('eva', Object.fromEntries(WEEK.map((date) => [date, 10])))
  await team.calls('ben', Object.fromEntries(WEEK.map((date) => [date, 8])))
  await team.mornings('2026-03-02', '2026-03-05')
  const { workspaceId, teamId } = team
  await database.db.insert(messages).values(
    Array.from({ length: 8 }, (_, index) => ({
      ...{ workspaceId, teamId, messageKey: `other:${index}`, kind: 'target-set', toUserId: 'U-boss' },
      ...{ subject: {}, state: 'delivered' as const, deliveredVersion: 1 },
      createdAt: Temporal.Instant.from('2026-03-06T07:30:00Z'),
    })),
  )
  await team.tickAt('2026-03-06T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning'])
  await team.tickAt('2026-03-09T07:59:00Z')
  expect((await team.deliver()).filter((sent) => sent.startsWith('U-boss'))).toEqual([])
  await team.tickAt('2026-03-09T08:00:00Z')
  expect((await team.deliver()).filter((sent) => sent.startsWith('U-boss'))).toEqual(['U-boss warning'])
})

test('while a digest that waited for the morning is sent, nobody else tells its reader anything', async () => {
  const { workspaceId, teamId, context } = await standupTeam(database.db, {
    zones: {},
    now: '2026-03-06T08:00:00Z',
  })
  const date = day('2026-03-06')
  const item = {
    workspaceId,
    teamId,
    memberId: null,
    date,
    dueKey: `warning-digest:U-boss:${date}:1`,
  } as DueItem
  const isFree = async () => {
    const key = `warned ${workspaceId} U-boss`
    const rows = await database.db.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext(${key})) as free`,
    )
    return rows[0]!.free
  }
  await database.db.transaction(async (tx) => {
    await sendDigests(tx, [item], context.clock.now(), context)
    expect(await isFree()).toBe(false)
  })
  expect(await isFree()).toBe(true)
})
