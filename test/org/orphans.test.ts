// A team whose manager is gone or on long leave: somebody above is asked who manages it next, and nobody is forgotten.
import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam, setDelegate } from '../../src/org/db/teams.ts'
import { ensurePerson } from '../../src/org/flows/ensure-person.ts'
import { keepManager, nameDelegate, nameManager } from '../../src/org/flows/name-manager.ts'
import { cancelLeave, recordLeave } from '../../src/org/flows/record-leave.ts'
import { channelLost } from '../../src/org/flows/sync-channel.ts'
import { syncPerson } from '../../src/org/flows/sync-person.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import {
  admin,
  ann,
  CHANNEL,
  guest,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  WORKSPACE,
} from './people.ts'

const director = testPerson(WORKSPACE, 'UDIRECTOR', { name: 'Dora' })
const date = (text: string) => Temporal.PlainDate.from(text)
const database = usesDatabase()
let context: TestContext
let teamId: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  context.people.delete(admin.userId)
  context.people.set(director.userId, director)
  teamId = (await setUp(context)).teamId
})

/** Puts the team under one that the director manages. */
async function underTheDirector(): Promise<void> {
  context.channels.set('C-company', [director.userId])
  const start = initialInput(await openSetup(context, director, 'C-company'))
  const company = await setUpTeam(context, director, 'C-company', {
    ...start,
    memberUserIds: [director.userId],
  })
  if (!company.ok) throw new Error(company.reason)
  await database.db.execute(
    `update teams set parent_team_id = '${company.teamId}' where team_id = '${teamId}'`,
  )
}
const knowsAdmin = () => savePeople(database.db, [admin], context.clock.now())
const team = async () => (await loadTeam(context.db, WORKSPACE, teamId))!
const inSlack = async (person: typeof manager) => {
  context.people.set(person.userId, person)
  await syncPerson(context, person, { ...person, changedAt: null })
}
const leaves = () => inSlack({ ...manager, deactivated: true })
const asked = () =>
  context.db
    .select()
    .from(messages)
    .where(eq(messages.kind, 'manager-wanted'))
    .orderBy(asc(messages.createdAt), asc(messages.messageKey))
const askedOf = async () => (await asked()).map(({ toUserId }) => toUserId)
/** What the message says now, to somebody who has it already. */
const stateOf = async (index = 0) => {
  const message = (await asked())[index]!
  const facts = await factsOf(context.db, { ...message, ts: '1.1' }, context.clock.now())
  return (facts as { state: { kind: string } } | null)?.state
}
const leave = (from: string, to: string, who = manager) =>
  recordLeave(context, who, who.userId, { from: date(from), to: date(to), part: 'whole' })
const nextDay = async (instant: string) => {
  context.moveTo(instant)
  await runDue(context, BOT.dueKinds)
}
const audited = async () =>
  (await context.db.select().from(auditEvents).orderBy(auditEvents.at)).map(({ kind, userId }) => [
    kind,
    userId,
  ])

describe('a manager who is gone', () => {
  test('the manager of the team above is asked, once', async () => {
    await underTheDirector()
    await knowsAdmin()
    await leaves()
    await leaves()
    expect(await askedOf()).toEqual([director.userId])
    expect(await stateOf()).toEqual({ kind: 'open', delegateUserId: null, leaveUntil: null })
  })

  test('without a team above an admin is asked, also one whom only Slack knows', async () => {
    context.people.set(admin.userId, admin)
    await leaves()
    expect(await askedOf()).toEqual([admin.userId])
  })

  test('a manager who becomes a guest is asked about as well', async () => {
    await knowsAdmin()
    await inSlack({ ...manager, isGuest: true })
    expect(await askedOf()).toEqual([admin.userId])
  })

  test('if nobody can be asked, it is asked as soon as an admin appears', async () => {
    await leaves()
    expect(await askedOf()).toEqual([])
    await ensurePerson(context, WORKSPACE, ann.userId)
    await inSlack({ ...ann, isAdmin: true })
    expect(await askedOf()).toEqual([ann.userId])
  })

  test('an admin who meets the bot for the first time is asked then', async () => {
    await leaves()
    context.people.set(admin.userId, admin)
    await ensurePerson(context, WORKSPACE, admin.userId)
    expect(await askedOf()).toEqual([admin.userId])
  })

  test('who was asked and then leaves too is followed by the next, and the first message says so', async () => {
    await underTheDirector()
    await knowsAdmin()
    await leaves()
    await inSlack({ ...director, deactivated: true })
    await nextDay('2026-03-03T12:00:00Z')
    expect((await askedOf()).sort()).toEqual([admin.userId, admin.userId, director.userId].sort())
    const index = (await askedOf()).indexOf(director.userId)
    expect(await stateOf(index)).toEqual({ kind: 'passed-on' })
  })

  test('what Slack never told is noticed with the next day’s plan', async () => {
    await knowsAdmin()
    await savePeople(context.db, [{ ...manager, deactivated: true }], context.clock.now())
    await nextDay('2026-03-03T12:00:00Z')
    expect(await askedOf()).toEqual([admin.userId])
  })

  test('comes back: nobody has to be named any more', async () => {
    await knowsAdmin()
    await leaves()
    await inSlack(manager)
    expect(await stateOf()).toEqual({ kind: 'settled', managerUserId: manager.userId })
    expect(await nameManager(context, admin, teamId, ann.userId)).toEqual({ ok: false, reason: 'over' })
  })

  test('and then the channel is archived: the notice goes to the delegate, not to the one who left', async () => {
    await setDelegate(context.db, await team(), ann.userId)
    await leaves()
    await channelLost(context, WORKSPACE, CHANNEL, 'channel-archived')
    const notices = await context.db.select().from(messages).where(eq(messages.kind, 'delivery-problem'))
    expect(notices.map(({ toUserId }) => toUserId)).toEqual([ann.userId])
  })
})

describe('naming the next manager', () => {
  beforeEach(async () => {
    await underTheDirector()
    await leaves()
  })

  test('gives the team to them at once, tells them, keeps a record, and takes the button away', async () => {
    await setDelegate(context.db, await team(), ann.userId)
    expect(await nameManager(context, director, teamId, ann.userId)).toMatchObject({ ok: true })
    expect(await team()).toMatchObject({ managerUserId: ann.userId, delegateUserId: null })
    const told = await context.db.select().from(messages).where(eq(messages.kind, 'team-handed-over'))
    expect(told.map(({ toUserId }) => toUserId)).toEqual([ann.userId])
    expect(await stateOf()).toEqual({ kind: 'settled', managerUserId: ann.userId })
    expect(await audited()).toContainEqual(['manager-changed', ann.userId])
    expect(await nameManager(context, director, teamId, li.userId)).toMatchObject({ reason: 'over' })
  })

  test.each([
    ['the manager who left', manager.userId],
    ['a guest', guest.userId],
    ['an app', 'UBOT'],
    ['somebody unknown', 'UNOBODY'],
  ])('not %s', async (_, userId) => {
    expect(await nameManager(context, director, teamId, userId)).toEqual({ ok: false, reason: 'unusable' })
  })

  test('by nobody in the team, and not by the delegate', async () => {
    await setDelegate(context.db, await team(), ann.userId)
    for (const who of [ann, li, guest])
      expect(await nameManager(context, who, teamId, who.userId)).toEqual({
        ok: false,
        reason: 'not-allowed',
      })
  })

  test('cannot be answered with “keep”: there is nobody to keep', async () => {
    await setDelegate(context.db, await team(), ann.userId)
    expect(await keepManager(context, director, teamId)).toMatchObject({ reason: 'over' })
    expect(await nameDelegate(context, director, teamId, li.userId)).toMatchObject({ reason: 'over' })
  })
})

describe('a long leave', () => {
  beforeEach(async () => {
    await underTheDirector()
  })

  test.each([
    ['nine working days', '2026-03-02', '2026-03-12', []],
    ['ten working days', '2026-03-02', '2026-03-13', [director.userId]],
    ['half a year', '2026-03-02', '2026-08-28', [director.userId]],
    ['one that has not begun', '2026-03-16', '2026-08-28', []],
  ])('%s', async (_, from, to, expected) => {
    expect(await leave(from, to)).toMatchObject({ ok: true })
    expect(await askedOf()).toEqual(expected)
  })

  test('two leaves that follow each other over a weekend count as one', async () => {
    await leave('2026-03-02', '2026-03-06')
    expect(await askedOf()).toEqual([])
    await leave('2026-03-09', '2026-03-13')
    expect(await stateOf()).toMatchObject({ kind: 'open', leaveUntil: date('2026-03-13') })
  })

  test('is asked about when it begins, and settled on the day after', async () => {
    await leave('2026-03-04', '2026-03-20')
    expect(await askedOf()).toEqual([])
    await nextDay('2026-03-04T12:00:00Z')
    expect(await stateOf()).toMatchObject({ kind: 'open' })
    await nextDay('2026-03-23T12:00:00Z')
    expect(await stateOf()).toEqual({ kind: 'settled', managerUserId: manager.userId })
  })

  test('is settled when the leave is cancelled', async () => {
    const recorded = await leave('2026-03-02', '2026-03-20')
    await cancelLeave(context, manager, recorded.ok ? recorded.leave.leaveId : '')
    expect(await stateOf()).toEqual({ kind: 'settled', managerUserId: manager.userId })
  })

  test('keep, the delegate acts: the manager stays, and is not asked about again', async () => {
    await leave('2026-03-02', '2026-03-20')
    expect(await keepManager(context, director, teamId)).toEqual({ ok: false, reason: 'no-delegate' })
    await setDelegate(context.db, await team(), ann.userId)
    expect(await keepManager(context, director, teamId)).toMatchObject({ ok: true })
    const kept = { kind: 'kept', byUserId: director.userId, delegateUserId: ann.userId }
    expect(await stateOf()).toEqual(kept)
    await nextDay('2026-03-03T12:00:00Z')
    expect(await stateOf()).toEqual(kept)
    expect(await askedOf()).toEqual([director.userId])
    expect(await team()).toMatchObject({ managerUserId: manager.userId })
    expect(await audited()).toContainEqual(['manager-kept', manager.userId])
  })

  test('a delegate can be named in the answer, and is told', async () => {
    await leave('2026-03-02', '2026-03-20')
    expect(await nameDelegate(context, director, teamId, manager.userId)).toMatchObject({
      reason: 'unusable',
    })
    expect(await nameDelegate(context, director, teamId, li.userId)).toMatchObject({ ok: true })
    expect(await team()).toMatchObject({ managerUserId: manager.userId, delegateUserId: li.userId })
    const told = await context.db.select().from(messages).where(eq(messages.kind, 'delegate-named'))
    expect(told.map(({ toUserId }) => toUserId)).toEqual([li.userId])
  })

  test('the delegate cannot make it longer', async () => {
    await context.db.execute(
      `insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
       values ('${WORKSPACE}', gen_random_uuid(), '${teamId}', '${manager.userId}', 'hunter', '2026-03-01')`,
    )
    await leave('2026-03-02', '2026-03-20')
    await setDelegate(context.db, await team(), ann.userId)
    const longer = { from: date('2026-03-23'), to: date('2026-06-26'), part: 'whole' as const }
    expect(await recordLeave(context, ann, manager.userId, longer)).toMatchObject({ reason: 'not-allowed' })
    expect(await recordLeave(context, ann, li.userId, longer)).toMatchObject({ ok: true })
  })
})
