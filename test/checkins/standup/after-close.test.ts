// What comes after the close: the posted summary and the day's board are brought up to date in place, and say so.
import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import type { BoardFacts } from '../../../src/boards/domain/message-facts.ts'
import { boardMessage } from '../../../src/boards/slack/board-message.ts'
import type { StandupSummaryFacts } from '../../../src/checkins/standup/domain/message-facts.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { correctNumber } from '../../../src/numbers/flows/correct-numbers.ts'
import { logNumbers } from '../../../src/numbers/flows/log-numbers.ts'
import { undoAndAnnounce } from '../../../src/numbers/flows/undo-activity.ts'
import { saveHomeTeam } from '../../../src/org/db/home-teams.ts'
import { cancelLeave, recordLeave } from '../../../src/org/flows/record-leave.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { testPerson } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const en = BOT.translator('en')
const BERLIN = 'Europe/Berlin'
const MONDAY = day('2026-03-02')
const TUESDAY = day('2026-03-03')

let on: TestDatabase
let team: Awaited<ReturnType<typeof standupTeam>>
beforeAll(async () => {
  on = await freshDatabase()
})
afterAll(() => on.close())

/** Tuesday's standup has closed at 11:00 with Ana's answer; Ben and Kim have not answered. It is 14:20. */
beforeEach(() => morning())

async function morning(before: (of: typeof team) => Promise<unknown> = async () => {}): Promise<void> {
  team = await standupTeam(on.db, {
    zones: { ana: BERLIN, ben: BERLIN, kim: BERLIN },
    now: '2026-03-02T20:00:00Z',
  })
  await before(team)
  await team.replan('2026-03-02')
  await team.tickAt('2026-03-03T08:00:00Z')
  await team.submit(team.person('ana'), '2026-03-03', { numbers: { calls: 30 }, plan: ['Call Acme'] })
  await team.tickAt('2026-03-03T10:00:00Z')
  await team.markDelivered()
  team.context.moveTo('2026-03-03T13:20:00Z')
}

const summaryKey = (date = TUESDAY) => `summary:${team.teamId}:${date}`
const boardKey = (date = MONDAY) => `board:${team.teamId}:day:${date}`
const summary = async () => (await team.facts(summaryKey())) as unknown as StandupSummaryFacts
const board = async (date = MONDAY) => (await team.facts(boardKey(date))) as unknown as BoardFacts
const textOf = async () => renderStandupSummary(await summary(), en).text
const ranked = async (date = MONDAY) =>
  (await board(date)).board.ranked.map(({ userId, rank, value }) => [userId, rank, value])
const unranked = async () => (await board()).board.notRanked.map(({ userId, reason }) => [userId, reason])
/** Which of the two wait to be edited. */
async function edited() {
  const [posted, boarded] = [await team.message(summaryKey()), await team.message(boardKey())]
  return {
    summary: posted!.version > posted!.deliveredVersion,
    board: boarded!.version > boarded!.deliveredVersion,
  }
}
const log = (name: string, calls: number, sourceKey: string = randomUUID(), date = MONDAY) =>
  logNumbers(team.context, {
    ...{
      who: team.person(name),
      teamId: team.teamId,
      date,
      values: { calls },
      how: 'set',
      source: 'form',
      sourceKey,
    },
  })
const boss = () => testPerson(team.workspaceId, 'U-boss')
const correct = (name: string, value: number) =>
  correctNumber(team.context, boss(), {
    ...{ userId: `U-${name}`, teamId: team.teamId, date: MONDAY, metricKey: 'calls', value },
    ...{ reason: 'counted twice', sourceKey: randomUUID() },
  })

test('at the close the summary and the board are as posted, without a mark', async () => {
  expect(await textOf()).toContain('Closed: 1 of 3 answered\n')
  expect(await textOf()).toContain('*No answer:* ben, kim')
  expect(await unranked()).toEqual([
    ['U-ben', 'no-report'],
    ['U-kim', 'no-report'],
  ])
  expect((await board()).revised).toBeNull()
})

test('a late answer takes "No answer" and "No numbers" away, and both say when they were updated', async () => {
  const filed = await team.submit(team.person('ben'), '2026-03-03', {
    numbers: { calls: 40 },
    plan: ['Visit'],
  })
  expect(filed).toEqual({ ok: true })
  expect(await edited()).toEqual({ summary: true, board: true })
  const text = await textOf()
  expect(text).toContain('Closed: 2 of 3 answered · updated 2:20')
  expect(text).toContain('*No answer:* kim')
  expect(text).toContain('*ben* · after the close')
  expect(await ranked()).toEqual([
    ['U-ben', 1, 40],
    ['U-ana', 2, 30],
  ])
  const shown = boardMessage(await board(), en).text
  expect(shown).toContain('updated 2:20')
  expect(shown).toContain('No numbers: kim')
  expect(shown).not.toContain('No numbers: ben')
})

test('a correction changes both; on a later day the mark has its date', async () => {
  team.context.moveTo('2026-03-04T08:05:00Z')
  expect(await correct('ana', 25)).toEqual({ ok: true })
  expect(await edited()).toEqual({ summary: true, board: true })
  expect(await textOf()).toContain('Calls *25*')
  expect(await textOf()).toContain('updated Wed, Mar 4, 9:05')
  expect(await ranked()).toEqual([['U-ana', 1, 25]])
  for (const locale of ['zh-CN', 'zh-TW'] as const)
    expect(renderStandupSummary(await summary(), BOT.translator(locale)).text).toMatch(/3月4日.*9:05 更新/)
})

test('a correction to the same number changes nothing, and nothing says that it did', async () => {
  await correct('ana', 30)
  expect(await edited()).toEqual({ summary: false, board: false })
  expect(await textOf()).not.toContain('updated')
})

test('numbers without an answer come to the board only; an undo takes them away again', async () => {
  expect(await log('kim', 50, 'form:1')).toMatchObject({ ok: true })
  expect(await edited()).toEqual({ summary: false, board: true })
  expect(await ranked()).toEqual([
    ['U-kim', 1, 50],
    ['U-ana', 2, 30],
  ])
  expect(await undoAndAnnounce(team.context, team.person('kim'), { sourceKey: 'form:1' })).toMatchObject({
    ok: true,
  })
  expect(await ranked()).toEqual([['U-ana', 1, 30]])
  expect(await unranked()).toContainEqual(['U-kim', 'no-report'])
  expect((await board()).revised).not.toBeNull()
  expect(await textOf()).toContain('*No answer:* ben, kim')
})

test('many changes are one message that waits to be edited', async () => {
  await Promise.all([log('ben', 10), log('kim', 20), correct('ana', 31)])
  expect(await ranked()).toEqual([
    ['U-ana', 1, 31],
    ['U-kim', 2, 20],
    ['U-ben', 3, 10],
  ])
  const rows = await on.db.select().from(messages).where(eq(messages.workspaceId, team.workspaceId))
  expect(rows.filter(({ kind }) => kind === 'board')).toHaveLength(1)
})

describe('leave that is recorded afterwards', () => {
  beforeEach(() => saveHomeTeam(on.db, { workspaceId: team.workspaceId, userId: 'U-kim' }, team.teamId))

  test('of the day of the standup: the member is away, not missing', async () => {
    const recorded = await recordLeave(team.context, team.person('kim'), 'U-kim', {
      from: TUESDAY,
      to: TUESDAY,
      part: 'whole',
    })
    expect(recorded).toMatchObject({ ok: true })
    expect(await edited()).toEqual({ summary: true, board: false })
    expect(await textOf()).toContain('*No answer:* ben\n')
    expect(await textOf()).toContain('*Away:* kim (on leave)')
    expect(await textOf()).toContain('updated 2:20')
  })

  test('of the day of the numbers: the board says away, and no longer once it is taken back', async () => {
    const leave = { from: MONDAY, to: MONDAY, part: 'whole' } as const
    const recorded = await recordLeave(team.context, boss(), 'U-kim', leave)
    if (!recorded.ok) throw new Error(recorded.reason)
    expect(await unranked()).toContainEqual(['U-kim', 'away'])
    await cancelLeave(team.context, boss(), recorded.leave.leaveId)
    expect(await unranked()).toContainEqual(['U-kim', 'no-report'])
  })

  test('of a member who has answered: the summary shows the same, and is not marked', async () => {
    await recordLeave(team.context, team.person('ana'), 'U-ana', {
      from: TUESDAY,
      to: TUESDAY,
      part: 'whole',
    })
    expect(await textOf()).not.toContain('updated')
  })
})

test('after leave the numbers come to the board of their own day, days later', async () => {
  const away = ['2026-03-03', '2026-03-04', '2026-03-05']
  await morning((of) => Promise.all(away.map((date) => of.leave('U-ben', date))))
  team.context.moveTo('2026-03-06T08:30:00Z')
  await team.submit(team.person('ben'), '2026-03-06', { numbers: { calls: 12 }, plan: ['Visit'] })
  expect(await ranked()).toEqual([
    ['U-ana', 1, 30],
    ['U-ben', 2, 12],
  ])
  expect(await team.message(boardKey(day('2026-03-05')))).toBeNull()
})

test('what is not kept any more is not posted again', async () => {
  await on.db.delete(messages).where(eq(messages.workspaceId, team.workspaceId))
  await correct('ana', 25)
  expect(await team.message(boardKey())).toBeNull()
  expect(await team.message(summaryKey())).toBeNull()
})

test('on the first working day the recap of last week stands below the board of its last day', async () => {
  await on.db.execute(sql`delete from due_items`)
  team.context.moveTo('2026-03-08T20:00:00Z')
  await team.replan('2026-03-09')
  await team.tickAt('2026-03-09T08:00:00Z')
  await team.submit(team.person('ana'), '2026-03-09', { numbers: { calls: 20 }, plan: ['Call Beta'] })
  await team.tickAt('2026-03-09T10:00:00Z')
  const waiting = await on.db
    .select({ key: messages.messageKey })
    .from(messages)
    .where(
      and(eq(messages.teamId, team.teamId), eq(messages.kind, 'board'), isNotNull(messages.nextAttemptAt)),
    )
    .orderBy(messages.nextAttemptAt, sql`ctid`)
  expect(waiting.map(({ key }) => key)).toEqual([
    boardKey(day('2026-03-06')),
    `board:${team.teamId}:week:2026-03-02`,
  ])
})
