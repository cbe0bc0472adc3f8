// One person and day, one number: what is recorded late changes the person's own screen, the manager's and the team's alike.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { insertLeave } from '../../src/org/db/leaves.ts'
import { endMembers, setRole } from '../../src/org/db/members.ts'
import { saveSettings, settingsNow } from '../../src/org/db/settings.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import type { Role, TeamSettings } from '../../src/org/domain/team.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { teamProgress } from '../../src/targets/flows/team-progress.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { saidOnEveryScreen } from './every-screen.ts'

const date = Temporal.PlainDate.from
const MARCH = periodOf('month', date('2026-03-16'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

/** Ann and Ben are to make 220 calls each in March, which has 22 weekdays; Ann makes ten on each until the 13th. */
async function north(zone = 'Europe/Berlin'): Promise<SmallTeam> {
  context.moveTo('2026-03-02T07:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann', more: { zone } }, { name: 'Ben' }])
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const draft = {
    value: 440,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
    reason: 'so',
  } as const
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const wanted = { teamId: team.teamId, metricKey: 'calls', period, userId: null, draft }
  const saved = await setTarget(context, boss, wanted, { version: 0, sourceKey: randomUUID() })
  expect(saved).toMatchObject({ ok: true })
  const { workspaceId, teamId } = team
  const { memberId } = team.members[0]!
  const worked = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((day) => date({ year: 2026, month: 3, day }))
  await context.db
    .insert(dailyTotals)
    .values(worked.map((day) => ({ workspaceId, teamId, memberId, date: day, totals: { calls: 10 } })))
  return team
}

const away = (team: SmallTeam, from: string, to: string) =>
  insertLeave(
    context.db,
    team.workspaceId,
    { leaveId: randomUUID(), userId: 'UAnn', from: date(from), to: date(to), part: 'whole', kind: 'annual' },
    { by: 'UAnn', at: context.clock.now() },
  )

const inRole = (team: SmallTeam, role: Role) =>
  setRole(context.db, team, [team.members[0]!.memberId], role, context.clock.now())

async function change(team: SmallTeam, from: string, settings: Partial<TeamSettings>) {
  const current = (await settingsNow(context.db, team, context.clock.now()))!
  await saveSettings(context.db, team, {
    ...{ effectiveFrom: date(from), setBy: 'UBOSS', setAt: context.clock.now() },
    settings: { ...current, ...settings },
  })
}

async function callsOf(team: SmallTeam, now: string) {
  context.moveTo(now)
  const said = await saidOnEveryScreen(context.db, team, 'UAnn', context.clock.now())
  const calls = said.get('calls')
  expect([calls?.rep, calls?.team]).toEqual([calls?.own, calls?.own])
  return calls?.own
}

async function teamAt(team: SmallTeam, now: string, period = MARCH) {
  context.moveTo(now)
  const whole = (await loadTeam(context.db, team.workspaceId, team.teamId))!
  const settings = (await settingsNow(context.db, whole, context.clock.now()))!
  return teamProgress(context.db, { team: whole, settings, period }, context.clock.now())
}

/** Numbers of a day are due the next working day at noon: on Monday the 16th at three in the afternoon ten of 22 days are. */
const MONDAY = '2026-03-16T14:00:00Z'

describe('the person, the manager and the team are shown the same', () => {
  test('on an ordinary day', async () => {
    expect(await callsOf(await north(), MONDAY)).toMatchObject({ elapsed: 10, days: 22, expected: 100 })
  })

  test('after leave that was recorded too late: the days count as they were due', async () => {
    const team = await north()
    context.moveTo(MONDAY)
    await away(team, '2026-03-09', '2026-03-11')
    expect(await callsOf(team, '2026-03-16T15:00:00Z')).toMatchObject({
      elapsed: 10,
      days: 22,
      expected: 100,
    })
  })

  test('after leave in time: its days are moved to the others', async () => {
    const team = await north()
    context.moveTo('2026-03-06T08:00:00Z')
    await away(team, '2026-03-09', '2026-03-10')
    expect(await callsOf(team, MONDAY)).toMatchObject({ elapsed: 8, days: 20, expected: 88 })
  })

  test('after a role without the number and back again', async () => {
    const team = await north()
    context.moveTo('2026-03-10T08:00:00Z')
    await inRole(team, 'analyst')
    expect(await callsOf(team, '2026-03-12T08:00:00Z')).toBeUndefined()
    await inRole(team, 'hunter')
    // Whoever takes a role up again goes on with the whole target.
    expect(await callsOf(team, MONDAY)).toMatchObject({ elapsed: 10, days: 22, expected: 100 })
  })

  test('after another work week from the middle of the month', async () => {
    const team = await north()
    await callsOf(team, '2026-03-12T08:00:00Z')
    await change(team, '2026-03-17', { workDays: [1, 2, 3, 4] })
    expect(await callsOf(team, '2026-03-23T12:00:00Z')).toMatchObject({
      elapsed: 14,
      days: 20,
      expected: 154,
    })
  })

  test.each(['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Auckland'])('by a clock in %s', async (zone) => {
    const team = await north(zone)
    for (const hour of ['01', '07', '13', '22']) {
      const calls = await callsOf(team, `2026-03-16T${hour}:30:00Z`)
      expect(calls).toMatchObject({ target: 220, actual: 100, days: 22 })
    }
  })
})

describe('a role or a person that has gone', () => {
  test('what was theirs until then stays in the team’s sums', async () => {
    const team = await north()
    context.moveTo('2026-03-16T08:00:00Z')
    await inRole(team, 'analyst')
    const { people, team: lines } = await teamAt(team, '2026-03-31T20:00:00Z')
    const ann = people.find(({ member }) => member.userId === 'UAnn')!
    expect(ann.member.role).toBe('analyst')
    expect(ann.metrics.some(({ metric }) => metric.key === 'calls')).toBe(false)
    // Of Ann's 220 there are 100 until Friday the 13th; the other 120 belong to nobody.
    const calls = lines.find(({ metric }) => metric.key === 'calls')!
    expect(calls).toMatchObject({ actual: 100, target: { target: 440, unassigned: 120 } })
  })

  test('a month that is over is shown in the role of then', async () => {
    const team = await north()
    context.moveTo('2026-04-08T08:00:00Z')
    await inRole(team, 'analyst')
    const march = (await teamAt(team, '2026-04-09T08:00:00Z')).people.find(
      ({ member }) => member.userId === 'UAnn',
    )!
    expect(march.member.role).toBe('hunter')
    expect(march.metrics.find(({ metric }) => metric.key === 'calls')).toMatchObject({
      actual: 100,
      progress: { target: 220, days: 22 },
    })
  })

  test('who leaves has their part until the last day', async () => {
    const team = await north()
    context.moveTo('2026-03-13T12:00:00Z')
    const leaving = [{ memberId: team.members[0]!.memberId, leftOn: date('2026-03-13') }]
    await endMembers(context.db, team, leaving, context.clock.now())
    const { people, team: lines } = await teamAt(team, '2026-03-20T12:00:00Z')
    const ann = people.find(({ member }) => member.userId === 'UAnn')!
    expect(ann.metrics.find(({ metric }) => metric.key === 'calls')!.progress).toMatchObject({
      ...{ target: 100, actual: 100, elapsed: 10, days: 10 },
      pace: { known: true, value: 1 },
    })
    expect(lines.find(({ metric }) => metric.key === 'calls')!.target).toMatchObject({ unassigned: 120 })
  })
})
