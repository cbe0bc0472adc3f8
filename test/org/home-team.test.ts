// Leave belongs to the home team: its manager records, sees and cancels it; other teams' managers cannot.

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { homeTeamOf } from '../../src/org/db/home-teams.ts'
import { activeMembers, endMembers, insertMembers, memberOf } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { saveSettings } from '../../src/org/db/settings.ts'
import { archiveTeams, insertTeam } from '../../src/org/db/teams.ts'
import type { HomeTeamMovedFacts } from '../../src/org/domain/message-facts.ts'
import { changeHomeTeam } from '../../src/org/flows/home-teams.ts'
import { loadLeaveFacts } from '../../src/org/flows/load-leave.ts'
import { cancelLeave, recordLeave } from '../../src/org/flows/record-leave.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { testSettings } from '../support/settings.ts'
import { ann, li, manager, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

const sam = testPerson(WORKSPACE, 'USAM', { name: 'Sam' })
const database = usesDatabase()
let context: TestContext
let home: string
let other: string
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  home = (await setUp(context, { holidayCountry: null })).teamId
  other = await anotherTeam('COTHER', sam, WORKSPACE)
  await join(other, ann, '2026-02-02')
})

/** Sam's team. Ann's first day in it is before that in the home team: what counts is in which she was first put. */
async function anotherTeam(channelId: string, by: Person, workspaceId: string): Promise<string> {
  const ref = { workspaceId, teamId: crypto.randomUUID() }
  context.people.set(by.userId, by)
  await savePeople(context.db, [by], context.clock.now())
  const now = context.clock.now()
  await insertTeam(context.db, { ...ref, channelId, managerUserId: by.userId, parentTeamId: null }, now)
  const settings = testSettings({ name: 'Others' })
  const version = { effectiveFrom: date('2026-01-05'), settings, setBy: by.userId, setAt: now }
  await saveSettings(context.db, ref, version)
  return ref.teamId
}

const join = (teamId: string, { workspaceId, userId }: Person, on: string) =>
  insertMembers(
    context.db,
    [
      {
        ...{ workspaceId, teamId, userId, memberId: crypto.randomUUID(), role: 'hunter' },
        ...{ joinedOn: date(on), leftOn: null },
      },
    ],
    context.clock.now(),
  )

async function leave(teamId: string, { userId }: Person): Promise<void> {
  const ref = { workspaceId: WORKSPACE, teamId }
  const ending = (await activeMembers(context.db, ref)).filter((member) => member.userId === userId)
  const leaving = ending.map(({ memberId }) => ({ memberId, leftOn: date('2026-03-01') }))
  await endMembers(context.db, ref, leaving, context.clock.now())
}

const homeOf = ({ userId }: Person) => homeTeamOf(context.db, { workspaceId: WORKSPACE, userId })
const record = (who: Person, of: Person, from: string, to = from) =>
  recordLeave(context, who, of.userId, { from: date(from), to: date(to), part: 'whole' })
const seenBy = async (who: Person) =>
  (await loadLeaveFacts(context, who))?.recorded.map(({ userId }) => userId)
const told = async () =>
  (await context.db.select().from(messages))
    .filter(({ kind }) => kind === 'leave-changed')
    .map(({ toUserId, subject }) => [toUserId, (subject as { change: string }).change])

describe('the manager of another team of the person', () => {
  test('cannot record leave for them, not even 30 days of it', async () => {
    expect(await record(sam, ann, '2026-03-09', '2026-04-07')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await told()).toEqual([])
  })

  test('does not see their leave in the form, and cannot cancel it with a forged id', async () => {
    const recorded = await record(manager, ann, '2026-03-10')
    const leaveId = recorded.ok ? recorded.leave.leaveId : ''
    expect(await seenBy(manager)).toEqual([ann.userId])
    expect(await seenBy(sam)).toEqual([])
    expect(await cancelLeave(context, sam, leaveId)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await seenBy(manager)).toEqual([ann.userId])
  })

  test('of a person of whom they manage no team at all, neither', async () => {
    const recorded = await record(li, li, '2026-03-10')
    const leaveId = recorded.ok ? recorded.leave.leaveId : ''
    expect(await cancelLeave(context, sam, leaveId)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('cannot reach the leave of another workspace, where they manage a team of the same person id', async () => {
    const abroad = { ...sam, workspaceId: 'T2' }
    const twin = { ...ann, workspaceId: 'T2' }
    const theirs = await anotherTeam('CABROAD', abroad, 'T2')
    await join(theirs, twin, '2026-02-02')
    const recorded = await record(ann, ann, '2026-03-10')
    const leaveId = recorded.ok ? recorded.leave.leaveId : ''
    expect(await cancelLeave(context, abroad, leaveId)).toEqual({ ok: false, reason: 'gone' })
    expect(await seenBy(abroad)).toEqual([])
    expect(await seenBy(ann)).toEqual([ann.userId])
  })
})

describe('the person is told', () => {
  test('when somebody else records or cancels leave for them, and not when they do it themselves', async () => {
    const recorded = await record(manager, ann, '2026-03-10')
    expect(await told()).toEqual([[ann.userId, 'recorded']])
    await cancelLeave(context, manager, recorded.ok ? recorded.leave.leaveId : '')
    expect(await told()).toEqual([
      [ann.userId, 'recorded'],
      [ann.userId, 'cancelled'],
    ])
    const own = await record(ann, ann, '2026-03-11')
    await cancelLeave(context, ann, own.ok ? own.leave.leaveId : '')
    expect(await told()).toHaveLength(2)
  })
})

describe('the home team', () => {
  test('is the one that they were in first, whatever the first day in another one', async () => {
    expect(await homeOf(ann)).toBe(home)
  })

  test('stays when they leave another team', async () => {
    await leave(other, ann)
    expect(await homeOf(ann)).toBe(home)
  })

  test('that they leave passes to the next oldest, and does not come back by itself', async () => {
    const third = await anotherTeam('CTHIRD', sam, WORKSPACE)
    await join(third, ann, '2026-02-16')
    await leave(home, ann)
    expect(await homeOf(ann)).toBe(other)
    await join(home, ann, '2026-03-02')
    expect(await memberOf(context.db, WORKSPACE, ann.userId)).toHaveLength(3)
    expect(await homeOf(ann)).toBe(other)
    expect(await record(manager, ann, '2026-03-10')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await record(sam, ann, '2026-03-10')).toMatchObject({ ok: true })
  })

  test('ends with the last membership', async () => {
    await leave(home, ann)
    await leave(other, ann)
    expect(await homeOf(ann)).toBeNull()
    expect(await record(manager, ann, '2026-03-10')).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('that is paused stays the home team: nobody else gets the right to record leave meanwhile', async () => {
    await archiveTeams(context.db, WORKSPACE, context.clock.now())
    const theirs = await anotherTeam('CNEW', sam, WORKSPACE)
    await join(theirs, ann, '2026-03-02')
    expect(await record(sam, ann, '2026-03-10')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await record(ann, ann, '2026-03-10')).toMatchObject({ ok: true })
  })
})

describe('moving the home team', () => {
  const move = (who: Person, teamId: string, of: Person = ann) =>
    changeHomeTeam(context, who, of.userId, teamId)
  const heard = async () => {
    const rows = (await context.db.select().from(messages)).filter(({ kind }) => kind === 'home-team-moved')
    const facts = await Promise.all(
      rows.map((row) => factsOf<HomeTeamMovedFacts>(context.db, row, context.clock.now())),
    )
    return rows.map(({ toUserId }, index) => [toUserId, facts[index]!.team?.teamName ?? null])
  }

  test.each([
    ['the person', ann, [manager, sam]],
    ['the manager of the present home team', manager, [ann, sam]],
  ])('is for %s, and the others are told', async (_, who, told) => {
    expect(await move(who, other)).toEqual({ ok: true })
    expect(await homeOf(ann)).toBe(other)
    const readers = (await heard()).map(([reader]) => reader)
    expect(readers.sort()).toEqual(told.map(({ userId }) => userId).sort())
    expect(await move(manager, home)).toEqual({ ok: false, reason: 'not-allowed' })
    const [event] = await context.db.select().from(auditEvents).where(eq(auditEvents.kind, 'home-team-moved'))
    expect(event).toMatchObject({ kind: 'home-team-moved', actorUserId: who.userId, userId: ann.userId })
  })

  test.each([
    ['the manager of the other team', sam],
    ['a colleague', li],
  ])('is refused to %s', async (_, who) => {
    expect(await move(who, other)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await homeOf(ann)).toBe(home)
  })

  test('to a team in which the person is not is refused, one of another workspace too', async () => {
    expect(await move(manager, other, li)).toEqual({ ok: false, reason: 'gone' })
    expect(await move({ ...ann, workspaceId: 'T2' }, other)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('does not tell the former manager the name of a private team; who is in it reads it', async () => {
    await move(ann, other)
    expect((await heard()).sort()).toEqual([
      [manager.userId, null],
      [sam.userId, 'Others'],
    ])
  })

  test('offers the person their teams by name, and the manager those that they may know', async () => {
    const shown = async (who: Person) =>
      (await loadLeaveFacts(context, who))!.homes.map(({ userId, home: now, others }) => [
        userId,
        now.name,
        others.map(({ name }) => name),
      ])
    expect(await shown(ann)).toEqual([[ann.userId, 'C1', ['Others']]])
    expect(await shown(manager)).toEqual([[ann.userId, 'C1', [null]]])
    expect(await shown(sam)).toEqual([])
    expect(await shown(li)).toEqual([])
  })
})
