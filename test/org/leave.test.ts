// Leave and extra days: who may record them, overlaps, and the effect on pending and posted prompts.

import { beforeEach, describe, expect, test } from 'vitest'
import { STANDUP_MESSAGES } from '../../src/checkins/standup/domain/standup-messages.ts'
import type { Person } from '../../src/core/person.ts'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { type LeavePart, workingFraction } from '../../src/org/domain/calendar.ts'
import { changeExtraDay, loadDays } from '../../src/org/flows/change-extra-days.ts'
import { loadLeaveFacts } from '../../src/org/flows/load-leave.ts'
import { cancelLeave, recordLeave } from '../../src/org/flows/record-leave.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { waiting } from './due.ts'
import { admin, ann, li, manager, salesWithoutTeams, setUp, stranger, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
})

const record = (who: Person, of: Person, from: string, to = from, part: LeavePart = 'whole') =>
  recordLeave(context, who, of.userId, { from: date(from), to: date(to), part })

async function fractions(of: Person, ...days: string[]): Promise<number[]> {
  const members = await memberOf(context.db, WORKSPACE, of.userId)
  const calendars = await calendarsOf(context.db, members, date('2026-03-04'))
  return days.map((day) => workingFraction(calendars.get(members[0]!.memberId)!, date(day)))
}

describe('leave', () => {
  test('recorded by the rep cancels the prompts of these days only', async () => {
    expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
    expect(await record(ann, ann, '2026-03-02', '2026-03-03')).toMatchObject({ ok: true })
    expect(await waiting(context, teamId)).not.toContainEqual(expect.stringContaining('UANN'))
    expect(await fractions(ann, '2026-03-02', '2026-03-03', '2026-03-04')).toEqual([0, 0, 1])
  })

  test('by the manager for anyone in the team, by nobody else for others', async () => {
    expect(await record(manager, li, '2026-03-05')).toMatchObject({ ok: true })
    for (const who of [ann, stranger, admin, { ...manager, workspaceId: 'T2' }])
      expect(await record(who, li, '2026-03-06'), who.userId).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await record(manager, stranger, '2026-03-06')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await record(stranger, stranger, '2026-03-06')).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('of a morning leaves half a day; with the afternoon the whole day is free', async () => {
    await record(ann, ann, '2026-03-04', '2026-03-04', 'morning')
    expect(await fractions(ann, '2026-03-04')).toEqual([0.5])
    expect(await record(ann, ann, '2026-03-04', '2026-03-04', 'afternoon')).toMatchObject({ ok: true })
    expect(await fractions(ann, '2026-03-04')).toEqual([0])
  })

  test.each([
    ['one day of them', '2026-03-12', '2026-03-20', 'whole', 'overlaps'],
    ['half of one of them', '2026-03-11', '2026-03-11', 'morning', 'overlaps'],
    ['an end before the start', '2026-04-02', '2026-04-01', 'whole', 'ends-before-start'],
    ['more than a year', '2026-04-01', '2027-04-02', 'whole', 'too-long'],
    ['long ago', '2026-01-02', '2026-01-02', 'whole', 'too-far-back'],
    ['in the far future', '2030-01-02', '2030-01-02', 'whole', 'too-far-ahead'],
  ] as const)('is refused for %s', async (_, from, to, part, reason) => {
    await record(ann, ann, '2026-03-10', '2026-03-12')
    expect(await record(ann, ann, from, to, part)).toMatchObject({ ok: false, reason })
  })

  test('recorded twice at the same moment is recorded once', async () => {
    const both = await Promise.all([record(ann, ann, '2026-03-10'), record(manager, ann, '2026-03-10')])
    expect(both).toEqual([both[1], both[0]])
    expect(both[0]).toMatchObject({ ok: true })
  })

  test('can be taken back, once, by the same people; the prompts come back', async () => {
    const recorded = await record(manager, ann, '2026-03-02')
    const leaveId = recorded.ok ? recorded.leave.leaveId : ''
    expect(await cancelLeave(context, li, leaveId)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await cancelLeave(context, { ...ann, workspaceId: 'T2' }, leaveId)).toEqual({
      ok: false,
      reason: 'gone',
    })
    expect(await cancelLeave(context, ann, leaveId)).toMatchObject({ ok: true })
    expect(await cancelLeave(context, ann, leaveId)).toEqual({ ok: false, reason: 'gone' })
    expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
  })

  test('after the prompt was posted updates the posted card, without a new message', async () => {
    const [place] = await memberOf(context.db, WORKSPACE, ann.userId)
    const card = STANDUP_MESSAGES.card({ ...place!, date: date('2026-03-02') })
    await context.db.transaction((tx) => enqueueMessage(tx, context, [card]))
    await record(ann, ann, '2026-03-02', '2026-03-04')
    const messageOf = (messageKey: string) => findMessage(context.db, { workspaceId: WORKSPACE, messageKey })
    expect(await messageOf(card.key)).toMatchObject({ version: 2 })
    expect(await messageOf(`standup:${place!.memberId}:2026-03-03`)).toBeNull()
    expect(await messageOf(`summary:${teamId}:2026-03-02`)).toBeNull()
  })

  test('reps see their own, managers that of their team, strangers none', async () => {
    await record(ann, ann, '2026-03-10')
    await record(li, li, '2026-03-09')
    const shown = async (who: Person) =>
      (await loadLeaveFacts(context, who))?.recorded.map((leave) => leave.userId) ?? null
    expect(await shown(ann)).toEqual([ann.userId])
    expect(await shown(manager)).toEqual([li.userId, ann.userId])
    expect(await shown(stranger)).toBeNull()
  })
})

describe('extra days', () => {
  const set = (who: Person, day: string, kind: 'on' | 'off' | 'normal') =>
    changeExtraDay(context, who, teamId, { date: date(day), kind })

  test('turn a working day off and a Saturday on, and back', async () => {
    expect(await set(manager, '2026-03-02', 'off')).toEqual({ ok: true })
    expect(await set(manager, '2026-03-07', 'on')).toEqual({ ok: true })
    expect(await fractions(li, '2026-03-03', '2026-03-07')).toEqual([1, 1])
    expect(await waiting(context, teamId)).not.toContainEqual(expect.stringContaining('2026-03-02'))
    expect(await set(manager, '2026-03-02', 'normal')).toEqual({ ok: true })
    expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
    const days = await loadDays(context, { workspaceId: WORKSPACE, teamId })
    expect(days.recorded).toEqual([{ date: date('2026-03-07'), kind: 'on' }])
  })

  test('only the manager can set them, and only from today on', async () => {
    for (const who of [ann, stranger, { ...manager, workspaceId: 'T2' }])
      expect(await set(who, '2026-03-07', 'on')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await set(manager, '2026-03-01', 'off')).toEqual({ ok: false, reason: 'past' })
    expect(await set(manager, '2029-03-01', 'off')).toEqual({ ok: false, reason: 'too-far-ahead' })
  })
})
