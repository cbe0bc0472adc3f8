// How a team and each of its people stand, in as many statements for many as for one, beside figures worked out by hand.
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { catalogue } from '../../src/numbers/db/metrics.sql.ts'
import { addRoleMetrics } from '../../src/numbers/db/metrics.ts'
import type { Period, PeriodKind } from '../../src/numbers/domain/period.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import type { Role } from '../../src/org/domain/team.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { teamProgress } from '../../src/targets/flows/team-progress.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'

const date = Temporal.PlainDate.from
/** Monday 16 March in Berlin, before the standup closes: numbers are due until Thursday 12th. */
const NOW = '2026-03-16T08:00:00Z'
const MARCH = periodOf('month', date('2026-03-16'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
})

async function team(names: readonly string[], role: Role = 'hunter'): Promise<SmallTeam> {
  context.moveTo('2026-03-02T07:00:00Z')
  return smallTeam(
    context.db,
    names.map((name) => ({ name, role })),
  )
}

async function report(of: SmallTeam, name: string, numbers: Record<string, Record<string, number>>) {
  const { workspaceId, teamId, memberId } = of.members.find(({ userId }) => userId === `U${name}`)!
  const rows = Object.entries(numbers).map(([day, totals]) => ({
    ...{ workspaceId, teamId, memberId, date: date(day), totals },
  }))
  await context.db.insert(dailyTotals).values(rows)
}

let submits = 0
async function set(
  of: SmallTeam,
  metricKey: string,
  value: number,
  more: { user?: string; kind?: 'month' | 'quarter' } = {},
) {
  submits += 1
  const draft = {
    value,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
    reason: 'so',
  } as const
  const period = targetPeriod(more.kind ?? 'month', date('2026-03-02'), 1)
  const wanted = { teamId: of.teamId, metricKey, period, userId: more.user ?? null, draft }
  const boss = testPerson(of.workspaceId, 'UBOSS')
  const saved = await setTarget(context, boss, wanted, { version: 0, sourceKey: `progress-${submits}` })
  expect(saved).toMatchObject({ ok: true })
}

async function progress(of: SmallTeam, period: Period = MARCH, now = NOW) {
  context.moveTo(now)
  const whole = { ...of, managerUserId: 'UBOSS', delegateUserId: null, parentTeamId: null, archivedAt: null }
  return teamProgress(context.db, { team: whole, settings: testSettings(), period }, context.clock.now())
}
type Shown = Awaited<ReturnType<typeof progress>>
const ofPerson = ({ people }: Shown, name: string, key: string) =>
  people.find(({ member }) => member.userId === `U${name}`)!.metrics.find(({ metric }) => metric.key === key)!
const ofTeam = ({ team: lines }: Shown, key: string) => lines.find(({ metric }) => metric.key === key)!
const around = (kind: PeriodKind, day: string) => periodOf(kind, date(day), 1, 1)

describe('a month in the middle', () => {
  let shown: Shown
  beforeAll(async () => {
    const north = await team(['Ann', 'Ben'])
    await set(north, 'calls', 440)
    // Ann is away for the second week: 17 working days instead of 22.
    await takeLeave(context.db, north.members[0]!, '2026-03-09', '2026-03-13')
    await report(north, 'Ann', {
      '2026-02-02': { calls: 40 },
      '2026-02-13': { calls: 99 },
      '2026-03-02': { calls: 30, proposals: 2, newCustomers: 1 },
      '2026-03-05': { calls: 30 },
    })
    await report(north, 'Ben', {
      '2026-02-04': { calls: 60 },
      '2026-03-03': { calls: 90 },
      '2026-03-16': { calls: 5 },
    })
    shown = await progress(north)
  })

  test('each person is held against their own working days', () => {
    // Of 220 each. Ann's Friday is asked for today, so 4 of her 17 days are due, and 9 of Ben's 22.
    expect(ofPerson(shown, 'Ann', 'calls').progress).toMatchObject({
      ...{ target: 220, actual: 60, attainment: 60 / 220, elapsed: 4, days: 17 },
      pace: { known: true, value: 60 / ((220 * 4) / 17) },
      rest: { amount: 160, days: 12 },
    })
    expect(ofPerson(shown, 'Ben', 'calls').progress).toMatchObject({
      ...{ target: 220, actual: 95, elapsed: 9, days: 22, timeShare: 9 / 22 },
      // Today is reported, so it takes the eleven days after it.
      rest: { amount: 125, days: 11 },
    })
  })

  test('the team is held against what its people should have by now', () => {
    const { actual, target } = ofTeam(shown, 'calls')
    expect(actual).toBe(155)
    expect(target).toMatchObject({ target: 440, unassigned: 0, attainment: 155 / 440 })
    // What Ben has entered for today is early.
    expect(target!.pace).toBeCloseTo(150 / ((220 * 4) / 17 + (220 * 9) / 22), 10)
  })

  test('the change is against as many working days of the month before, and of numbers that are due', () => {
    // Nine working days until Thursday 12 March, and until Thursday 12 February; Ben's five of today are not due yet.
    expect(shown.compared).toEqual({ from: date('2026-02-01'), to: date('2026-02-12'), days: 9 })
    expect(ofPerson(shown, 'Ann', 'calls').change).toEqual({ now: 60, before: 40 })
    expect(ofTeam(shown, 'calls').change).toEqual({ now: 150, before: 100 })
  })

  test('each person reads the same about themselves', async () => {
    for (const { member } of shown.people) {
      const person = testPerson(member.workspaceId, member.userId)
      const [own] = await membershipsOf(context.db, person, maySeeOwnTargets, context.clock.now())
      const [target] = await ownTargets(context.db, own!, context.clock.now())
      expect(ofPerson(shown, member.userId.slice(1), 'calls').progress).toEqual(target!.progress)
    }
  })

  test('without a target there is only the number', () => {
    expect(ofPerson(shown, 'Ann', 'proposals')).toMatchObject({ actual: 2, progress: null })
    expect(ofPerson(shown, 'Ben', 'proposals')).toMatchObject({ actual: null, progress: null })
    expect(ofTeam(shown, 'proposals')).toMatchObject({ actual: 2, target: null })
  })
})

describe('other periods', () => {
  test('a week and a day have their share of the month', async () => {
    const north = await team(['Ann', 'Ben'])
    await set(north, 'calls', 440)
    await report(north, 'Ann', { '2026-03-10': { calls: 12 } })
    const week = await progress(north, around('week', '2026-03-10'))
    expect(ofPerson(week, 'Ann', 'calls').progress).toMatchObject({ target: 50, actual: 12, days: 5 })
    expect(ofTeam(week, 'calls')).toMatchObject({ actual: 12, target: { target: 100 } })
    const day = await progress(north, around('day', '2026-03-10'))
    expect(ofPerson(day, 'Ann', 'calls').progress).toMatchObject({ target: 10, attainment: 1.2 })
    expect(ofPerson(day, 'Ann', 'calls').progress!.pace).toEqual({ known: true, value: 1.2 })
  })

  test('today is not expected before its numbers are due', async () => {
    const north = await team(['Ann'])
    await set(north, 'calls', 220)
    const today = await progress(north, around('day', '2026-03-16'))
    expect(ofPerson(today, 'Ann', 'calls').progress!.pace).toEqual({ known: false, reason: 'not-yet' })
    expect(ofTeam(today, 'calls').target).toMatchObject({ target: 10, pace: null })
    expect(today.compared).toBeNull()
  })

  test('a month that is over keeps the target that it was measured by', async () => {
    const north = await team(['Ann'])
    await set(north, 'calls', 220)
    await report(north, 'Ann', { '2026-03-31': { calls: 110 } })
    const later = await progress(north, MARCH, '2026-05-04T08:00:00Z')
    expect(later.on).toEqual(date('2026-03-31'))
    expect(ofPerson(later, 'Ann', 'calls').progress).toMatchObject({
      attainment: 0.5,
      elapsed: 22,
      timeShare: 1,
    })
    const february = await progress(north, around('month', '2026-02-10'), '2026-05-04T08:00:00Z')
    expect(ofPerson(february, 'Ann', 'calls').progress).toBeNull()
  })

  test('a number that was retired when the month was over stays in it, and in no later one', async () => {
    const north = await team(['Ann'])
    await set(north, 'calls', 220)
    await report(north, 'Ann', { '2026-03-31': { calls: 110 } })
    await context.db
      .update(catalogue)
      .set({ retiredAt: Temporal.Instant.from('2026-04-02T08:00:00Z') })
      .where(and(eq(catalogue.workspaceId, north.workspaceId), eq(catalogue.metricKey, 'calls')))
    const april = around('month', '2026-04-10')
    const keys = async (period: Period, now: string) =>
      (await progress(north, period, now)).team.map(({ metric }) => metric.key)
    expect(await keys(MARCH, '2026-04-10T08:00:00Z')).toContain('calls')
    expect(ofTeam(await progress(north, MARCH, '2026-04-10T08:00:00Z'), 'calls').target!.attainment).toBe(0.5)
    // While a month runs nobody is held against what is not asked any more.
    expect(await keys(april, '2026-04-10T08:00:00Z')).not.toContain('calls')
    expect(await keys(around('month', '2026-05-04'), '2026-05-04T08:00:00Z')).not.toContain('calls')
  })

  test('a month without a target of its own has its share of the quarter', async () => {
    const north = await team(['Ann'])
    // 63 weekdays from January to March, 22 of them in March.
    await set(north, 'calls', 640, { kind: 'quarter' })
    expect(ofPerson(await progress(north), 'Ann', 'calls').progress!.target).toBe(220)
  })
})

describe('who counts', () => {
  test('numbers of people who have left stay in the team’s total, and they are shown', async () => {
    const north = await team(['Ann', 'Ben'])
    await report(north, 'Ann', { '2026-03-02': { calls: 7 } })
    await report(north, 'Ben', { '2026-03-02': { calls: 5 } })
    await context.db.update(members).set({ leftOn: date('2026-03-06') })
    const shown = await progress(north)
    expect(ofTeam(shown, 'calls').actual).toBe(12)
    expect(shown.people.map(({ member }) => member.userId).sort()).toEqual(['UAnn', 'UBen'])
    const april = await progress(north, around('month', '2026-04-10'), '2026-04-10T08:00:00Z')
    expect(april.people).toEqual([])
    expect(ofTeam(april, 'calls').actual).toBeNull()
  })

  test('a target of one person alone is none of the team', async () => {
    const north = await team(['Ann', 'Ben'])
    await set(north, 'calls', 220, { user: 'UAnn' })
    const shown = await progress(north)
    expect(ofPerson(shown, 'Ann', 'calls').progress?.target).toBe(220)
    expect(ofPerson(shown, 'Ben', 'calls').progress).toBeNull()
    expect(ofTeam(shown, 'calls').target).toBeNull()
  })

  test('a rate is divided from sums, and says nothing of too little', async () => {
    const north = await team(['Ann', 'Ben'])
    await set(north, 'proposalWinRate', 300)
    await report(north, 'Ann', { '2026-03-02': { newCustomers: 3, proposals: 6 } })
    await report(north, 'Ben', { '2026-03-02': { newCustomers: 1, proposals: 10 } })
    const shown = await progress(north)
    expect(ofPerson(shown, 'Ann', 'proposalWinRate').progress!.pace).toEqual({
      known: false,
      reason: 'too-few',
    })
    expect(ofPerson(shown, 'Ben', 'proposalWinRate')).toMatchObject({
      actual: 100,
      progress: { target: 300 },
    })
    // 4 of 16, and not the middle of 50 and 10 percent.
    expect(ofTeam(shown, 'proposalWinRate')).toMatchObject({
      actual: 250,
      target: { target: 300, pace: 250 / 300 },
    })
  })
})

test('numbers that only a role of the workspace’s own counts are the team’s, too', async () => {
  const north = await team(['Ann', 'Ben'])
  const hunters = new Set(presetFor('hunter', 'EUR').map(({ key }) => key))
  const own = presetFor('account-manager', 'EUR').find(
    ({ key, kind }) => !hunters.has(key) && kind === 'additive',
  )!
  await addRoleMetrics(context.db, north, 'SDR', [own])
  const { memberId } = north.members[0]!
  await context.db.update(members).set({ role: 'SDR' }).where(eq(members.memberId, memberId))
  await set(north, own.key, 22_000, { user: 'UAnn' })
  await report(north, 'Ann', { '2026-03-02': { [own.key]: 7000 } })
  const shown = await progress(north)
  expect(ofPerson(shown, 'Ann', own.key)).toMatchObject({ actual: 7000, progress: { target: 22_000 } })
  expect(ofTeam(shown, own.key)).toMatchObject({ actual: 7000, target: { target: 22_000 } })
})

test('fifty people cost no more statements than one', async () => {
  const counts = []
  for (const size of [1, 50]) {
    const north = await team(Array.from({ length: size }, (_, index) => `P${index}`))
    await set(north, 'calls', 22_000)
    context.moveTo(NOW)
    let statements = 0
    const counted = new Proxy(context.db, {
      get: (target, name) => {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (['select', 'selectDistinct', 'selectDistinctOn', 'execute'].includes(String(name)))
            statements += 1
          return value.apply(target, args)
        }
      },
    })
    const whole = {
      ...north,
      managerUserId: 'UBOSS',
      delegateUserId: null,
      parentTeamId: null,
      archivedAt: null,
    }
    const asked = { team: whole, settings: testSettings(), period: MARCH }
    const shown = await teamProgress(counted, asked, context.clock.now())
    expect(shown.people).toHaveLength(size)
    counts.push(statements)
  }
  expect(counts[1]).toBe(counts[0])
  expect(counts[1]).toBeLessThanOrEqual(15)
})
