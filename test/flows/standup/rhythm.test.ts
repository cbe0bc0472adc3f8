// Prompts, reminders and closes on real Postgres: at each member's own time, once, and never to who is off.
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dueItems } from '../../../src/db/due.sql.ts'
import { saveExtraDay } from '../../../src/db/extra-days.ts'
import { endMembers } from '../../../src/db/members.ts'
import { notices } from '../../../src/db/notices.sql.ts'
import { savePeople } from '../../../src/db/people.ts'
import { saveSettings } from '../../../src/db/settings.ts'
import { standups } from '../../../src/db/standups.sql.ts'
import { archiveTeams } from '../../../src/db/teams.ts'
import { DUE_HANDLERS } from '../../../src/flows/due-handlers.ts'
import { runDue } from '../../../src/flows/run-due.ts'
import { testContext } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
// A tick serves every workspace: what one test leaves waiting is none of the next one's business.
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** What was due in a workspace, by key with names for ids. */
async function dueOf(workspaceId: string, names: Record<string, string>) {
  const rows = await database.db
    .select()
    .from(dueItems)
    .where(sql`workspace_id = ${workspaceId}`)
    .orderBy(dueItems.dueAt, dueItems.dueKey)
  const named = (key: string) => {
    let text = key
    for (const [id, name] of Object.entries(names)) text = text.replace(id, name)
    return text
  }
  return rows.map(({ dueKey, dueAt, state, reason }) => ({
    key: named(dueKey),
    dueAt: dueAt.toString(),
    state,
    reason,
  }))
}
async function saidIn(workspaceId: string) {
  const rows = await database.db.select().from(notices).where(sql`workspace_id = ${workspaceId}`)
  return rows
    .map(({ kind, toUserId, toChannelId }) => `${kind} ${toUserId ?? (toChannelId && 'channel')}`)
    .sort()
}
async function statesIn(workspaceId: string) {
  const rows = await database.db.select().from(standups).where(sql`workspace_id = ${workspaceId}`)
  return rows.map(({ memberId, state }) => [memberId, state])
}

const THREE_ZONES = { lin: 'Asia/Shanghai', ben: 'Europe/Berlin', amy: 'America/New_York' }

describe('plan of a day', () => {
  test('each member at 9:00 of their own clock, the close with the last of them, and the next plan', async () => {
    const team = await standupTeam(database.db, { zones: THREE_ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T10:00:00Z')
    const due = await dueOf(team.workspaceId, {
      [team.memberId('lin')]: 'lin',
      [team.memberId('ben')]: 'ben',
      [team.memberId('amy')]: 'amy',
      [team.teamId]: 'north',
    })
    expect(due.filter(({ key }) => key.includes('2026-03-03') || key.startsWith('plan'))).toEqual([
      { key: 'plan:north:2026-03-03', dueAt: '2026-03-02T10:00:00Z', state: 'done', reason: null },
      { key: 'prompt:lin:2026-03-03', dueAt: '2026-03-03T01:00:00Z', state: 'waiting', reason: null },
      { key: 'remind:lin:2026-03-03', dueAt: '2026-03-03T02:30:00Z', state: 'waiting', reason: null },
      { key: 'prompt:ben:2026-03-03', dueAt: '2026-03-03T08:00:00Z', state: 'waiting', reason: null },
      { key: 'remind:ben:2026-03-03', dueAt: '2026-03-03T09:30:00Z', state: 'waiting', reason: null },
      { key: 'plan:north:2026-03-04', dueAt: '2026-03-03T10:00:00Z', state: 'waiting', reason: null },
      { key: 'prompt:amy:2026-03-03', dueAt: '2026-03-03T14:00:00Z', state: 'waiting', reason: null },
      { key: 'remind:amy:2026-03-03', dueAt: '2026-03-03T15:30:00Z', state: 'waiting', reason: null },
      { key: 'close:north:2026-03-03', dueAt: '2026-03-03T16:00:00Z', state: 'waiting', reason: null },
    ])
  })

  test('a whole day: prompt and reminder to who is silent, missed and a summary at the close', async () => {
    const team = await standupTeam(database.db, { zones: THREE_ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T01:00:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-lin'])
    await team.submit(team.person('lin'), '2026-03-03', { plan: ['Call Acme'], numbers: { calls: 12 } })
    await team.tickAt('2026-03-03T02:30:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-lin', 'standup-summary channel'])
    for (const time of ['08:00', '09:31', '14:00', '15:30', '16:00'])
      await team.tickAt(`2026-03-03T${time}:00Z`)
    expect(await saidIn(team.workspaceId)).toEqual([
      'board channel',
      'standup-card U-amy',
      'standup-card U-ben',
      'standup-card U-lin',
      'standup-reminder U-amy',
      'standup-reminder U-ben',
      'standup-summary channel',
    ])
    expect(await statesIn(team.workspaceId)).toEqual(
      expect.arrayContaining([
        [team.memberId('lin'), 'answered'],
        [team.memberId('ben'), 'missed'],
        [team.memberId('amy'), 'missed'],
      ]),
    )
    await team.markDelivered()
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-03`)).toMatchObject({ phase: 'missed' })
    expect(await team.facts(`summary:${team.teamId}:2026-03-03`)).toMatchObject({
      closed: true,
      expected: 3,
      missing: ['amy', 'ben'],
      answers: [{ name: 'lin', plan: ['Call Acme'] }],
    })
  })

  test('the same tick again, and a second replica at the same time, say nothing twice', async () => {
    const team = await standupTeam(database.db, { zones: THREE_ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    const replica = testContext(database.db)
    for (const time of ['01:00', '08:00', '14:00', '16:00']) {
      team.context.moveTo(`2026-03-03T${time}:00Z`)
      replica.moveTo(`2026-03-03T${time}:00Z`)
      await Promise.all([runDue(team.context, DUE_HANDLERS), runDue(replica, DUE_HANDLERS)])
      if (time === '01:00') await team.submit(team.person('lin'), '2026-03-03', { numbers: { calls: 12 } })
    }
    await team.tickAt('2026-03-03T16:01:00Z')
    const rows = await database.db.select().from(notices).where(sql`workspace_id = ${team.workspaceId}`)
    const versions = rows.map(({ kind, version }) => `${kind} ${version}`).sort()
    // The prompt is the first version of a card, what became of it at the close the second.
    const cards = Array(3).fill('standup-card 2')
    expect(versions).toEqual(['board 1', ...cards, 'standup-summary 2'])
    const states = (await statesIn(team.workspaceId)).map(([, state]) => state).sort()
    expect(states).toEqual(['answered', 'missed', 'missed'])
  })
})

describe('never asked', () => {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const evening = '2026-03-02T09:00:00Z'

  test('on leave; half a day of leave is asked', async () => {
    const team = await standupTeam(database.db, { zones, now: evening })
    await team.leave('U-ben', '2026-03-03')
    await team.leave('U-eva', '2026-03-03', 'morning')
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T10:00:00Z')
    expect(await saidIn(team.workspaceId)).not.toContain('standup-card U-ben')
    const rows = await dueOf(team.workspaceId, { [team.memberId('eva')]: 'eva' })
    expect(rows.map(({ key }) => key)).toContain('prompt:eva:2026-03-03')
    expect(await team.facts(`summary:${team.teamId}:2026-03-03`)).toMatchObject({
      expected: 1,
      away: [{ name: 'ben', reason: 'leave' }],
    })
  })

  test('leave that was recorded after the plan: the prompt is skipped, and sent after all when it is cancelled', async () => {
    const team = await standupTeam(database.db, { zones, now: evening })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T12:00:00Z')
    await team.leave('U-ben', '2026-03-03')
    await team.tickAt('2026-03-03T08:00:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-eva'])
    await database.db.execute(
      sql`update leaves set cancelled_at = now() where workspace_id = ${team.workspaceId}`,
    )
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T08:20:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-ben', 'standup-card U-eva'])
  })

  test('on a holiday of the country; on an adjusted working Saturday everyone is', async () => {
    const china = { zones: { lin: 'Asia/Shanghai' }, settings: { holidayCountry: 'CN' } }
    const holiday = await standupTeam(database.db, { ...china, now: '2026-02-16T09:00:00Z' })
    await holiday.replan('2026-02-17')
    await holiday.tickAt('2026-02-18T00:00:00Z')
    expect(await saidIn(holiday.workspaceId)).toEqual([])
    const saturday = await standupTeam(database.db, { ...china, now: '2026-02-27T09:00:00Z' })
    await saturday.replan('2026-02-28')
    await saturday.tickAt('2026-02-28T01:00:00Z')
    expect(day('2026-02-28').dayOfWeek).toBe(6)
    expect(await saidIn(saturday.workspaceId)).toEqual(['standup-card U-lin'])
  })

  test("on the team's own day off, after leaving, when deactivated, in a paused team", async () => {
    const off = await standupTeam(database.db, { zones, now: evening })
    await saveExtraDay(
      database.db,
      off,
      { date: day('2026-03-03'), kind: 'off' },
      { by: 'U-boss', at: off.context.clock.now() },
    )
    await off.replan('2026-03-03')
    await off.tickAt('2026-03-03T12:00:00Z')
    expect(await saidIn(off.workspaceId)).toEqual([])

    const team = await standupTeam(database.db, { zones, now: evening })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T12:00:00Z')
    await endMembers(database.db, team, [{ memberId: team.memberId('ben'), leftOn: day('2026-03-02') }])
    await savePeople(database.db, [{ ...team.person('eva'), deactivated: true }], team.context.clock.now())
    await team.tickAt('2026-03-03T10:00:00Z')
    expect(await saidIn(team.workspaceId)).toEqual([])

    const paused = await standupTeam(database.db, { zones, now: evening })
    await paused.replan('2026-03-03')
    await paused.tickAt('2026-03-02T12:00:00Z')
    await archiveTeams(database.db, paused.workspaceId, paused.context.clock.now())
    const counts = await paused.tickAt('2026-03-03T10:00:00Z')
    expect(await saidIn(paused.workspaceId)).toEqual([])
    expect(counts.skipped).toBeGreaterThanOrEqual(3)
  })
})

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
    const cards = await database.db.select().from(notices).where(sql`workspace_id = ${team.workspaceId}`)
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

  test('what is due by now and not yet done is left for the tick', async () => {
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

  test('within the window the prompt catches up', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T09:20:00Z')
    expect(await saidIn(team.workspaceId)).toEqual(['standup-card U-ben', 'standup-card U-eva'])
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
    expect(await team.notice(`summary:${team.teamId}:2026-03-03`)).toBeNull()
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
    expect(team.context.enqueued).toHaveLength(500)
    const closed = await team.tickAt('2026-03-03T10:00:00Z')
    expect(closed.failed + closed.putOff).toBe(0)
    expect(await statesIn(team.workspaceId)).toHaveLength(500)
  })
})
