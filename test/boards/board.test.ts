// Boards computed from the database: ranks, absences, movement, and that a board is stored and posted once.

import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { boardSnapshots } from '../../src/boards/db/boards.sql.ts'
import type { BoardFacts } from '../../src/boards/domain/message-facts.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { postDayBoard } from '../../src/boards/flows/post-board.ts'
import { postWeeklyBoards } from '../../src/boards/flows/post-weekly-board.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { saveHomeTeam } from '../../src/org/db/home-teams.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { OutboxMessage } from '../../src/outbox/db/messages.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const database = usesDatabase()
let team: SmallTeam
const date = Temporal.PlainDate.from
const TUESDAY = date('2026-03-03')
const NOW = Temporal.Instant.from('2026-03-03T20:00:00Z')

beforeEach(async () => {
  team = await smallTeam(database.db, [
    { name: 'Ann' },
    { name: 'Bea' },
    { name: 'Cy' },
    { name: 'Dee' },
    { name: 'Eve', role: 'account-manager' },
  ])
})

async function enter(member: Member, values: Record<string, number>, day = TUESDAY, late = false) {
  await database.db.transaction((tx) =>
    recordDay(tx, {
      ...member,
      date: day,
      values,
      metrics: team.metrics,
      source: 'form',
      sourceKey: randomUUID(),
      enteredBy: member.userId,
      now: NOW,
      late,
      implausible: [],
    }),
  )
}

const member = (name: string) => team.members.find(({ userId }) => userId === `U${name}`)!
const wish = () => ({
  workspaceId: team.workspaceId,
  teamId: team.teamId,
  period: 'day' as const,
  date: TUESDAY,
})
const standing = (rows: readonly { userId: string; rank: number; value: number }[]) =>
  rows.map(({ userId, rank, value }) => [userId.slice(1), rank, value])

describe('ranking', () => {
  test('ties share a rank, members without report or on leave are not ranked, roles without the metric are left out', async () => {
    await enter(member('Ann'), { calls: 30 })
    await enter(member('Bea'), { calls: 30 }, TUESDAY, true)
    await enter(member('Eve'), { orders: 3 })
    await takeLeave(database.db, member('Dee'), '2026-03-03', '2026-03-03')
    const facts = (await computeBoard(database.db, wish()))!
    expect(standing(facts.board.ranked)).toEqual([
      ['Ann', 1, 30],
      ['Bea', 1, 30],
    ])
    expect(facts.board.ranked.map(({ marked }) => marked)).toEqual([false, true])
    expect(facts.board.notRanked.map(({ userId, reason }) => [userId, reason])).toEqual([
      ['UCy', 'no-report'],
      ['UDee', 'away'],
    ])
    expect(facts.nameOf.UAnn).toBe('Ann')
    expect(facts.roles).toEqual(['hunter'])
  })

  test('who is on leave on the next day is not said to have no numbers: they come after it', async () => {
    await enter(member('Ann'), { calls: 30 })
    await takeLeave(database.db, member('Cy'), '2026-03-04', '2026-03-05')
    const reasonOfCy = async (of: ReturnType<typeof wish>) =>
      (await computeBoard(database.db, of))!.board.notRanked.find(({ userId }) => userId === 'UCy')?.reason
    expect(await reasonOfCy(wish())).toBe('gives-later')
    // Back on Friday; nothing was entered for Monday either, on which Tuesday's standup asked.
    expect(await reasonOfCy({ ...wish(), date: date('2026-03-02') })).toBe('no-report')
    await enter(member('Cy'), { calls: 31 })
    const facts = (await computeBoard(database.db, wish()))!
    expect(standing(facts.board.ranked)[0]).toEqual(['Cy', 1, 31])
  })

  test('points: everyone within their role, by the weights of their own metrics', async () => {
    await enter(member('Ann'), { calls: 10, visits: 2 })
    await enter(member('Eve'), { renewalsWon: 1, repeatOrders: 2 })
    const facts = (await computeBoard(database.db, { ...wish(), measure: { kind: 'points' } }))!
    expect(standing(facts.board.ranked)).toEqual([
      ['Ann', 1, 30],
      ['Eve', 1, 50],
    ])
    expect(facts.roles).toEqual(['hunter', 'account-manager'])
  })

  test('a ratio divides the sums of the period, it does not average the days', async () => {
    await enter(member('Ann'), { proposals: 1, newCustomers: 1 }, date('2026-03-02'))
    await enter(member('Ann'), { proposals: 9, newCustomers: 1 })
    await enter(member('Bea'), { newCustomers: 3 })
    await enter(member('Cy'), { proposals: 0, newCustomers: 0 })
    const facts = await computeBoard(database.db, {
      ...wish(),
      period: 'week',
      measure: { kind: 'metric', metric: 'proposalWinRate' },
    })
    expect(standing(facts!.board.ranked)).toEqual([['Ann', 1, 200]])
    expect(facts!.board.decimals).toBe(1)
  })

  test('a level counts with its last value', async () => {
    await enter(member('Eve'), { customerSatisfaction: 900 }, date('2026-03-02'))
    await enter(member('Eve'), { customerSatisfaction: 850 })
    const facts = await computeBoard(database.db, {
      ...wish(),
      period: 'month',
      measure: { kind: 'metric', metric: 'customerSatisfaction' },
    })
    expect(standing(facts!.board.ranked)).toEqual([['Eve', 1, 850]])
  })

  test('half of the week on leave is still ranked, more is not', async () => {
    const friday = { ...wish(), period: 'week' as const, date: date('2026-03-06') }
    await enter(member('Ann'), { calls: 5 })
    await enter(member('Bea'), { calls: 5 })
    await takeLeave(database.db, member('Ann'), '2026-03-04', '2026-03-05')
    await takeLeave(database.db, member('Bea'), '2026-03-04', '2026-03-06')
    const { board } = (await computeBoard(database.db, friday))!
    expect(standing(board.ranked)).toEqual([['Ann', 1, 5]])
    expect(board.notRanked.find(({ userId }) => userId === 'UBea')?.reason).toBe('away')
  })

  test('numbers of a day on which leave is recorded afterwards stay: beside the day, and in the sum of the month', async () => {
    const month = { ...wish(), period: 'month' as const, date: date('2026-03-06') }
    await enter(member('Ann'), { calls: 30 })
    await enter(member('Bea'), { calls: 12 })
    await enter(member('Bea'), { calls: 40 }, date('2026-03-02'))
    await takeLeave(database.db, member('Bea'), '2026-03-03', '2026-03-03')
    await saveHomeTeam(database.db, member('Bea'), team.teamId)
    const day = (await computeBoard(database.db, wish()))!
    expect(standing(day.board.ranked)).toEqual([['Ann', 1, 30]])
    const [kept] = day.board.notRanked
    expect(kept).toMatchObject({ userId: 'UBea', reason: 'away', kept: 12 })
    expect(day.onLeave).toEqual(['UBea'])
    expect(standing((await computeBoard(database.db, month))!.board.ranked)).toEqual([
      ['Bea', 1, 52],
      ['Ann', 2, 30],
    ])
  })

  test('a board of another team than the home team does not say that it is leave', async () => {
    await enter(member('Bea'), { calls: 12 })
    await takeLeave(database.db, member('Bea'), '2026-03-03', '2026-03-03')
    await saveHomeTeam(database.db, member('Bea'), randomUUID())
    expect((await computeBoard(database.db, wish()))!.onLeave).toEqual([])
  })

  test('null for a metric that the team does not have', async () => {
    expect(
      await computeBoard(database.db, { ...wish(), measure: { kind: 'metric', metric: 'x' } }),
    ).toBeNull()
    expect(await computeBoard(database.db, { ...wish(), teamId: randomUUID() })).toBeNull()
  })
})

describe('posting', () => {
  const context = () => testContext(database.db, '2026-03-04T10:00:00Z')
  const post = (day = TUESDAY) =>
    database.db.transaction((tx) =>
      postDayBoard(tx, context(), { workspaceId: team.workspaceId, teamId: team.teamId, date: day }),
    )
  const messagesOfTeam = () => database.db.select().from(messages).where(eq(messages.teamId, team.teamId))

  test('a board without ranked members is not posted', async () => {
    expect(await post()).toEqual({ ok: false, reason: 'nobody-reported' })
    expect(await messagesOfTeam()).toEqual([])
  })

  test('stores the board and posts it once, in the team channel', async () => {
    await enter(member('Ann'), { calls: 30 })
    expect(await post()).toEqual({ ok: true })
    await enter(member('Bea'), { calls: 40 })
    expect(await post()).toEqual({ ok: false, reason: 'posted-before' })
    const [message, ...others] = await messagesOfTeam()
    expect(others).toEqual([])
    expect(message).toMatchObject({
      messageKey: `board:${team.teamId}:day:2026-03-03`,
      toChannelId: team.channelId,
      version: 1,
    })
    const facts = await factsOf<BoardFacts>(database.db, message as OutboxMessage, NOW)
    expect(standing(facts!.board.ranked)).toEqual([['Ann', 1, 30]])
    expect(facts).toMatchObject({
      teamName: 'North',
      names: 'top',
      nameOf: { UAnn: 'Ann' },
      metric: { key: 'calls' },
    })
    expect(facts!.board.period.to.toString()).toBe('2026-03-03')
  })

  test('movement is against the board before, if it ranked by the same', async () => {
    await enter(member('Ann'), { calls: 30 }, date('2026-02-27'))
    await enter(member('Bea'), { calls: 20 }, date('2026-02-27'))
    await post(date('2026-02-27'))
    await enter(member('Ann'), { calls: 10, visits: 1 })
    await enter(member('Bea'), { calls: 20, visits: 2 })
    await enter(member('Cy'), { calls: 5, visits: 1 })
    const moved = (await computeBoard(database.db, wish()))!.board.ranked.map(({ userId, movement }) => [
      userId,
      movement,
    ])
    expect(moved).toEqual([
      ['UBea', 1],
      ['UAnn', -1],
      ['UCy', null],
    ])
    const visits = await computeBoard(database.db, {
      ...wish(),
      measure: { kind: 'metric', metric: 'visits' },
    })
    expect(visits!.board.ranked.every(({ movement }) => movement === null)).toBe(true)
  })

  test('nothing for an archived team, neither now nor when a message is about to go', async () => {
    await enter(member('Ann'), { calls: 30 })
    await post()
    await database.db.update(teams).set({ archivedAt: NOW }).where(eq(teams.teamId, team.teamId))
    expect(await post(date('2026-03-04'))).toEqual({ ok: false, reason: 'team-archived' })
    const [message] = await messagesOfTeam()
    expect(await factsOf<BoardFacts>(database.db, message as OutboxMessage, NOW)).toBeNull()
  })

  function weekly(dueAt: string): DueItem {
    const day = date(dueAt.slice(0, 10))
    const at = Temporal.Instant.from(dueAt)
    return {
      workspaceId: team.workspaceId,
      teamId: team.teamId,
      dueKey: `weekly-board:${team.teamId}:${day}`,
      kind: 'weekly-board',
      memberId: null,
      date: day,
      dueAt: at,
      nextAttemptAt: at,
      attempts: 0,
      state: 'waiting',
      reason: null,
      settledAt: null,
    }
  }
  const runWeekly = (item: DueItem, now: string) =>
    database.db.transaction((tx) => postWeeklyBoards(tx, [item], Temporal.Instant.from(now), context()))

  test('the weekly board ranks the whole week before', async () => {
    await enter(member('Ann'), { calls: 10 }, date('2026-03-02'))
    await enter(member('Ann'), { calls: 10 }, date('2026-03-08'))
    await enter(member('Ann'), { calls: 99 }, date('2026-03-09'))
    const [outcome] = await runWeekly(weekly('2026-03-09T08:00:00Z'), '2026-03-09T20:00:00Z')
    expect(outcome).toMatchObject({ state: 'done' })
    const [snapshot] = await database.db
      .select()
      .from(boardSnapshots)
      .where(eq(boardSnapshots.teamId, team.teamId))
    expect(`${snapshot!.fromDate} ${snapshot!.toDate}`).toBe('2026-03-02 2026-03-08')
    expect(standing(snapshot!.rows.ranked)).toEqual([['Ann', 1, 20]])
  })

  test('after a whole week off it ranks the last week in which the team worked', async () => {
    const settings = { holidayCountry: 'CN' }
    team = await smallTeam(database.db, [{ name: 'Ann' }], { settings })
    await enter(member('Ann'), { calls: 10 }, date('2026-02-09'))
    await enter(member('Ann'), { calls: 10 }, date('2026-02-14'))
    const [outcome] = await runWeekly(weekly('2026-02-24T02:00:00Z'), '2026-02-24T03:00:00Z')
    expect(outcome).toMatchObject({ state: 'done' })
    const [snapshot] = await database.db
      .select()
      .from(boardSnapshots)
      .where(eq(boardSnapshots.teamId, team.teamId))
    expect(`${snapshot!.fromDate} ${snapshot!.toDate}`).toBe('2026-02-09 2026-02-15')
  })

  test('more than twelve hours late it is recorded as missed and not posted', async () => {
    const [outcome] = await runWeekly(weekly('2026-03-09T08:00:00Z'), '2026-03-09T20:00:01Z')
    expect(outcome).toMatchObject({ state: 'missed_too_late', reason: expect.stringContaining('12 h') })
    expect(await messagesOfTeam()).toEqual([])
  })
})

test('ten thousand members over a month are all ranked', async () => {
  const { workspaceId, teamId } = team
  await database.db.execute(sql`
    insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
    select ${workspaceId}, gen_random_uuid(), ${teamId}::uuid, 'UX' || n, 'hunter', '2025-01-01'
    from generate_series(1, 10000) n`)
  await database.db.execute(sql`
    insert into people (workspace_id, user_id, name, zone, locale, refreshed_at)
    select ${workspaceId}, 'UX' || n, 'Person ' || n, 'Asia/Shanghai', 'zh-CN', now() from generate_series(1, 10000) n`)
  const months = [1, 2, 3]
  for (const month of months)
    await database.db.execute(sql`
      insert into daily_totals (workspace_id, team_id, date, member_id, totals)
      select ${workspaceId}, ${teamId}::uuid, d::date, member_id, jsonb_build_object('calls', 1 + extract(day from d)::int % 7)
      from generate_series(make_date(2026, ${month}, 1), make_date(2026, ${month}, 1) + 27, '1 day') d, members
      where workspace_id = ${workspaceId} and user_id like 'UX%' and extract(isodow from d) < 6
      order by d, member_id`)
  await database.db.execute(sql`analyze daily_totals`)
  const facts = await computeBoard(database.db, { ...wish(), period: 'month', date: date('2026-03-31') })
  expect(facts!.board.ranked).toHaveLength(10_000)
}, 60_000)
