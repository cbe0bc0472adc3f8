// The prompt's four buttons on real Postgres: as planned, fill in, off today, in 15 minutes; each of them once, whatever is pressed how often.
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { planItems } from '../../../src/checkins/standup/db/standups.sql.ts'
import type { StandupCardFacts } from '../../../src/checkins/standup/domain/message-facts.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { logNumbers } from '../../../src/numbers/flows/log-numbers.ts'
import { leaves } from '../../../src/org/db/teams.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { day, standupTeam } from './team.ts'
import * as told from './told.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const DATE = '2026-03-03'
/** Prompted at 9:00 in Berlin; reminded at 10:30, closed at 11:00. */
async function prompted() {
  const team = await standupTeam(database.db, {
    zones: { ben: 'Europe/Berlin' },
    now: '2026-03-02T00:00:00Z',
  })
  await team.replan('2026-03-02')
  await team.tickAt('2026-03-02T08:00:00Z')
  return team
}
type Team = Awaited<ReturnType<typeof prompted>>

async function onTuesday(team: Team) {
  await team.tickAt(`${DATE}T08:00:00Z`)
  await team.markDelivered()
  const ben = at(team.context, team.person('ben'))
  const press = (actionId: string, date = DATE) =>
    ben.click(actionId, JSON.stringify({ team: team.teamId, date }))
  return { ...ben, press }
}

const card = (team: Team) =>
  team.facts(`standup:${team.memberId('ben')}:${DATE}`) as Promise<StandupCardFacts | null>
const log = (team: Team, values: Record<string, number>, sourceKey: string) =>
  logNumbers(team.context, {
    ...{ who: team.person('ben'), teamId: team.teamId, date: day('2026-03-02'), values },
    ...{ how: 'add', source: 'command', sourceKey },
  })
const planOf = async (team: Team) =>
  (await database.db.select().from(planItems).where(sql`workspace_id = ${team.workspaceId}`))
    .map(({ text, date, outcome }) => `${date} ${text}: ${outcome ?? 'open'}`)
    .sort()
const tick = (team: Team, text: string) =>
  database.db
    .update(planItems)
    .set({ tickedAt: team.context.clock.now() })
    .where(sql`workspace_id = ${team.workspaceId} and text = ${text}`)

describe('As planned', () => {
  test('files what is logged and what is ticked off; the rest of the plan is carried on', async () => {
    const team = await prompted()
    await team.submit(team.person('ben'), '2026-03-02', { plan: ['Call Acme', 'Offer to Bolt'] })
    await tick(team, 'Call Acme')
    await log(team, { calls: 32 }, 'one')
    const ben = await onTuesday(team)
    expect(await card(team)).toMatchObject({
      known: { numbers: [{ value: 32 }], done: ['Call Acme'], open: ['Offer to Bolt'] },
    })
    await ben.press(STANDUP.asPlanned)
    expect(ben.seen).toMatchObject({ views: [], said: [] })
    expect(await card(team)).toMatchObject({
      ...{ phase: 'receipt', known: null },
      receipt: { numbers: [{ value: 32 }], done: ['Call Acme'], plan: ['Offer to Bolt'], streakDays: 2 },
    })
    expect(await planOf(team)).toEqual([
      '2026-03-02 Call Acme: done',
      '2026-03-02 Offer to Bolt: carried',
      '2026-03-03 Offer to Bolt: open',
    ])
  })

  test('pressed twice, and at the same moment, it is one answer, and a number logged meanwhile stays', async () => {
    const team = await prompted()
    await log(team, { calls: 32 }, 'one')
    const ben = await onTuesday(team)
    await Promise.all([
      ben.press(STANDUP.asPlanned),
      log(team, { calls: 3 }, 'two'),
      ben.press(STANDUP.asPlanned),
    ])
    await ben.press(STANDUP.asPlanned)
    expect(ben.seen).toMatchObject({ views: [], said: [] })
    expect(await card(team)).toMatchObject({ receipt: { numbers: [{ value: 35 }] } })
    const rows = await database.db.execute(
      sql`select revision from standups where workspace_id = ${team.workspaceId} and date = ${DATE}`,
    )
    expect([...rows]).toEqual([{ revision: 1 }])
  })

  test('a number that is logged after the prompt went out is shown by the prompt', async () => {
    const team = await prompted()
    await onTuesday(team)
    await log(team, { calls: 32 }, 'one')
    const waiting = await database.db.execute(
      sql`select message_key from messages where workspace_id = ${team.workspaceId} and next_attempt_at is not null`,
    )
    expect([...waiting]).toEqual([{ message_key: `standup:${team.memberId('ben')}:${DATE}` }])
    expect(await card(team)).toMatchObject({ known: { numbers: [{ value: 32 }] } })
  })

  test('what was answered by the form stays as it is', async () => {
    const team = await prompted()
    await log(team, { calls: 32 }, 'one')
    const ben = await onTuesday(team)
    await team.submit(team.person('ben'), DATE, { plan: ['Visit Bolt'], numbers: { calls: 40 } })
    await ben.press(STANDUP.asPlanned)
    expect(await card(team)).toMatchObject({
      receipt: { numbers: [{ value: 40 }], plan: ['Visit Bolt'] },
    })
  })

  test('where nothing is known the form opens, and nothing is filed', async () => {
    const team = await prompted()
    await team.submit(team.person('ben'), '2026-03-02', { plan: ['Call Acme'] })
    const ben = await onTuesday(team)
    await ben.press(STANDUP.asPlanned)
    expect(ben.seen.views).toHaveLength(1)
    expect(await card(team)).toMatchObject({ phase: 'prompt' })
  })

  test('lines that are ticked off do not stand for the numbers: without one the form opens', async () => {
    const team = await prompted()
    await team.submit(team.person('ben'), '2026-03-02', { plan: ['Call Acme'] })
    await tick(team, 'Call Acme')
    const ben = await onTuesday(team)
    await ben.press(STANDUP.asPlanned)
    expect(ben.seen.views).toHaveLength(1)
    expect(await card(team)).toMatchObject({ phase: 'prompt' })
  })

  test('after the close the form opens instead, because the answer will be marked', async () => {
    const team = await prompted()
    await log(team, { calls: 32 }, 'one')
    const ben = await onTuesday(team)
    team.context.moveTo(`${DATE}T10:00:00Z`)
    await ben.press(STANDUP.asPlanned)
    expect(JSON.stringify(ben.seen.views)).toContain('marked as after the close')
    expect(await card(team)).toMatchObject({ phase: 'missed' })
  })

  test('for a standup that is not one’s own nothing happens', async () => {
    const team = await prompted()
    const other = await prompted()
    const ben = await onTuesday(team)
    await ben.click(STANDUP.asPlanned, JSON.stringify({ team: other.teamId, date: DATE }))
    await ben.click(STANDUP.snooze, JSON.stringify({ team: other.teamId, date: DATE }))
    await ben.click(STANDUP.offToday, JSON.stringify({ team: other.teamId, date: DATE }))
    await ben.click(STANDUP.snooze, 'forged')
    const views = JSON.stringify(ben.seen.views)
    expect(views).toContain('You are not in this team')
    expect(ben.seen.said).toHaveLength(3)
    expect(await card(other)).toBeNull()
  })
})

describe('In 15 minutes', () => {
  const reminders = async (team: Team) =>
    (await told.saidIn(database.db, team.workspaceId)).filter((one) => one.startsWith('standup-reminder'))
      .length

  test('one reminder then, however often it is pressed; the prompt says when and has no such button any more', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    team.context.moveTo(`${DATE}T08:05:00Z`)
    await Promise.all([ben.press(STANDUP.snooze), ben.press(STANDUP.snooze)])
    await ben.press(STANDUP.snooze)
    expect(ben.seen.said).toEqual([])
    expect((await card(team))?.snoozedUntil?.toString()).toBe(`${DATE}T08:20:00Z`)
    await team.tickAt(`${DATE}T08:19:00Z`)
    expect(await reminders(team)).toBe(0)
    await team.tickAt(`${DATE}T08:20:00Z`)
    await team.tickAt(`${DATE}T08:21:00Z`)
    expect(await reminders(team)).toBe(1)
    // Half an hour before the close everybody is reminded who has not answered.
    await team.tickAt(`${DATE}T09:30:00Z`)
    expect(await reminders(team)).toBe(2)
  })

  test('shortly before the reminder of everybody it takes its place, and stays before the close', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    team.context.moveTo(`${DATE}T09:20:00Z`)
    await ben.press(STANDUP.snooze)
    for (const time of ['09:30', '09:34', '09:35', '09:50']) await team.tickAt(`${DATE}T${time}:00Z`)
    expect(await reminders(team)).toBe(1)
    expect(await team.facts(`snooze:${team.memberId('ben')}:${DATE}`)).toMatchObject({ phase: 'open' })
    expect(await team.facts(`remind:${team.memberId('ben')}:${DATE}`)).toBeNull()
  })

  test('shortly after it nobody is reminded again', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    team.context.moveTo(`${DATE}T09:14:00Z`)
    await ben.press(STANDUP.snooze)
    for (const time of ['09:29', '09:30', '09:31', '09:50']) await team.tickAt(`${DATE}T${time}:00Z`)
    expect(await reminders(team)).toBe(1)
  })

  test.each([
    ['09:50', '09:55'],
    ['09:54', '09:55'],
    ['09:55', null],
    ['09:59', null],
  ])('at %s, close at 10:00: reminded at %s', async (now, until) => {
    const team = await prompted()
    const ben = await onTuesday(team)
    team.context.moveTo(`${DATE}T${now}:00Z`)
    await ben.press(STANDUP.snooze)
    expect((await card(team))?.snoozedUntil?.toString() ?? null).toBe(until && `${DATE}T${until}:00Z`)
    expect(ben.seen.said.join()).toContain(until ? '' : 'It closes at 11:00 AM')
  })

  test('whoever has answered or is off meanwhile is not reminded, and a reminder that was sent stops asking', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    await ben.press(STANDUP.snooze)
    await team.tickAt(`${DATE}T08:15:00Z`)
    await team.markDelivered()
    await team.submit(team.person('ben'), DATE, { plan: ['Visit Bolt'] })
    expect(await team.facts(`snooze:${team.memberId('ben')}:${DATE}`)).toMatchObject({ phase: 'answered' })
    const waiting = await database.db.execute(
      sql`select message_key from messages where workspace_id = ${team.workspaceId} and next_attempt_at is not null`,
    )
    expect(JSON.stringify([...waiting])).toContain('snooze:')

    const other = await prompted()
    const eva = await onTuesday(other)
    await eva.press(STANDUP.snooze)
    await eva.press(STANDUP.offToday)
    await other.tickAt(`${DATE}T08:15:00Z`)
    expect(await reminders(other)).toBe(0)
  })

  test('at the close the reminder that was sent says that it is over', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    await ben.press(STANDUP.snooze)
    await team.tickAt(`${DATE}T08:15:00Z`)
    await team.markDelivered()
    await team.tickAt(`${DATE}T10:00:00Z`)
    expect(await team.facts(`snooze:${team.memberId('ben')}:${DATE}`)).toMatchObject({ phase: 'closed' })
    await ben.press(STANDUP.snooze)
    expect(await reminders(team)).toBe(1)
  })
})

describe('Off today', () => {
  const leaveOf = async (team: Team) =>
    (await database.db.select().from(leaves).where(sql`workspace_id = ${team.workspaceId}`)).map(
      ({ fromDate, toDate, part }) => `${fromDate} ${toDate} ${part}`,
    )

  test('records leave for that day, once, with an Undo; the prompt asks no more', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    await Promise.all([ben.press(STANDUP.offToday), ben.press(STANDUP.offToday)])
    await ben.press(STANDUP.offToday)
    expect(await leaveOf(team)).toEqual([`${DATE} ${DATE} whole`])
    expect(ben.seen.said).toHaveLength(1)
    expect(ben.seen.said[0]).toContain('Your leave is recorded')
    expect(await card(team)).toMatchObject({ phase: 'excused' })
  })

  test('not for a standup that is answered, or over', async () => {
    const team = await prompted()
    const ben = await onTuesday(team)
    await team.submit(team.person('ben'), DATE, { plan: ['Visit Bolt'] })
    await ben.press(STANDUP.offToday)
    expect(ben.seen.said).toEqual([])
    const other = await prompted()
    const eva = await onTuesday(other)
    other.context.moveTo(`${DATE}T10:00:00Z`)
    await eva.press(STANDUP.offToday)
    expect(eva.seen.said.join()).toContain('/kpi leave')
    expect([...(await leaveOf(team)), ...(await leaveOf(other))]).toEqual([])
  })
})
