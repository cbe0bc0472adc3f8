// Leave on days that are past: a rep's is put to the manager, and until the answer nothing changes.
import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { metricsOfTeam } from '../../src/numbers/db/metrics.ts'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { leaveRequests } from '../../src/org/db/leave-requests.sql.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { setDelegate, setManager } from '../../src/org/db/teams.ts'
import { workingFraction } from '../../src/org/domain/calendar.ts'
import type { LeaveKind } from '../../src/org/domain/leave-kind.ts'
import { answerLeaveRequest, withdrawLeaveRequest } from '../../src/org/flows/leave-requests.ts'
import { loadLeaveFacts } from '../../src/org/flows/load-leave.ts'
import { cancelLeave, recordLeave } from '../../src/org/flows/record-leave.ts'
import { syncPerson } from '../../src/org/flows/sync-person.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { toldByDm } from '../support/told-by-dm.ts'
import { admin, ann, li, manager, salesWithoutTeams, setUp, stranger, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
const date = Temporal.PlainDate.from
/** Wednesday; the team was set up on Monday of the week before. */
const NOW = '2026-03-11T12:00:00Z'
const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY] = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-13'] as const

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
  await savePeople(context.db, [...context.people.values()], context.clock.now())
  context.moveTo(NOW)
})

const record = (who: Person, of: Person, from: string, to = from, kind: LeaveKind = 'sick') =>
  recordLeave(context, who, of.userId, { from: date(from), to: date(to), part: 'whole', kind })
const requests = () => context.db.select().from(leaveRequests).orderBy(leaveRequests.askedAt)
const states = async () => (await requests()).map(({ state }) => state)
const answer = async (who: Person, to: 'accept' | 'decline' = 'accept') =>
  answerLeaveRequest(context, who, (await requests()).at(-1)!.requestId, to)
const deliver = () =>
  context.db.execute("update messages set ts = '1.1', state = 'delivered', next_attempt_at = null")
const textsTo = async (userId: string, kind: string) =>
  (await toldByDm(context))
    .filter((told) => told.userId === userId && told.kind === kind)
    .map(({ message }) => message.text)

async function fractions(of: Person, ...days: string[]): Promise<number[]> {
  const [member] = await memberOf(context.db, WORKSPACE, of.userId)
  const calendar = (await calendarsOf(context.db, [member!], date(WEDNESDAY))).get(member!.memberId)!
  return days.map((day) => workingFraction(calendar, date(day)))
}

async function calls(of: Person, day: string, value = 12): Promise<void> {
  const [member] = await memberOf(context.db, WORKSPACE, of.userId)
  const metrics = [...(await metricsOfTeam(context.db, WORKSPACE, teamId)).values()]
  await context.db.transaction((tx) =>
    recordDay(tx, {
      ...member!,
      ...{ date: date(day), values: { calls: value }, metrics, source: 'form', late: false, implausible: [] },
      ...{ sourceKey: crypto.randomUUID(), enteredBy: of.userId, now: context.clock.now() },
    }),
  )
}
describe('a rep who records leave from Monday to Friday on Wednesday', () => {
  test('is on leave from today on at once; the days before are put to the manager', async () => {
    const recorded = await record(ann, ann, MONDAY, FRIDAY)
    expect(recorded).toMatchObject({
      ...{ ok: true, onlyAsked: false, leave: { from: date(WEDNESDAY), to: date(FRIDAY) } },
      asked: { userId: manager.userId, leave: { from: date(MONDAY), to: date(TUESDAY), kind: 'sick' } },
    })
    expect(await fractions(ann, MONDAY, TUESDAY, WEDNESDAY, FRIDAY)).toEqual([1, 1, 0, 0])
    const [asked] = await textsTo(manager.userId, 'leave-request')
    expect(asked).toContain('asks for leave on days that are past')
    expect(asked).toContain('Sick leave')
    expect(await textsTo(ann.userId, 'leave-outcome')).toEqual([])
  })

  test('is on leave on all days when the manager agrees, and hears it once', async () => {
    await record(ann, ann, MONDAY, FRIDAY)
    await deliver()
    expect(await answer(manager)).toEqual({ ok: true })
    expect(await answer(manager)).toEqual({ ok: false, reason: 'over' })
    expect(await fractions(ann, MONDAY, TUESDAY, WEDNESDAY, FRIDAY)).toEqual([0, 0, 0, 0])
    expect(await textsTo(ann.userId, 'leave-outcome')).toEqual([expect.stringContaining('has agreed')])
    expect(await textsTo(ann.userId, 'leave-changed')).toEqual([])
    expect((await textsTo(manager.userId, 'leave-request'))[0]).toContain('has agreed')
  })

  test('stays as it is on the past days when the manager does not agree', async () => {
    await record(ann, ann, MONDAY, FRIDAY)
    await answer(manager, 'decline')
    expect(await fractions(ann, MONDAY, TUESDAY, WEDNESDAY)).toEqual([1, 1, 0])
    expect((await textsTo(ann.userId, 'leave-outcome'))[0]).toContain('Nothing changes on these days')
    const kinds = (await context.db.select().from(auditEvents)).map(({ kind, after }) => [kind, after])
    expect(kinds.filter(([kind]) => kind === 'leave-request')).toEqual([
      ['leave-request', 'waiting'],
      ['leave-request', 'declined'],
    ])
  })

  test('cannot ask about the same days twice, and the manager can record them without being asked', async () => {
    await record(ann, ann, MONDAY)
    expect(await record(ann, ann, MONDAY)).toMatchObject({ ok: false, reason: 'asked-already' })
    expect(await record(manager, ann, MONDAY)).toMatchObject({ ok: true, asked: null })
    expect(await states()).toEqual(['pointless'])
    expect(await answer(manager)).toEqual({ ok: false, reason: 'over' })
  })
})

describe('a rep who has asked', () => {
  const asked = async () => (await requests()).at(-1)!

  test('can take the question back; the manager sees it, nothing changes, and it can be asked again', async () => {
    await record(ann, ann, MONDAY)
    await deliver()
    expect(await withdrawLeaveRequest(context, ann, (await asked()).leaveId)).toMatchObject({ ok: true })
    expect(await states()).toEqual(['withdrawn'])
    expect((await textsTo(manager.userId, 'leave-request'))[0]).toContain('The request was withdrawn')
    expect(await textsTo(ann.userId, 'leave-outcome')).toEqual([])
    expect(await answer(manager)).toEqual({ ok: false, reason: 'over' })
    expect(await fractions(ann, MONDAY)).toEqual([1])
    expect(await record(ann, ann, MONDAY)).toMatchObject({ ok: true, onlyAsked: true })
  })

  test('cannot take back what was answered, nor can anybody take back somebody else’s', async () => {
    await record(ann, ann, MONDAY)
    for (const who of [manager, li, stranger])
      expect(await withdrawLeaveRequest(context, who, (await asked()).leaveId)).toMatchObject({ ok: false })
    expect(await states()).toEqual(['waiting'])
    await answer(manager)
    expect(await withdrawLeaveRequest(context, ann, (await asked()).leaveId)).toMatchObject({ ok: false })
    expect(await fractions(ann, MONDAY)).toEqual([0])
  })
})

describe('days with numbers', () => {
  beforeEach(() => calls(ann, TUESDAY))

  const form = (who: Person, from: string, to: string) =>
    recordLeave(
      context,
      who,
      ann.userId,
      { from: date(from), to: date(to), part: 'whole', kind: 'sick' },
      'ask-about-numbers',
    )

  test('are listed to the rep before anything is recorded, to the manager in the question, and stay', async () => {
    expect(await form(ann, MONDAY, FRIDAY)).toEqual({
      ...{ ok: false, reason: 'confirm', askedUserId: manager.userId },
      numberDays: [date(TUESDAY)],
    })
    expect(await fractions(ann, MONDAY, WEDNESDAY)).toEqual([1, 1])
    expect(await record(ann, ann, MONDAY, FRIDAY)).toMatchObject({ numberDays: [date(TUESDAY)] })
    expect((await textsTo(manager.userId, 'leave-request'))[0]).toContain('Numbers on Tue, Mar 10 are kept.')
    await answer(manager)
    expect((await textsTo(ann.userId, 'leave-outcome'))[0]).toContain('Numbers on Tue, Mar 10 are kept.')
    const [member] = await memberOf(context.db, WORKSPACE, ann.userId)
    const totals = await dayTotals(context.db, WORKSPACE, member!.memberId, date(TUESDAY))
    expect(totals.calls?.value).toBe(12)
  })

  test('are shown to the manager before she records leave for her rep', async () => {
    expect(await form(manager, MONDAY, TUESDAY)).toEqual({
      ...{ ok: false, reason: 'confirm', askedUserId: null },
      numberDays: [date(TUESDAY)],
    })
    expect(await fractions(ann, TUESDAY)).toEqual([1])
    expect(await record(manager, ann, MONDAY, TUESDAY)).toMatchObject({ ok: true, asked: null })
    expect(await fractions(ann, MONDAY, TUESDAY)).toEqual([0, 0])
  })

  test('do not hold up a business trip, which takes nothing from any day', async () => {
    const trip = { from: date(MONDAY), to: date(TUESDAY), part: 'whole', kind: 'travel' } as const
    const recorded = await recordLeave(context, ann, ann.userId, trip, 'ask-about-numbers')
    expect(recorded).toMatchObject({ ok: true, asked: null, numberDays: [] })
    expect(await requests()).toEqual([])
  })
})

describe('nobody has to be asked', () => {
  test.each([
    ['about days from today on', ann, WEDNESDAY, FRIDAY],
    ['about a weekend', ann, '2026-03-07', '2026-03-08'],
    ['about days on which the person was in no team yet', ann, '2026-02-24', '2026-02-26'],
    ['by a manager who is in no team', manager, MONDAY, TUESDAY],
  ] as const)('%s', async (_, who, from, to) => {
    expect(await record(who, who, from, to)).toMatchObject({ ok: true, asked: null })
    expect(await requests()).toEqual([])
  })
})

describe('who is asked', () => {
  const team = () => ({ workspaceId: WORKSPACE, teamId })

  test('whoever acts for the manager; nobody else can answer, the rep least of all', async () => {
    await setDelegate(context.db, team(), li.userId)
    await record(manager, manager, WEDNESDAY)
    expect(await record(ann, ann, MONDAY)).toMatchObject({ asked: { userId: li.userId } })
    for (const who of [ann, stranger, admin, { ...manager, workspaceId: 'T2' }])
      expect(await answer(who), who.userId).toEqual({ ok: false, reason: 'not-asked' })
    expect(await answer(li)).toEqual({ ok: true })
  })

  test('about the leave of a rep who stands in for the manager: an admin, who is not told the kind', async () => {
    await setDelegate(context.db, team(), ann.userId)
    await record(manager, manager, WEDNESDAY)
    expect(await record(ann, ann, MONDAY)).toMatchObject({ asked: { userId: admin.userId } })
    const [text] = await textsTo(admin.userId, 'leave-request')
    expect(text).toContain('Mar 9')
    expect(text).not.toContain('Sick')
    expect(await answer(ann)).toEqual({ ok: false, reason: 'not-asked' })
    expect(await answer(admin)).toEqual({ ok: true })
  })

  test('about the manager’s own days in the team: not themself, and not the delegate', async () => {
    await setManager(context.db, team(), ann.userId)
    await setDelegate(context.db, team(), li.userId)
    expect(await record(ann, ann, MONDAY)).toMatchObject({ asked: { userId: admin.userId } })
    expect(await answer(li)).toEqual({ ok: false, reason: 'not-asked' })
  })

  test('where nobody is left it counts at once, and is on record', async () => {
    await setManager(context.db, team(), ann.userId)
    await savePeople(context.db, [{ ...admin, isAdmin: false }], context.clock.now())
    expect(await record(ann, ann, MONDAY)).toMatchObject({ ok: true, asked: null })
    expect((await context.db.select().from(auditEvents)).at(-1)).toMatchObject({
      ...{ kind: 'leave-recorded', actorUserId: ann.userId, userId: ann.userId },
    })
  })

  test('an admin after three working days without an answer; in the end nothing changes', async () => {
    await record(ann, ann, MONDAY)
    await deliver()
    context.moveTo('2026-03-16T12:00:00Z')
    await runDue(context, BOT.dueKinds)
    expect((await requests())[0]).toMatchObject({ state: 'waiting', askedUserId: admin.userId })
    expect((await textsTo(manager.userId, 'leave-request'))[0]).toContain('is asked now')
    context.moveTo('2026-03-19T12:00:00Z')
    await runDue(context, BOT.dueKinds)
    expect(await states()).toEqual(['unanswered'])
    expect(await fractions(ann, MONDAY)).toEqual([1])
    expect(await textsTo(ann.userId, 'leave-outcome')).toHaveLength(1)
  })

  test('somebody else at once when who was asked is deactivated', async () => {
    await record(ann, ann, MONDAY)
    context.people.set(manager.userId, { ...manager, deactivated: true })
    await syncPerson(context, manager, null)
    expect((await requests())[0]).toMatchObject({ state: 'waiting', askedUserId: admin.userId })
  })
})

describe('past leave', () => {
  const recorded = async (from: string, to = from) => {
    const done = await record(manager, ann, from, to)
    return done.ok ? done.leave.leaveId : ''
  }

  test('of the last 31 days is shown to the person and the manager, and to nobody else', async () => {
    await recorded(MONDAY)
    await recorded('2026-03-03')
    context.moveTo('2026-04-04T08:00:00Z')
    const shown = async (who: Person) =>
      (await loadLeaveFacts(context, who))?.recorded.map(({ from }) => String(from)) ?? null
    expect(await shown(ann)).toEqual([MONDAY])
    expect(await shown(manager)).toEqual([MONDAY])
    expect(await shown(li)).toEqual([])
    context.moveTo('2026-04-03T08:00:00Z')
    expect(await shown(ann)).toEqual(['2026-03-03', MONDAY])
  })

  test('is taken back by the manager at once, and the person is told', async () => {
    expect(await cancelLeave(context, manager, await recorded(MONDAY))).toMatchObject({
      ok: true,
      asked: null,
    })
    expect(await fractions(ann, MONDAY)).toEqual([1])
    expect(await textsTo(ann.userId, 'leave-changed')).toContainEqual(
      expect.stringContaining('has cancelled your leave'),
    )
  })

  test('is taken back by the person when the manager agrees', async () => {
    const leaveId = await recorded(MONDAY)
    expect(await cancelLeave(context, ann, leaveId)).toMatchObject({ asked: { userId: manager.userId } })
    expect(await fractions(ann, MONDAY)).toEqual([0])
    expect(await cancelLeave(context, ann, leaveId)).toEqual({ ok: false, reason: 'asked-already' })
    const [waiting] = (await loadLeaveFacts(context, manager))!.waiting
    expect(waiting).toMatchObject({ userId: ann.userId, wish: 'cancel', leaveId })
    await answer(manager)
    expect(await fractions(ann, MONDAY)).toEqual([1])
    expect(await cancelLeave(context, ann, leaveId)).toEqual({ ok: false, reason: 'gone' })
  })

  test('that has begun ends with yesterday; its past days stay and can be taken back by themselves', async () => {
    const leaveId = await recorded(MONDAY, FRIDAY)
    const cut = await cancelLeave(context, ann, leaveId)
    expect(cut).toMatchObject({ ok: true, asked: null, leave: { from: date(WEDNESDAY), to: date(FRIDAY) } })
    expect(await fractions(ann, MONDAY, TUESDAY, WEDNESDAY, FRIDAY)).toEqual([0, 0, 1, 1])
    expect(await cancelLeave(context, ann, leaveId)).toMatchObject({ asked: { userId: manager.userId } })
    expect(await cancelLeave(context, manager, leaveId)).toMatchObject({ ok: true, asked: null })
    expect(await states()).toEqual(['pointless'])
    expect(await fractions(ann, MONDAY, FRIDAY)).toEqual([1, 1])
  })

  test('that is over for more than 31 days stays, also with a forged id', async () => {
    const leaveId = await recorded(MONDAY)
    context.moveTo('2026-04-10T12:00:00Z')
    for (const who of [ann, manager])
      expect(await cancelLeave(context, who, leaveId)).toEqual({ ok: false, reason: 'too-far-back' })
  })
})

test('two answers at the same moment count once', async () => {
  await record(ann, ann, MONDAY)
  const both = await Promise.all([answer(manager), answer(manager, 'decline')])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('in a team whose zone is ahead, yesterday there is past although it is today where the person is', async () => {
  const people = { ...ann, zone: 'America/Los_Angeles' }
  await savePeople(context.db, [people], context.clock.now())
  await context.db.execute(
    `update team_settings set settings = settings || '{"zoneRule":"team","zone":"Asia/Shanghai"}' where team_id = '${teamId}'`,
  )
  context.moveTo('2026-03-11T02:00:00Z')
  expect(await record(people, people, TUESDAY)).toMatchObject({
    onlyAsked: true,
    asked: { userId: manager.userId },
  })
})
