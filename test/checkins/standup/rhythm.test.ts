// Prompts, reminders and closes on real Postgres: at each member's own time, once, and never to who is off.

import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import type { StandupSummaryFacts } from '../../../src/checkins/standup/domain/message-facts.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { saveExtraDay } from '../../../src/org/db/extra-days.ts'
import { saveHomeTeam } from '../../../src/org/db/home-teams.ts'
import { endMembers } from '../../../src/org/db/members.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { archiveTeams } from '../../../src/org/db/teams.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { runDue } from '../../../src/schedule/flows/run-due.ts'
import { testContext } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { factsOf } from '../../support/message-facts.ts'
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
    const isCheckin = (key: string) => !/^(?:warnings|actions)-/.test(key)
    expect(
      due.filter(({ key }) => isCheckin(key) && (key.includes('2026-03-03') || key.startsWith('plan'))),
    ).toEqual([
      { key: 'plan:north:2026-03-03', dueAt: '2026-03-02T10:00:00Z', state: 'done', reason: null },
      { key: 'prompt:lin:2026-03-03', dueAt: '2026-03-03T01:00:00Z', state: 'waiting', reason: null },
      { key: 'remind:lin:2026-03-03', dueAt: '2026-03-03T02:30:00Z', state: 'waiting', reason: null },
      {
        ...{ key: 'member-close:north:2026-03-03:2026-03-03T03:00:00Z', dueAt: '2026-03-03T03:00:00Z' },
        ...{ state: 'waiting', reason: null },
      },
      { key: 'prompt:ben:2026-03-03', dueAt: '2026-03-03T08:00:00Z', state: 'waiting', reason: null },
      { key: 'morning:north:2026-03-03', dueAt: '2026-03-03T08:30:00Z', state: 'waiting', reason: null },
      { key: 'remind:ben:2026-03-03', dueAt: '2026-03-03T09:30:00Z', state: 'waiting', reason: null },
      {
        ...{ key: 'member-close:north:2026-03-03:2026-03-03T10:00:00Z', dueAt: '2026-03-03T10:00:00Z' },
        ...{ state: 'waiting', reason: null },
      },
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

  test('a member who closes before the others: their messages stop asking at their own close', async () => {
    const team = await standupTeam(database.db, { zones: THREE_ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    const [card, reminder] = ['standup', 'remind'].map((kind) => `${kind}:${team.memberId('lin')}:2026-03-03`)
    const shown = async () => [await team.facts(card!), await team.facts(reminder!)]
    for (const time of ['01:00', '02:30']) await team.tickAt(`2026-03-03T${time}:00Z`)
    await team.markDelivered()
    expect(await shown()).toMatchObject([{ phase: 'prompt' }, { phase: 'open' }])
    await team.tickAt('2026-03-03T03:00:00Z')
    expect(await shown()).toMatchObject([{ phase: 'missed' }, { phase: 'closed' }])
    const versions = async () => [
      (await team.message(card!))?.version,
      (await team.message(reminder!))?.version,
    ]
    expect(await versions()).toEqual([2, 2])
    await team.tickAt('2026-03-03T15:29:00Z')
    expect(await versions()).toEqual([2, 2])
    // At Lin's midnight the late answer ends too.
    await team.tickAt('2026-03-03T16:00:00Z')
    expect(await versions()).toEqual([3, 2])
    const neverReminded = `remind:${team.memberId('amy')}:2026-03-03`
    expect(await team.message(neverReminded)).toBeNull()
  })

  test('an unanswered reminder loses its button at the close', async () => {
    const team = await standupTeam(database.db, {
      zones: { ben: 'Europe/Berlin' },
      now: '2026-03-02T09:00:00Z',
    })
    await team.replan('2026-03-03')
    for (const time of ['08:00', '09:30']) await team.tickAt(`2026-03-03T${time}:00Z`)
    await team.markDelivered()
    await team.tickAt('2026-03-03T10:00:00Z')
    const key = `remind:${team.memberId('ben')}:2026-03-03`
    expect(await team.facts(key)).toMatchObject({ phase: 'closed' })
    expect((await team.message(key))?.version).toBe(2)
  })

  test('a repeated tick, or a second replica at the same time, sends nothing twice', async () => {
    const team = await standupTeam(database.db, { zones: THREE_ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    const replica = testContext(database.db)
    for (const time of ['01:00', '08:00', '14:00', '16:00']) {
      team.context.moveTo(`2026-03-03T${time}:00Z`)
      replica.moveTo(`2026-03-03T${time}:00Z`)
      await Promise.all([runDue(team.context, BOT.dueKinds), runDue(replica, BOT.dueKinds)])
      if (time === '01:00') await team.submit(team.person('lin'), '2026-03-03', { numbers: { calls: 12 } })
    }
    await team.tickAt('2026-03-03T16:01:00Z')
    const rows = await database.db.select().from(messages).where(sql`workspace_id = ${team.workspaceId}`)
    const versions = rows.map(({ kind, version }) => `${kind} ${version}`).sort()
    // The prompt is the first version of a card, what became of it the second; the answered one then loses "Edit".
    const cards = ['standup-card 2', 'standup-card 2', 'standup-card 3']
    expect(versions).toEqual(['board 1', 'morning 2', ...cards, 'standup-summary 2'])
    const states = (await statesIn(team.workspaceId)).map(([, state]) => state).sort()
    expect(states).toEqual(['answered', 'missed', 'missed'])
  })
})

describe('never asked', () => {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const evening = '2026-03-02T09:00:00Z'

  test('on leave; half a day of leave that begins after the standup is asked', async () => {
    const team = await standupTeam(database.db, { zones, now: evening })
    await team.leave('U-ben', '2026-03-03')
    await team.leave('U-eva', '2026-03-03', 'afternoon')
    await team.replan('2026-03-03')
    for (const time of ['08:00', '10:00']) await team.tickAt(`2026-03-03T${time}:00Z`)
    expect(await saidIn(team.workspaceId)).not.toContain('standup-card U-ben')
    const rows = await dueOf(team.workspaceId, { [team.memberId('eva')]: 'eva' })
    expect(rows.map(({ key }) => key)).toContain('prompt:eva:2026-03-03')
    expect(await team.facts(`summary:${team.teamId}:2026-03-03`)).toMatchObject({
      expected: 1,
      away: [{ name: 'ben', reason: 'leave' }],
    })
  })

  test('another team than the home team is told that somebody is away, and not that it is leave', async () => {
    const team = await standupTeam(database.db, { zones, now: evening })
    const { workspaceId, teamId } = team
    await saveHomeTeam(database.db, { workspaceId, userId: 'U-ben' }, crypto.randomUUID())
    await team.leave('U-ben', '2026-03-03')
    await team.leave('U-eva', '2026-03-03')
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T10:00:00Z')
    const summary = { workspaceId, kind: 'standup-summary', teamId, subject: { date: '2026-03-03' } }
    const facts = await factsOf<StandupSummaryFacts>(database.db, summary as never, team.context.clock.now())
    expect(facts!.away).toEqual([
      { name: 'ben', reason: null },
      { name: 'eva', reason: 'leave' },
    ])
    expect(renderStandupSummary(facts!, BOT.translator('en')).text).toContain('*Away:* ben, eva (on leave)')
  })

  test('who travels is asked and counted; the home team is told where, another team is not', async () => {
    const team = await standupTeam(database.db, { zones, now: evening })
    const { workspaceId, teamId } = team
    await saveHomeTeam(database.db, { workspaceId, userId: 'U-ben' }, crypto.randomUUID())
    for (const userId of ['U-ben', 'U-eva']) await team.leave(userId, '2026-03-03', 'whole', 'travel')
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T08:00:00Z')
    expect(await saidIn(workspaceId)).toContain('standup-card U-ben')
    await team.tickAt('2026-03-03T10:00:00Z')
    const facts = await team.facts(`summary:${teamId}:2026-03-03`)
    expect(facts).toMatchObject({
      ...{ expected: 2, missing: ['ben', 'eva'], away: [] },
      elsewhere: [{ name: 'eva', kind: 'travel' }],
    })
    const { text } = renderStandupSummary(facts as never, BOT.translator('en'))
    expect(text).toContain('*Out of the office:* eva (travelling)')
  })

  test.each(['annual', 'personal', 'sick', 'other'] as const)(
    '%s: the summary says that it is leave, and not of which kind',
    async (kind) => {
      const team = await standupTeam(database.db, { zones, now: evening })
      await team.leave('U-ben', '2026-03-03', 'whole', kind)
      await team.replan('2026-03-03')
      for (const time of ['08:00', '10:00']) await team.tickAt(`2026-03-03T${time}:00Z`)
      const facts = await team.facts(`summary:${team.teamId}:2026-03-03`)
      expect(facts).toMatchObject({ away: [{ name: 'ben', reason: 'leave' }], elsewhere: [] })
      expect(JSON.stringify(facts)).not.toMatch(/annual|personal|sick|other/)
    },
  )

  test('off for the morning in which it lies: not asked, not missed, free to file, and the streak holds', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-01T09:00:00Z' })
    const ben = team.person('ben')
    await team.leave('U-ben', '2026-03-03', 'morning')
    await team.replan('2026-03-02')
    await team.tickAt('2026-03-02T08:00:00Z')
    await team.submit(ben, '2026-03-02', {})
    for (const time of ['02T10:00', '03T08:00', '03T09:30']) await team.tickAt(`2026-03-${time}:00Z`)
    const of = (date: string) => `standup:${team.memberId('ben')}:2026-03-${date}`
    expect(await team.message(of('03'))).toBeNull()
    await team.tickAt('2026-03-03T10:00:00Z')
    const summary = () => team.facts(`summary:${team.teamId}:2026-03-03`)
    expect(await summary()).toMatchObject({
      ...{ expected: 1, missing: ['eva'] },
      away: [{ name: 'ben', reason: 'leave' }],
    })
    await team.tickAt('2026-03-03T13:00:00Z')
    expect(await team.submit(ben, '2026-03-03', { plan: ['Call Acme'] })).toEqual({ ok: true })
    expect(await summary()).toMatchObject({ expected: 2, answers: [{ name: 'ben', late: false }], away: [] })
    expect(await team.facts(of('03'))).toMatchObject({ receipt: { streakDays: 2, late: false } })
  })

  test('who did not file on such a day keeps the streak too', async () => {
    const team = await standupTeam(database.db, { zones, now: '2026-03-01T09:00:00Z' })
    await team.leave('U-ben', '2026-03-03', 'morning')
    await team.replan('2026-03-02')
    await team.tickAt('2026-03-02T08:00:00Z')
    await team.submit(team.person('ben'), '2026-03-02', {})
    for (const time of ['03T10:00', '04T08:00']) await team.tickAt(`2026-03-${time}:00Z`)
    await team.submit(team.person('ben'), '2026-03-04', {})
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-04`)).toMatchObject({
      receipt: { streakDays: 2 },
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
    await endMembers(
      database.db,
      team,
      [{ memberId: team.memberId('ben'), leftOn: day('2026-03-02') }],
      team.context.clock.now(),
    )
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
