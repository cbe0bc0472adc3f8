// Setting up a team in its channel: who may, what is filled in, what exists afterwards, and from when.

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTodaysStandup } from '../../src/checkins/standup/flows/open-standup.ts'
import { settingsOn } from '../../src/org/db/settings.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { teamOfChannel } from '../../src/org/db/teams.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { loadSetup } from '../../src/setup/flows/load-setup.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
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
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { roleMetricsOf } from '../support/role-metrics.ts'

const database = usesDatabase()
let context: TestContext
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
})

describe('what the form opens with', () => {
  test('the people of the channel, without bots and deactivated ones, and what Slack knows of the manager', async () => {
    const facts = await openSetup(context)
    expect(facts.teamId).toBeNull()
    expect([...facts.memberUserIds].sort()).toEqual([ann.userId, li.userId, manager.userId].sort())
    expect(facts.settings).toMatchObject({
      name: CHANNEL,
      zone: 'Europe/Berlin',
      holidayCountry: 'DE',
      locale: 'en',
      workDays: [1, 2, 3, 4, 5],
    })
    expect(facts.currency).toBe('EUR')
  })

  test('of a channel with more people than the form has time to look up, nobody', async () => {
    context.channels.set(CHANNEL, [manager.userId, ...Array.from({ length: 200 }, (_, n) => `U${n}`)])
    const facts = await openSetup(context)
    expect(facts.memberUserIds).toEqual([])
    expect(facts.peopleInChannel).toBe(201)
  })

  test('afterwards, what was agreed', async () => {
    const done = await setUp(context, { name: 'Nordlicht', promptTime: '08:30' })
    const facts = await openSetup(context)
    expect(facts.teamId).toBe(done.teamId)
    expect(facts.settings).toMatchObject({ name: 'Nordlicht', promptTime: '08:30' })
    expect([...facts.memberUserIds].sort()).toEqual([ann.userId, li.userId])
  })
})

describe('who may', () => {
  test.each([
    ['a guest', guest, 'guest'],
    ['someone who is not in the channel', stranger, 'outsider'],
  ])('not %s', async (_, who, reason) => {
    context.channels.set(CHANNEL, [manager.userId, guest.userId])
    expect(await loadSetup(context, who, CHANNEL)).toEqual({ ok: false, reason })
  })

  test('not in a direct message, nor where the bot is not', async () => {
    expect(await loadSetup(context, manager, 'D1')).toEqual({ ok: false, reason: 'not-a-channel' })
    expect(await loadSetup(context, manager, 'C-ELSEWHERE')).toEqual({ ok: false, reason: 'not-in-channel' })
  })

  test('once it is set up only its manager and an admin', async () => {
    await setUp(context)
    const refused = { ok: false, reason: 'not-allowed', askUserId: manager.userId }
    for (const who of [ann, li]) expect(await loadSetup(context, who, CHANNEL), who.userId).toEqual(refused)
    // People outside the channel do not learn who manages it.
    for (const who of [stranger, guest, { ...manager, userId: 'UOTHER' }])
      expect(await loadSetup(context, who, CHANNEL), who.userId).toEqual({ ok: false, reason: 'outsider' })
    for (const who of [manager, admin]) expect((await loadSetup(context, who, CHANNEL)).ok).toBe(true)
  })

  test('a manager in another workspace with the same ids has no permission', async () => {
    await setUp(context)
    const namesake = { ...manager, workspaceId: 'T2' }
    const loaded = await loadSetup(context, namesake, CHANNEL)
    expect(loaded.ok && loaded.facts.teamId).toBeNull()
  })
})

describe('what exists afterwards', () => {
  test('team, members, metrics of the role, the introduction in the channel, and the first prompts', async () => {
    const done = await setUp(context)
    expect(done).toMatchObject({
      ...{ memberCount: 2, from: date('2026-03-02') },
      warnings: [{ kind: 'no-region', country: 'DE' }],
    })
    expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toMatchObject({
      teamId: done.teamId,
      managerUserId: manager.userId,
    })
    const asked = await roleMetricsOf(context.db, WORKSPACE, done.teamId, 'hunter')
    expect(asked.slice(0, 3).map(({ key }) => key)).toEqual(['calls', 'followUps', 'proposals'])
    expect(asked.find(({ key }) => key === 'newRevenue')?.currency).toBe('EUR')
    const [intro] = await context.db.select().from(messages).where(eq(messages.kind, 'team-introduction'))
    expect(intro).toMatchObject({
      messageKey: `intro:${done.teamId}`,
      toChannelId: CHANNEL,
      state: 'waiting',
    })
    expect(await factsOf(context.db, intro!, context.clock.now())).toEqual({
      kind: 'team-introduction',
      checkinName: '',
      teamName: CHANNEL,
      managerUserId: manager.userId,
      memberCount: 2,
      promptTime: '09:00',
      closeTime: '11:00',
      zoneRule: 'member',
    })
  })

  test('who still has the prompt ahead is asked today, who is past the close from tomorrow', async () => {
    const done = await setUp(context)
    expect(await waiting(context, done.teamId)).toContain('UANN 2026-03-02 08:00Z')
    // Eight in Berlin is three in the afternoon in Shanghai.
    expect(await waiting(context, done.teamId)).not.toContainEqual(expect.stringContaining('ULI 2026-03-02'))
    expect(await teamOn(context, done.teamId, '2026-03-02')).toEqual([ann.userId])
    expect(await teamOn(context, done.teamId, '2026-03-03')).toEqual([ann.userId, li.userId])
  })

  test('after the prompt time of everyone the first standup is tomorrow, and today is nobody missing', async () => {
    context.moveTo('2026-03-02T09:30:00Z')
    const done = await setUp(context)
    expect(done.from).toEqual(date('2026-03-03'))
    expect(await waiting(context, done.teamId)).toEqual([])
    expect(await waiting(context, done.teamId, 'close')).toEqual([])
    expect(await teamOn(context, done.teamId, '2026-03-02')).toEqual([])
    expect(await teamOn(context, done.teamId, '2026-03-03')).toEqual([ann.userId, li.userId])
  })

  test('set up in the afternoon, today’s standup does not exist: in the evening tomorrow’s opens', async () => {
    context.moveTo('2026-03-02T14:00:00Z')
    await setUp(context)
    const opened = async () => {
      const standup = await openTodaysStandup(context, ann)
      return standup.ok ? standup.form.date.toString() : standup.reason
    }
    expect(await opened()).toBe('nothing-open')
    context.moveTo('2026-03-02T16:30:00Z')
    expect(await opened()).toBe('2026-03-03')
  })

  test('warns about a year without published holidays and about members outside the channel', async () => {
    context.channels.set(CHANNEL, [manager.userId, ann.userId])
    const done = await setUp(context, { holidayCountry: 'CN' }, [ann.userId, li.userId])
    expect(done.warnings).toEqual([
      { kind: 'holidays-unknown', country: 'CN', year: 2027, lawCounts: true },
      { kind: 'not-in-channel', userIds: [li.userId] },
    ])
    expect(await settingsOn(context.db, WORKSPACE, done.teamId, date('2026-03-02'))).toMatchObject({
      holidayCountry: 'CN',
    })
  })
})

describe('what is refused', () => {
  const input = async () => initialInput(await openSetup(context))

  test('bots, deactivated and unknown people, by name', async () => {
    const memberUserIds = [ann.userId, bot.userId, gone.userId, 'UNOBODY']
    expect(await setUpTeam(context, manager, CHANNEL, { ...(await input()), memberUserIds })).toEqual({
      ok: false,
      reason: 'unusable',
      names: ['Build bot', 'Gone', 'UNOBODY'],
    })
  })

  test('a board by a metric that no role enters', async () => {
    const start = await input()
    const settings = { ...start.settings, measure: { kind: 'metric', metric: 'renewalsWon' } as const }
    expect(await setUpTeam(context, manager, CHANNEL, { ...start, settings })).toMatchObject({
      reason: 'not-counted',
    })
    const asked = { ...start, settings, role: 'account-manager' as const }
    expect(await setUpTeam(context, manager, CHANNEL, asked)).toMatchObject({ ok: true })
  })

  test('the second of two concurrent set-ups, of which nothing is saved', async () => {
    const start = await input()
    const [one, other] = await Promise.all([
      setUpTeam(context, manager, CHANNEL, start),
      setUpTeam(context, ann, CHANNEL, start),
    ])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    expect([one, other]).toContainEqual({ ok: false, reason: 'already-set-up' })
    expect(await context.db.select().from(teams)).toHaveLength(1)
    const said = (await context.db.select().from(messages)).map(({ kind, toUserId }) => `${kind} ${toUserId}`)
    expect(said.filter((one) => one.startsWith('team-introduction'))).toHaveLength(1)
    expect(new Set(said).size).toBe(said.length)
  })
})
