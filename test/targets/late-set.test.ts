// A year or quarter that is first set when months of it are over: pace counts from the month in which it was set, the whole stays.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { courseOf } from '../../src/targets/domain/course.ts'
import { type TargetPeriodKind, targetPeriod } from '../../src/targets/domain/target-period.ts'
import { memberProgress } from '../../src/targets/flows/member-progress.ts'
import { previewTarget, setTarget } from '../../src/targets/flows/set-target.ts'
import { teamProgress } from '../../src/targets/flows/team-progress.ts'
import { whyLines } from '../../src/targets/slack/why.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'
import { sampleTarget } from './samples.ts'

const date = Temporal.PlainDate.from
const YEAR = periodOf('year', date('2026-03-16'), 1, 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-01-02T07:00:00Z')
})

let submits = 0
async function set(
  of: SmallTeam,
  on: string,
  value: number,
  { kind = 'year', user = null }: { kind?: TargetPeriodKind; user?: string | null } = {},
) {
  context.moveTo(`${on}T07:00:00Z`)
  submits += 1
  const period = targetPeriod(kind, date(on), 1)
  const wanted = {
    ...{ teamId: of.teamId, metricKey: 'calls', period, userId: user },
    draft: {
      ...({ value, split: 'equal', weights: new Map(), byHand: null, role: null } as const),
      ...{ time: { by: 'equal', weights: null } as const, monthsByHand: null, reason: 'so' },
    },
  }
  const boss = testPerson(of.workspaceId, 'UBOSS')
  const shown = await previewTarget(context, boss, wanted)
  const form = { version: shown.ok ? shown.preview.version : 0, sourceKey: `late-${submits}` }
  const saved = await setTarget(context, boss, wanted, form)
  expect(saved).toMatchObject({ ok: true })
}

/** The same number on each weekday of the span. */
async function report(of: SmallTeam, name: string, calls: number, from: string, to: string) {
  const { workspaceId, teamId, memberId } = of.members.find(({ userId }) => userId === `U${name}`)!
  const rows = []
  for (let day = date(from); Temporal.PlainDate.compare(day, date(to)) <= 0; day = day.add({ days: 1 }))
    if (day.dayOfWeek <= 5) rows.push({ workspaceId, teamId, memberId, date: day, totals: { calls } })
  await context.db.insert(dailyTotals).values(rows)
}

async function seen(of: SmallTeam, now: string, period = YEAR) {
  context.moveTo(now)
  const team = { ...of, managerUserId: 'UBOSS', delegateUserId: null, parentTeamId: null, archivedAt: null }
  return teamProgress(context.db, { team, settings: testSettings(), period }, context.clock.now())
}
type Shown = Awaited<ReturnType<typeof seen>>
const ofPerson = ({ people }: Shown, name: string) =>
  people
    .find(({ member }) => member.userId === `U${name}`)!
    .metrics.find(({ metric }) => metric.key === 'calls')!
const ofTeam = ({ team }: Shown) => team.find(({ metric }) => metric.key === 'calls')!

describe('a year that is first set in October', () => {
  let team: SmallTeam
  let shown: Shown
  beforeAll(async () => {
    context.moveTo('2026-01-02T07:00:00Z')
    team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cleo' }])
    const left = eq(members.memberId, team.members[2]!.memberId)
    await context.db
      .update(members)
      .set({ leftOn: date('2026-09-11') })
      .where(left)
    // 1200 a year are 100 a month; 900 of it lie in months that are over. October has 22 weekdays of the 66 to come.
    await set(team, '2026-10-05', 1200)
    // Ann called before, too: 22 weekdays of September, 10 a day.
    await report(team, 'Ann', 10, '2026-09-01', '2026-09-30')
    // Cleo was there for nine days of September, and has no part of the year.
    await report(team, 'Cleo', 10, '2026-09-01', '2026-09-11')
    await report(team, 'Ann', 2, '2026-10-01', '2026-10-30')
    await report(team, 'Ben', 3, '2026-10-01', '2026-10-30')
    shown = await seen(team, '2026-11-02T12:00:00Z')
  })

  test.each([
    // 150 of her three months: October is 22 of 66 days, so 50; she has 44 of October beside 220 of September.
    { name: 'Ann', actual: 264, counted: 44, pace: 44 / 50 },
    { name: 'Ben', actual: 66, counted: 66, pace: 66 / 50 },
  ])('$name is held against the months from October on', ({ name, actual, counted, pace }) => {
    const { progress } = ofPerson(shown, name)
    expect(progress).toMatchObject({ target: 150, actual, counted, elapsed: 22, days: 66 })
    expect(progress!.expected).toBeCloseTo(50, 9)
    expect(progress!.pace.known && progress!.pace.value).toBeCloseTo(pace, 9)
    expect(progress!.attainment).toBeCloseTo(actual / 150, 9)
  })

  test('the team is behind or ahead by October alone, and what is reached is of the whole year', () => {
    const { target, actual } = ofTeam(shown)
    expect(actual).toBe(420)
    expect(target).toMatchObject({ target: 1200, attainment: 420 / 1200, counted: 110, unassigned: 900 })
    expect(target!.expected).toBeCloseTo(100, 9)
    expect(target!.pace).toBeCloseTo(110 / 100, 9)
    expect(target!.since).toEqual(date('2026-10-01'))
  })

  test('so is the quarter, of which no month was over', async () => {
    const quarter = await seen(team, '2026-11-02T12:00:00Z', periodOf('quarter', date('2026-10-05'), 1, 1))
    expect(ofPerson(quarter, 'Ann').progress).toMatchObject({ target: 150, actual: 44, counted: 44 })
  })

  test('the rep’s own year says the same', async () => {
    const [member] = team.members
    const now = context.clock.now()
    const [own] = await memberProgress(
      context.db,
      { member: member!, today: date('2026-11-02') },
      [YEAR],
      now,
    )
    expect(own!.metrics.find(({ metric }) => metric.key === 'calls')!.progress).toEqual(
      ofPerson(shown, 'Ann').progress,
    )
  })
})

test('a month that was set for itself before is expected and counts, though the year came after it', async () => {
  context.moveTo('2026-01-02T07:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }])
  await set(team, '2026-09-01', 100, { kind: 'month' })
  await set(team, '2026-10-05', 1200)
  await report(team, 'Ann', 1, '2026-08-03', '2026-08-31')
  await report(team, 'Ann', 10, '2026-09-01', '2026-09-30')
  const shown = await seen(team, '2026-11-02T12:00:00Z')
  // 50 of September and 150 of the months after; 44 of 88 days are over.
  const { progress } = ofPerson(shown, 'Ann')
  expect(progress).toMatchObject({ target: 200, actual: 241, counted: 220, elapsed: 44, days: 88 })
  expect(progress!.expected).toBeCloseTo(100, 9)
  // 800 of 1200 belong to months that were over; of the 400 from September on half is expected.
  expect(ofTeam(shown).target).toMatchObject({ target: 1200, counted: 220, since: date('2026-09-01') })
  expect(ofTeam(shown).target!.expected).toBeCloseTo(200, 9)
})

test('what is unassigned in the months to come is expected, and only what was over is not', async () => {
  context.moveTo('2026-01-02T07:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }])
  await set(team, '2026-10-05', 1200)
  // Ben leaves at the end of October: of his 150 the 50 of October stay his, 100 belong to nobody.
  const left = eq(members.memberId, team.members[1]!.memberId)
  await context.db
    .update(members)
    .set({ leftOn: date('2026-10-30') })
    .where(left)
  const { target } = ofTeam(await seen(team, '2026-11-02T12:00:00Z'))
  expect(target).toMatchObject({ target: 1200, unassigned: 1000 })
  // Ann's 50 and Ben's 50 of their 200, and as much of the 100.
  expect(target!.expected).toBeCloseTo((100 * 300) / 200, 9)
})

test('a year that is set on its first day counts from there, and nothing is said of it', async () => {
  context.moveTo('2026-01-02T07:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }])
  await set(team, '2026-01-02', 1200)
  await report(team, 'Ann', 4, '2026-01-05', '2026-01-30')
  const shown = await seen(team, '2026-02-02T12:00:00Z')
  expect(ofPerson(shown, 'Ann').progress).toMatchObject({ actual: 80, counted: 80, elapsed: 20, days: 259 })
  expect(ofTeam(shown).target!.since).toBeUndefined()
})

describe('why', () => {
  // 120 of the quarter, first set in February: 10 on each of two days of January, 20 on two of February.
  const quarter = sampleTarget({ kind: 'quarter', since: '2026-02-01', actual: 60, through: '2026-02-27' })
  const entries = ['2026-01-08', '2026-01-09', '2026-02-02', '2026-02-03'].map((day, index) => ({
    ...{ date: date(day), value: index < 2 ? 10 : 20 },
  }))
  const target = { ...quarter, entries, progress: { ...quarter.progress, counted: 40 } }
  test.each([
    [
      'en',
      [
        'First set in February 2026, so pace counts from then: the 20 from before count towards the target alone.',
        'Working days: 42, without leave and holidays. Due by Fri, Feb 27: 20.',
        'Expected by now: 120 × 20 ÷ 42 = 57.',
      ],
    ],
    ['zh-CN', ['目标从2026年2月才开始设定，进度从当月起算；此前的 20 通计入达成率，不计入进度。']],
    ['zh-TW', ['目標從2026年2月才開始設定，進度從當月起算；先前的 20 通計入達成率，不計入進度。']],
  ] as const)('%s: says from when on pace counts, and how', (locale, said) => {
    const lines = whyLines({ target, version: null, entries: [] }, BOT.translator(locale))
    expect(lines).toEqual(expect.arrayContaining([...said]))
    // Nothing of it is taken for numbers of days that are not due.
    expect(lines).toHaveLength(
      whyLines({ target: quarter, version: null, entries: [] }, BOT.translator(locale)).length,
    )
  })

  test('the chart begins there, too', () => {
    const [first, ...more] = courseOf(target, 20)
    expect(first).toMatchObject({ date: date('2026-02-02'), actual: 20 })
    expect(more.at(-1)).toMatchObject({ date: date('2026-02-27'), actual: 40 })
  })
})
