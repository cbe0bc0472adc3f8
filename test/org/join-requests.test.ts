// Adding someone who is in another team: their manager is asked first, and until then the new team does not ask them for anything.

import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { joinRequests } from '../../src/org/db/join-requests.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { archiveTeams, setManager } from '../../src/org/db/teams.ts'
import type { JoinRequestState } from '../../src/org/domain/join-request.ts'
import { changeMembers, type MembersChange } from '../../src/org/flows/change-members.ts'
import { answerJoinRequest } from '../../src/org/flows/join-requests.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { syncPerson } from '../../src/org/flows/sync-person.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { toldByDm } from '../support/told-by-dm.ts'
import { waiting } from './due.ts'
import { admin, ann, li, manager, openSetup, salesWithoutTeams, setUp, teamOn, WORKSPACE } from './people.ts'

/** Sets up South and wants Ann, who is in North. */
const sam = testPerson(WORKSPACE, 'USAM', { name: 'Sam' })
/** Manages the team above North. */
const dirk = testPerson(WORKSPACE, 'UDIRK', { name: 'Dirk' })
const SOUTH_CHANNEL = 'C2'

const database = usesDatabase()
let context: TestContext
let north: string
let south: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  await context.db.execute('truncate join_requests, audit_events')
  for (const person of [sam, dirk]) context.people.set(person.userId, person)
  await savePeople(context.db, [...context.people.values()], context.clock.now())
  context.channels.set(SOUTH_CHANNEL, [sam.userId])
  context.channels.set('C3', [dirk.userId])
  const above = await setUpBy(dirk, 'C3', [dirk.userId])
  north = (await setUp(context, { name: 'North', holidayCountry: null }, [ann.userId, li.userId])).teamId
  await context.db.execute(`update teams set parent_team_id = '${above}' where team_id = '${north}'`)
  south = await setUpBy(sam, SOUTH_CHANNEL, [sam.userId])
})

async function setUpBy(who: Person, channelId: string, memberUserIds: readonly string[]): Promise<string> {
  const start = initialInput(await openSetup(context, who, channelId))
  const settings = { ...start.settings, name: `Team of ${who.name}`, holidayCountry: null }
  const done = await setUpTeam(context, who, channelId, { ...start, settings, memberUserIds })
  if (!done.ok) throw new Error(done.reason)
  return done.teamId
}

const change = (who: Person, teamId: string, of: Partial<MembersChange>) =>
  changeMembers(context, who, teamId, { placed: [], removed: [], role: 'hunter', ...of })
const wantAnn = () => change(sam, south, { placed: [ann.userId] })
const requests = () => context.db.select().from(joinRequests).orderBy(joinRequests.requestId)
const states = async () => (await requests()).map(({ state }) => state)
const requestId = async () => (await requests())[0]!.requestId
const answer = async (who: Person, to: 'accept' | 'decline' = 'accept') =>
  answerJoinRequest(context, who, await requestId(), to)
const inSouth = () => teamOn(context, south, '2026-03-10')
/** As if all were delivered, so that what follows edits it. */
const deliver = () =>
  context.db.execute("update messages set ts = '1.1', state = 'delivered', next_attempt_at = null")
const textsTo = async (userId: string, kind: string) =>
  (await toldByDm(context))
    .filter((told) => told.userId === userId && told.kind === kind)
    .map(({ message }) => JSON.stringify(message))

describe('who is in no other team, or is added by their own manager', () => {
  test('is added at once', async () => {
    const stranger = context.people.get('USTRANGER')!
    expect(await change(sam, south, { placed: [stranger.userId] })).toMatchObject({
      joined: [stranger.userId],
      waiting: [],
    })
    const here = testPerson(WORKSPACE, manager.userId)
    await setManager(context.db, { workspaceId: WORKSPACE, teamId: south }, here.userId)
    expect(await change(manager, south, { placed: [ann.userId] })).toMatchObject({ joined: [ann.userId] })
    expect(await requests()).toEqual([])
  })

  test('the manager of another team than the one they joined first is not enough', async () => {
    context.moveTo('2026-03-03T07:00:00Z')
    await wantAnn()
    await answer(manager)
    context.channels.set('C4', [sam.userId])
    const start = initialInput(await openSetup(context, sam, 'C4'))
    const done = await setUpTeam(context, sam, 'C4', { ...start, memberUserIds: [ann.userId] })
    expect(done).toMatchObject({ ok: true, memberCount: 0, waiting: [{ askedUserId: manager.userId }] })
  })
})

describe('by whatever way somebody of another team is wanted, their manager is asked', () => {
  const asked = { waiting: [expect.objectContaining({ userId: ann.userId, askedUserId: manager.userId })] }

  test.each<[string, () => Promise<unknown>]>([
    ['the form of members', wantAnn],
    [
      'the settings of a team',
      async () => {
        const start = initialInput(await openSetup(context, sam, SOUTH_CHANNEL))
        return changeTeam(context, sam, south, SOUTH_CHANNEL, {
          ...start,
          memberUserIds: [sam.userId, ann.userId],
        })
      },
    ],
    [
      'a new team',
      async () => {
        context.channels.set('C4', [sam.userId])
        const start = initialInput(await openSetup(context, sam, 'C4'))
        return setUpTeam(context, sam, 'C4', { ...start, memberUserIds: [ann.userId] })
      },
    ],
    ['an admin', () => change(admin, south, { placed: [ann.userId] })],
    [
      'the person themself',
      async () => {
        await setManager(context.db, { workspaceId: WORKSPACE, teamId: south }, ann.userId)
        return change(ann, south, { placed: [ann.userId] })
      },
    ],
  ])('%s', async (_, want) => {
    expect(await want()).toMatchObject({ ok: true, ...asked })
    expect(await states()).toEqual(['waiting'])
    expect(await inSouth()).toEqual([sam.userId])
    expect(await waiting(context, south)).not.toContainEqual(expect.stringContaining(ann.userId))
    expect(await textsTo(manager.userId, 'join-request')).toEqual([expect.stringContaining('joining.accept')])
    expect(await textsTo(ann.userId, 'member-added')).toHaveLength(1)
  })

  test('twice, or at the same time, is one request', async () => {
    await Promise.all([wantAnn(), wantAnn()])
    expect(await wantAnn()).toMatchObject({ joined: [], waiting: [{ userId: ann.userId }] })
    expect(await states()).toEqual(['waiting'])
  })

  test('two teams that want someone of no team at the same time: the second asks the first', async () => {
    const stranger = context.people.get('USTRANGER')!.userId
    const both = await Promise.all([
      change(sam, south, { placed: [stranger] }),
      change(manager, north, { placed: [stranger] }),
    ])
    expect(both.map((one) => one.ok && one.joined.length).sort()).toEqual([0, 1])
    expect(await states()).toEqual(['waiting'])
  })
})

describe('the answer', () => {
  beforeEach(async () => {
    await wantAnn()
    await deliver()
  })

  test('yes: they join, and all hear of it; the buttons vanish', async () => {
    expect(await answer(manager)).toEqual({ ok: true })
    expect(await inSouth()).toEqual([ann.userId, sam.userId])
    expect(await textsTo(ann.userId, 'member-added')).toContainEqual(
      expect.stringContaining('<@USAM> has added you'),
    )
    expect(await textsTo(sam.userId, 'join-outcome')).toEqual([
      expect.stringContaining('<@UMANAGER> has agreed'),
    ])
    const [request] = await textsTo(manager.userId, 'join-request')
    expect(request).toContain('agreed')
    expect(request).not.toContain('joining.accept')
  })

  test('no: nothing changes, and both hear of it', async () => {
    expect(await answer(manager, 'decline')).toEqual({ ok: true })
    expect(await inSouth()).toEqual([sam.userId])
    for (const { userId } of [sam, ann])
      expect(await textsTo(userId, 'join-outcome')).toEqual([
        expect.stringContaining('<@UMANAGER> does not agree'),
      ])
  })

  test('a second answer changes nothing, also at the same time', async () => {
    const both = await Promise.all([answer(manager, 'decline'), answer(manager)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await answer(manager)).toEqual({ ok: false, reason: 'over' })
    expect(await requests()).toHaveLength(1)
  })

  test('of anybody else than who is asked is refused', async () => {
    const outsiders = [
      sam,
      ann,
      li,
      admin,
      dirk,
      { ...manager, workspaceId: 'T2' },
      { ...manager, isGuest: true },
    ]
    for (const who of [...outsiders, { ...manager, deactivated: true }])
      expect(await answer(who), who.userId).toEqual({ ok: false, reason: 'not-asked' })
    await setManager(context.db, { workspaceId: WORKSPACE, teamId: north }, li.userId)
    expect(await answer(manager)).toEqual({ ok: false, reason: 'not-asked' })
    expect(await answerJoinRequest(context, manager, crypto.randomUUID(), 'accept')).toMatchObject({
      ok: false,
    })
    expect(await states()).toEqual(['waiting'])
  })

  test('leaves its steps in the audit', async () => {
    await answer(manager)
    const kept = await context.db.select().from(auditEvents).orderBy(auditEvents.eventId)
    const aboutAnn = kept.filter(({ userId, teamId }) => userId === ann.userId && teamId === south)
    expect(aboutAnn.map(({ kind, actorUserId, after }) => [kind, actorUserId, after])).toEqual([
      ['join-request', sam.userId, 'waiting'],
      ['join-request', manager.userId, 'accepted'],
      ['member-added', sam.userId, { role: 'hunter' }],
    ])
  })
})

describe('without an answer for three working days', () => {
  const tickAt = async (at: string) => {
    context.moveTo(at)
    return runDue(context, { get: BOT.dueKinds.get.bind(BOT.dueKinds), [Symbol.iterator]: joinOnly } as never)
  }
  /** Only what is due of join requests, so that the days between need not be played. */
  function* joinOnly() {
    yield ['join-request', BOT.dueKinds.get('join-request')!] as const
  }
  const askedNow = async () => (await requests()).map(({ askedUserId }) => askedUserId)

  test('the manager of the team above is asked, then an admin, then it ends; who was asked before cannot answer', async () => {
    await wantAnn()
    await deliver()
    await tickAt('2026-03-05T06:59:00Z')
    expect(await askedNow()).toEqual([manager.userId])
    await tickAt('2026-03-05T07:00:00Z')
    expect(await askedNow()).toEqual([dirk.userId])
    expect(await answer(manager)).toEqual({ ok: false, reason: 'not-asked' })
    expect((await textsTo(manager.userId, 'join-request'))[0]).toContain('<@UDIRK> is asked now')
    expect((await textsTo(dirk.userId, 'join-request'))[0]).toContain('joining.accept')
    // The weekend does not count.
    await tickAt('2026-03-10T06:59:00Z')
    expect(await askedNow()).toEqual([dirk.userId])
    await tickAt('2026-03-10T07:00:00Z')
    expect(await askedNow()).toEqual([admin.userId])
    await deliver()
    await tickAt('2026-03-13T07:00:00Z')
    expect(await states()).toEqual(['unanswered'])
    for (const { userId } of [sam, ann]) expect(await textsTo(userId, 'join-outcome')).toHaveLength(1)
  })

  test('who is asked then can agree', async () => {
    await wantAnn()
    await tickAt('2026-03-05T07:00:00Z')
    expect(await answer(dirk)).toEqual({ ok: true })
    expect(await inSouth()).toEqual([ann.userId, sam.userId])
    await tickAt('2026-03-20T07:00:00Z')
    expect(await states()).toEqual(['accepted'])
  })

  test('a new plan of the day does not lose the deadline', async () => {
    await wantAnn()
    await change(sam, south, { placed: ['USTRANGER'] })
    await tickAt('2026-03-05T07:00:00Z')
    expect(await askedNow()).toEqual([dirk.userId])
  })

  test('who asks is never asked themself, even as an admin or as the manager above', async () => {
    await change(admin, south, { placed: [ann.userId] })
    await tickAt('2026-03-05T07:00:00Z')
    await tickAt('2026-03-10T07:00:00Z')
    expect(await states()).toEqual(['unanswered'])
  })

  test('two replicas ask the next one once', async () => {
    await wantAnn()
    context.moveTo('2026-03-05T07:00:00Z')
    await Promise.all([tickAt('2026-03-05T07:00:00Z'), tickAt('2026-03-05T07:00:00Z')])
    expect(await askedNow()).toEqual([dirk.userId])
    expect(await textsTo(dirk.userId, 'join-request')).toHaveLength(1)
  })
})

describe('while the manager is on leave', () => {
  const delegated = () =>
    context.db.execute(`update teams set delegate_user_id = '${li.userId}' where team_id = '${north}'`)
  const awayToday = () => {
    const day = Temporal.PlainDate.from('2026-03-02')
    return recordLeave(context, manager, manager.userId, { from: day, to: day, part: 'whole' })
  }
  beforeEach(async () => {
    await change(manager, north, { placed: [manager.userId] })
    await awayToday()
  })

  test('their delegate is asked and can agree', async () => {
    await delegated()
    await wantAnn()
    expect((await requests())[0]).toMatchObject({ askedUserId: li.userId, askedTeamId: north })
    expect(await answer(li)).toEqual({ ok: true })
  })

  test('without a delegate the manager of the team above is asked', async () => {
    await wantAnn()
    expect((await requests())[0]).toMatchObject({ askedUserId: dirk.userId })
  })

  test('a delegate who wants somebody for a team of their own cannot agree to it', async () => {
    await setManager(context.db, { workspaceId: WORKSPACE, teamId: south }, li.userId)
    await change(li, south, { placed: [ann.userId] })
    await delegated()
    await context.db.execute(`update join_requests set asked_team_id = '${north}'`)
    expect(await answer(li)).toEqual({ ok: false, reason: 'not-asked' })
  })
})

describe('what happens meanwhile', () => {
  beforeEach(async () => {
    await wantAnn()
    await deliver()
  })
  const endsAs = async (state: JoinRequestState, text: string) => {
    expect(await answer(manager)).toMatchObject({ ok: false })
    expect(await states()).toEqual([state])
    expect(await inSouth()).toEqual([sam.userId])
    const [request] = await textsTo(manager.userId, 'join-request')
    expect(request).toContain(text)
    expect(request).not.toContain('joining.accept')
  }

  test('the person leaves the team whose manager was asked: the message says so', async () => {
    await leaveTeam(context, ann, north)
    await endsAs('person-left', 'has left that team')
    expect(await textsTo(sam.userId, 'join-outcome')).toEqual([expect.stringContaining('/kpi members')])
  })

  test('the person is deactivated', async () => {
    context.people.set(ann.userId, { ...ann, deactivated: true })
    await syncPerson(context, ann, null)
    await endsAs('person-left', 'has left that team')
  })

  test('it is withdrawn with the form of members', async () => {
    expect(await change(sam, south, { removed: [ann.userId] })).toMatchObject({ withdrawn: [ann.userId] })
    await endsAs('withdrawn', 'was withdrawn')
  })

  test('who asked has lost the right to add people', async () => {
    await setManager(context.db, { workspaceId: WORKSPACE, teamId: south }, li.userId)
    await endsAs('withdrawn', 'was withdrawn')
  })

  test('the team that asks is paused', async () => {
    await archiveTeams(context.db, 'T1', context.clock.now())
    await context.db.execute(`update teams set archived_at = null where team_id = '${north}'`)
    await endsAs('team-paused', 'is paused')
  })

  test('who is asked is deactivated: the manager above is asked at once', async () => {
    context.people.set(manager.userId, { ...manager, deactivated: true })
    await syncPerson(context, manager, null)
    expect((await requests())[0]).toMatchObject({ askedUserId: dirk.userId, state: 'waiting' })
    expect(await answer(dirk)).toEqual({ ok: true })
  })

  test('the team whose manager is asked gets another manager: the new one is asked', async () => {
    const start = initialInput(await openSetup(context))
    await changeTeam(context, manager, north, 'C1', { ...start, managerUserId: li.userId })
    expect(await answer(manager)).toEqual({ ok: false, reason: 'not-asked' })
    expect(await answer(li)).toEqual({ ok: true })
  })
})
