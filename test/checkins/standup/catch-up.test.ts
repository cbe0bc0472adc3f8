// Standups that do not go by plan: settings and zones change, the bot was away, a team is very large.
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { savePeople } from '../../../src/org/db/people.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'
import * as told from './told.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
// A tick serves every workspace, so each test removes what it leaves waiting.
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const dueOf = (workspaceId: string, names: Record<string, string>) =>
  told.dueOf(database.db, workspaceId, names)
const saidIn = (workspaceId: string) => told.saidIn(database.db, workspaceId)
const statesIn = (workspaceId: string) => told.statesIn(database.db, workspaceId)

describe('planned anew', () => {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }

  test('a change of the prompt time moves what still waits, and only that', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T12:00:00Z')
    await saveSettings(database.db, team, {
      effectiveFrom: day('2026-03-03'),
      settings: { ...team.settings, promptTime: '08:30', remindBeforeCloseMinutes: 0 },
      setBy: 'U-boss',
      setAt: team.context.clock.now(),
    })
    await team.replan('2026-03-01')
    const due = await dueOf(team.workspaceId, { [team.memberId('ben')]: 'ben', [team.teamId]: 'north' })
    const of = (key: string) => due.filter((item) => item.key === key)
    expect(of('prompt:ben:2026-03-03')).toMatchObject([{ dueAt: '2026-03-03T07:30:00Z', state: 'waiting' }])
    expect(of('close:north:2026-03-03')).toMatchObject([{ dueAt: '2026-03-03T09:30:00Z' }])
    expect(of('remind:ben:2026-03-03')).toEqual([])
  })

  test('a move to another zone moves the prompt; one already sent is not sent again', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T08:00:00Z')
    const moved = ['ben', 'eva'].map((name) => ({ ...team.person(name), zone: 'America/New_York' }))
    await savePeople(database.db, moved, team.context.clock.now())
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T14:00:00Z')
    const cards = await database.db
      .select()
      .from(messages)
      .where(sql`workspace_id = ${team.workspaceId} and kind <> 'morning'`)
    expect(cards.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'standup-card 1',
      'standup-card 1',
    ])
    const due = await dueOf(team.workspaceId, { [team.teamId]: 'north' })
    expect(due.find(({ key }) => key === 'close:north:2026-03-03')).toMatchObject({
      dueAt: '2026-03-03T16:00:00Z',
    })
  })

  test('a team set up in the afternoon starts with the next standup, and goes on by itself', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-03T14:00:00Z' })
    await team.replan('2026-03-03')
    const counts = await team.tickAt('2026-03-03T14:01:00Z')
    expect(counts.missed_too_late).toBe(0)
    expect(await saidIn(team.workspaceId)).toEqual([])
    await team.tickAt('2026-03-04T08:00:00Z')
    await team.tickAt('2026-03-05T08:00:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(
      expect.arrayContaining(['standup-card U-ben', 'standup-card U-eva']),
    )
    const cards = (await saidIn(team.workspaceId)).filter((said) => said === 'standup-card U-ben')
    expect(cards).toHaveLength(2)
  })

  test('replanning keeps what is due and not yet done', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T08:00:00Z')
    team.context.moveTo('2026-03-03T10:00:30Z')
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T10:01:00Z')
    expect((await statesIn(team.workspaceId)).map(([, state]) => state)).toEqual(['missed', 'missed'])
  })
})

describe('after downtime', () => {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }

  test('a prompt missed during downtime is sent while the standup is open', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T09:20:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-ben', 'standup-card U-eva'])
  })

  test('members who were never prompted are not shown as missing', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T17:00:00Z')
    await team.submit(team.person('ben'), '2026-03-03', { numbers: { calls: 12 } })
    await team.tickAt('2026-03-03T10:05:00Z')
    expect(await team.facts(`summary:${team.teamId}:2026-03-03`)).toMatchObject({
      ...{ closed: true, expected: 1, missing: [] },
      answers: [{ name: 'ben' }],
    })
    const silent = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await silent.replan('2026-03-03')
    await silent.tickAt('2026-03-03T10:05:00Z')
    expect(await silent.message(`summary:${silent.teamId}:2026-03-03`)).toBeNull()
  })

  test('after the close the prompt is recorded as too late, nobody is missed for it, and the streak holds', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-01T09:00:00Z' })
    await team.replan('2026-03-02')
    await team.tickAt('2026-03-02T08:00:00Z')
    await team.submit(team.person('ben'), '2026-03-02', {})
    await team.tickAt('2026-03-02T10:00:00Z')
    await team.tickAt('2026-03-04T06:00:00Z')
    const due = await dueOf(team.workspaceId, { [team.memberId('ben')]: 'ben', [team.teamId]: 'north' })
    expect(due.find(({ key }) => key === 'prompt:ben:2026-03-03')).toMatchObject({
      state: 'missed_too_late',
      reason: 'closed-before-prompt',
    })
    expect(due.find(({ key }) => key === 'close:north:2026-03-03')).toMatchObject({
      state: 'done',
      reason: 'board-too-late',
    })
    expect(await team.message(`summary:${team.teamId}:2026-03-03`)).toBeNull()
    await team.tickAt('2026-03-04T08:00:00Z')
    await team.submit(team.person('ben'), '2026-03-04', {})
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-04`)).toMatchObject({
      receipt: { streakDays: 2 },
    })
  })
})

describe('in bulk', () => {
  test('500 members of one team are prompted in one go', async () => {
    const zones = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`p${index}`, 'Europe/Berlin']),
    )
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    const counts = await team.tickAt('2026-03-03T08:00:00Z')
    expect(counts).toMatchObject({ skipped: 0, missed_too_late: 0, putOff: 0, failed: 0 })
    expect((await saidIn(team.workspaceId)).filter((said) => said.startsWith('standup-card'))).toHaveLength(
      500,
    )
    const closed = await team.tickAt('2026-03-03T10:00:00Z')
    expect(closed.failed + closed.putOff).toBe(0)
    expect(await statesIn(team.workspaceId)).toHaveLength(500)
  })
})
