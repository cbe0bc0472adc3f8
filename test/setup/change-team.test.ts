// Changing a team: settings apply from a working day on, members change at once, and only with permission.

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveEntry } from '../../src/checkins/standup/db/standups.ts'
import type { StandupEntry } from '../../src/checkins/standup/domain/standup-facts.ts'
import { saveExtraDay } from '../../src/org/db/extra-days.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { settingsHistory, settingsOn } from '../../src/org/db/settings.ts'
import { teamOfChannel } from '../../src/org/db/teams.ts'
import type { TeamHandedOverFacts } from '../../src/org/domain/message-facts.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { changeMembers } from '../../src/org/flows/change-members.ts'
import { loadMembersFacts } from '../../src/org/flows/load-members.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import type { SetupInput } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { waiting } from '../org/due.ts'
import {
  admin,
  ann,
  bot,
  CHANNEL,
  gone,
  guest,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  stranger,
  teamOn,
  WORKSPACE,
} from '../org/people.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { roleMetricsOf } from '../support/role-metrics.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
})

/** The messages about a new manager with their recipients, the oldest first. */
async function toldOfHands() {
  const rows = await context.db
    .select()
    .from(messages)
    .where(eq(messages.kind, 'team-handed-over'))
    .orderBy(messages.createdAt)
  const told = rows.map(async (message) => ({
    to: message.toUserId,
    ...(await factsOf<TeamHandedOverFacts>(context.db, message, context.clock.now())),
  }))
  return Promise.all(told)
}

async function change(
  settings: Partial<TeamSettings>,
  more: Partial<SetupInput> = {},
  who = manager,
  channelId = CHANNEL,
) {
  const start = initialInput(await openSetup(context, manager, channelId))
  const input = { ...start, ...more, settings: { ...start.settings, ...settings } }
  return changeTeam(context, who, teamId, channelId, input)
}

const promptTimeOn = async (day: string) =>
  (await settingsOn(context.db, WORKSPACE, teamId, date(day)))?.promptTime

describe('settings', () => {
  test('apply from the next working day, with who and when', async () => {
    expect(await change({ promptTime: '10:00' })).toMatchObject({ ok: true, from: date('2026-03-03') })
    expect(await promptTimeOn('2026-03-02')).toBe('09:00')
    expect(await promptTimeOn('2026-03-03')).toBe('10:00')
    const [latest, first] = await settingsHistory(context.db, { workspaceId: WORKSPACE, teamId })
    expect(latest).toMatchObject({ effectiveFrom: date('2026-03-03'), setBy: manager.userId })
    expect(latest!.setAt.toString()).toBe('2026-03-02T07:00:00Z')
    expect(first?.settings.promptTime).toBe('09:00')
  })

  test('on a Friday from Monday, unless the team works that Saturday', async () => {
    context.moveTo('2026-03-06T12:00:00Z')
    expect(await change({ promptTime: '10:00' })).toMatchObject({ from: date('2026-03-09') })
    const ref = { workspaceId: WORKSPACE, teamId }
    const on = { date: date('2026-03-07'), kind: 'on' } as const
    await saveExtraDay(context.db, ref, on, { by: manager.userId, at: context.clock.now() })
    expect(await change({ promptTime: '10:30' })).toMatchObject({ from: date('2026-03-07') })
    expect(await promptTimeOn('2026-03-09')).toBe('10:30')
  })

  test('changed twice on a day leave one version; what is the same makes none', async () => {
    await change({ promptTime: '10:00' })
    await change({ promptTime: '11:00' })
    await change({})
    expect(await settingsHistory(context.db, { workspaceId: WORKSPACE, teamId })).toHaveLength(2)
    expect(await promptTimeOn('2026-03-03')).toBe('11:00')
    expect((await openSetup(context)).inForceFrom).toEqual(date('2026-03-03'))
  })

  test('move the prompts that wait', async () => {
    await change({ zoneRule: 'team', promptTime: '10:00' })
    context.moveTo('2026-03-02T12:00:00Z')
    await change({ closeAfterMinutes: 60 })
    const tomorrow = (items: string[]) => items.filter((item) => item.includes('2026-03-03'))
    expect(tomorrow(await waiting(context, teamId))).toEqual([
      'UANN 2026-03-03 09:00Z',
      'ULI 2026-03-03 09:00Z',
    ])
    expect(tomorrow(await waiting(context, teamId, 'close'))).toEqual(['team 2026-03-03 10:00Z'])
  })

  test('cannot be changed by others', async () => {
    const other = testPerson(WORKSPACE, 'UOTHER')
    context.channels.set('C2', [other.userId])
    for (const who of [ann, stranger, other, { ...manager, workspaceId: 'T2' }])
      expect(await change({ promptTime: '05:00' }, {}, who), who.userId).toEqual({
        ok: false,
        reason: 'not-allowed',
      })
    expect(await change({ promptTime: '10:00' }, {}, admin)).toMatchObject({ ok: true })
  })

  test('can be handed on with the team, to a colleague only', async () => {
    for (const { userId } of [guest, bot, gone])
      expect(await change({}, { managerUserId: userId })).toEqual({ ok: false, reason: 'not-a-manager' })
    expect(await change({}, { managerUserId: ann.userId })).toMatchObject({ ok: true })
    const later = await changeMembers(context, manager, teamId, { placed: [], role: 'hunter', removed: [] })
    expect(later).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await openSetup(context, ann)).toMatchObject({ managerUserId: ann.userId })
    const handed = { byUserId: manager.userId, toUserId: ann.userId }
    expect(await toldOfHands()).toMatchObject([{ to: ann.userId, ...handed, reader: 'new-manager' }])
  })

  test('taken over by an admin are told to the former manager, with who did it', async () => {
    const give = async (managerUserId: string) => {
      const start = initialInput(await openSetup(context, admin))
      return changeTeam(context, admin, teamId, CHANNEL, { ...start, managerUserId })
    }
    expect(await give(admin.userId)).toMatchObject({ ok: true })
    expect(await give(admin.userId)).toMatchObject({ ok: true })
    const taken = { byUserId: admin.userId, toUserId: admin.userId, reader: 'former-manager' }
    expect(await toldOfHands()).toMatchObject([{ to: manager.userId, ...taken }])
    context.moveTo('2026-03-02T12:00:00Z')
    await give(li.userId)
    expect((await toldOfHands()).map(({ to, reader }) => [to, reader])).toEqual([
      [manager.userId, 'former-manager'],
      [li.userId, 'new-manager'],
    ])
  })

  test('of a team whose manager has left the company are told to the new one alone', async () => {
    await savePeople(context.db, [{ ...manager, deactivated: true }], context.clock.now())
    const start = initialInput(await openSetup(context, admin))
    await changeTeam(context, admin, teamId, CHANNEL, { ...start, managerUserId: ann.userId })
    expect((await toldOfHands()).map(({ to }) => to)).toEqual([ann.userId])
  })

  test('of a team whose channel is lost move to the channel where the manager sets it up again', async () => {
    context.channels.delete(CHANNEL)
    context.channels.set('C2', [manager.userId, ann.userId, li.userId])
    expect(await openSetup(context, manager, 'C2')).toMatchObject({ teamId, movesFrom: CHANNEL })
    expect(await change({}, {}, manager, 'C2')).toMatchObject({ ok: true, teamId })
    expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toBeNull()
    expect(await teamOfChannel(context.db, WORKSPACE, 'C2')).toMatchObject({ teamId })
    const said = await context.db.select().from(messages).where(eq(messages.kind, 'team-introduction'))
    expect(said.map(({ toChannelId }) => toChannelId).sort()).toEqual([CHANNEL, 'C2'])
  })
})

describe('people', () => {
  test('change with the form: who is added joins, who is taken out leaves, history stays', async () => {
    const max = testPerson(WORKSPACE, 'UMAX')
    context.people.set(max.userId, max)
    const role = 'account-manager' as const
    expect(await change({}, { memberUserIds: [ann.userId, max.userId], role })).toMatchObject({ ok: true })
    expect(await teamOn(context, teamId, '2026-03-03')).toEqual([ann.userId, max.userId])
    const [place] = await memberOf(context.db, WORKSPACE, max.userId)
    expect(place).toMatchObject({ role, joinedOn: date('2026-03-02') })
    expect((await roleMetricsOf(context.db, WORKSPACE, teamId, role))[0]?.key).toBe('renewalsDue')
    expect(await waiting(context, teamId)).toContain('UMAX 2026-03-02 08:00Z')
    expect(await waiting(context, teamId)).not.toContainEqual(expect.stringContaining('ULI'))
  })

  test('get another role, join with it, and leave, in one go', async () => {
    const changed = await changeMembers(context, manager, teamId, {
      placed: [ann.userId, manager.userId],
      role: 'analyst',
      removed: [li.userId, 'UNOT-IN-TEAM'],
    })
    expect(changed).toEqual({
      ok: true,
      joined: [manager.userId],
      moved: [ann.userId],
      left: [li.userId],
      ...{ waiting: [], refused: [], withdrawn: [] },
    })
    const facts = await loadMembersFacts(context, { workspaceId: WORKSPACE, teamId })
    expect(facts.members).toEqual([
      { userId: ann.userId, role: 'analyst' },
      { userId: manager.userId, role: 'analyst' },
    ])
    expect((await roleMetricsOf(context.db, WORKSPACE, teamId, 'analyst'))[0]?.key).toBe('reportsDelivered')
  })

  test('a member removed after answering keeps the day; one who has not answered is not expected', async () => {
    context.moveTo('2026-03-03T09:00:00Z')
    const [annsPlace] = await memberOf(context.db, WORKSPACE, ann.userId)
    const entry: StandupEntry = {
      workspaceId: WORKSPACE,
      memberId: annsPlace!.memberId,
      date: date('2026-03-03'),
      teamId,
      state: 'answered',
      answeredAt: context.clock.now(),
      firstAnsweredAt: context.clock.now(),
      revision: 1,
      doneNote: '',
      numbersDate: null,
      streakDays: 1,
      lastSubmitKey: null,
    }
    await saveEntry(context.db, entry, { planned: [], hadLines: false })
    const removed = [ann.userId, li.userId]
    expect(
      await changeMembers(context, manager, teamId, { placed: [], role: 'hunter', removed }),
    ).toMatchObject({
      ok: true,
    })
    expect(await teamOn(context, teamId, '2026-03-02')).toEqual([ann.userId])
    expect(await teamOn(context, teamId, '2026-03-03')).toEqual([ann.userId])
    expect(await teamOn(context, teamId, '2026-03-04')).toEqual([])
  })

  test('a member who is removed and added again on the same day is one member, not two', async () => {
    const without = { placed: [], role: 'hunter', removed: [ann.userId] } as const
    const withAnn = { placed: [ann.userId], role: 'analyst', removed: [] } as const
    const before = await memberOf(context.db, WORKSPACE, ann.userId)
    await changeMembers(context, manager, teamId, without)
    await changeMembers(context, manager, teamId, withAnn)
    const after = await memberOf(context.db, WORKSPACE, ann.userId)
    expect(after).toEqual([{ ...before[0], role: 'analyst' }])
    expect(await teamOn(context, teamId, '2026-03-02')).toEqual([ann.userId])
  })

  test('people who cannot be members and contradictory changes are refused', async () => {
    const role = 'hunter' as const
    expect(
      await changeMembers(context, manager, teamId, { placed: [bot.userId], role, removed: [] }),
    ).toEqual({
      ok: false,
      reason: 'unusable',
      names: ['Build bot'],
    })
    const both = { placed: [ann.userId], role, removed: [ann.userId] }
    expect(await changeMembers(context, manager, teamId, both)).toMatchObject({
      reason: 'placed-and-removed',
    })
    for (const who of [ann, stranger, { ...manager, workspaceId: 'T2' }])
      expect(await changeMembers(context, who, teamId, { placed: [who.userId], role, removed: [] })).toEqual({
        ok: false,
        reason: 'not-allowed',
      })
    expect(await changeMembers(context, admin, crypto.randomUUID(), both)).toMatchObject({
      reason: 'not-allowed',
    })
  })
})
