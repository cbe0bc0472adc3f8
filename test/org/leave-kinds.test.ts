// Kinds of leave: how they are typed, and that a business trip is no leave while every kind of leave is one.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { workingFraction } from '../../src/org/domain/calendar.ts'
import { isTrip, LEAVE_KINDS, type LeaveKind } from '../../src/org/domain/leave-kind.ts'
import { loadLeaveFacts } from '../../src/org/flows/load-leave.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { presentOf } from '../../src/org/flows/who-acts-for.ts'
import { splitLeaveKind } from '../../src/org/slack/leave-kinds.ts'
import type { TestContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { waiting } from './due.ts'
import { ann, manager, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

describe('a typed line', () => {
  test.each([
    ['tomorrow sick', 'sick', 'tomorrow'],
    ['Sick tomorrow', 'sick', 'tomorrow'],
    ['11/20 出差', 'travel', '11/20'],
    ['11/20出差', 'travel', '11/20'],
    ['明天病假', 'sick', '明天'],
    ['年假 2026-12-01..2026-12-03', 'annual', '2026-12-01..2026-12-03'],
    ['特休 明天', 'annual', '明天'],
    ['事假明天上午', 'personal', '明天上午'],
    ['外勤 11月20日', 'field', '11月20日'],
    ['2026-12-01 business trip', 'travel', '2026-12-01'],
    ['2026-12-01 annual leave', 'annual', '2026-12-01'],
    ['其他 明天', 'other', '明天'],
    ['2026-12-01', null, '2026-12-01'],
    ['sickness 2026-12-01', null, 'sickness 2026-12-01'],
    ['2026-12-01 outfield', null, '2026-12-01 outfield'],
  ] as const)('%s: %s', (line, kind, rest) => {
    expect(splitLeaveKind(line)).toEqual({ kind, rest })
  })
})

describe('of each kind', () => {
  let database: TestDatabase
  let context: TestContext
  let teamId: string
  const MONDAY = Temporal.PlainDate.from('2026-03-02')

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    context = await salesWithoutTeams(database.db)
    teamId = (await setUp(context, { holidayCountry: null })).teamId
  })

  const record = (kind: LeaveKind, who = ann) =>
    recordLeave(context, who, who.userId, { from: MONDAY, to: MONDAY, part: 'whole', kind })

  test.each(LEAVE_KINDS)('%s: asked and counted only on a business trip or in the field', async (kind) => {
    expect(await record(kind)).toMatchObject({ ok: true, leave: { kind } })
    const members = await memberOf(context.db, WORKSPACE, ann.userId)
    const calendars = await calendarsOf(context.db, members, MONDAY)
    expect(workingFraction(calendars.get(members[0]!.memberId)!, MONDAY)).toBe(isTrip(kind) ? 1 : 0)
    const prompts = await waiting(context, teamId)
    expect(prompts.includes('UANN 2026-03-02 08:00Z')).toBe(isTrip(kind))
  })

  test.each(LEAVE_KINDS)('%s: a manager on a business trip still acts for the team', async (kind) => {
    await record(kind, manager)
    const present = await presentOf(context.db, WORKSPACE, [manager.userId], context.clock.now())
    expect(present).toEqual(isTrip(kind) ? [manager.userId] : [])
  })

  test('a business trip with a day of illness is both, and both can be seen and taken back', async () => {
    await record('travel')
    expect(await record('sick')).toMatchObject({ ok: true })
    expect(await record('field')).toMatchObject({ ok: false, reason: 'overlaps' })
    const { recorded } = (await loadLeaveFacts(context, manager))!
    expect(recorded.map(({ kind }) => kind).sort()).toEqual(['sick', 'travel'])
  })
})
