// What a manager sees first on Home: who has not answered, what is blocked, who is furthest behind, who is away, and everyone's numbers.
import { beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import { blockers, standups } from '../../src/checkins/standup/db/standups.sql.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { furthestBehind } from '../../src/overview/domain/must-do.ts'
import { loadManagedTeams, type ManagedTeam } from '../../src/overview/flows/manager-home.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import { managedBlocks } from '../../src/overview/slack/manager-home.ts'
import { homeView } from '../../src/slack/home.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { MemberStanding } from '../../src/targets/domain/team-progress.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { CALLS, REVENUE, sampleTarget } from '../targets/samples.ts'
import { sampleWarning } from '../warnings/sample-warning.ts'

const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const MOST = 3

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  north = await smallTeam(
    context.db,
    ['Ann', 'Ben', 'Cy', 'Dot'].map((name) => ({ name })),
  )
  await fill()
  context.moveTo('2026-03-16T08:30:00Z')
})

/** Monday 16 March: Ann has answered, Ben and Cy have not, Dot is on leave. Ben is behind in calls. */
async function fill(): Promise<void> {
  const { workspaceId, teamId } = north
  const [ann, ben, cy, dot] = north.members
  const draft = {
    value: 880,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
    reason: '',
  } as const
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const boss = testPerson(workspaceId, 'UBOSS')
  const wanted = { teamId, metricKey: 'calls', period, userId: null, draft }
  expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'home' })).toMatchObject({
    ok: true,
  })
  const calls = (memberId: string, number: number) => ({
    ...{ workspaceId, teamId, memberId, date: date('2026-03-09'), totals: { calls: number } },
  })
  const totals = [
    calls(ann!.memberId, 100),
    calls(ben!.memberId, 30),
    calls(cy!.memberId, 95),
    calls(dot!.memberId, 95),
  ]
  await context.db.insert(dailyTotals).values(totals)
  const today = date('2026-03-16')
  await context.db
    .insert(standups)
    .values({ workspaceId, teamId, memberId: ann!.memberId, date: today, state: 'answered' })
  await context.db.insert(blockers).values({
    ...{ workspaceId, teamId, memberId: cy!.memberId, blockerId: crypto.randomUUID(), text: 'No demo' },
    ...{ helperUserId: null, state: 'open', raisedOn: date('2026-03-10'), closedOn: null },
  })
  const asked = [ann!, ben!, cy!, dot!].map(({ memberId }) => ({
    workspaceId,
    memberId,
    teamId,
    date: today,
  }))
  await context.db.transaction((tx) =>
    recordPrompts(tx, 'standup', 'prompted_at', asked, Temporal.Instant.from('2026-03-16T08:00:00Z')),
  )
  await takeLeave(context.db, dot!, '2026-03-16', '2026-03-17')
}

const boss = () => testPerson(north.workspaceId, 'UBOSS')
const warned = (): WarningView => ({
  warning: sampleWarning({ workspaceId: 'T1', teamId: north.teamId, memberId: north.members[0]!.memberId }),
  team: { teamName: 'North', channelId: 'C1', managerUserId: 'UBOSS' },
  zone: 'Europe/Berlin',
  ...{ metric: CALLS, repUserId: 'UAnn', name: HOSTILE.repeat(9), own: false, target: null },
  can: { takeOn: true, close: true },
})
const load = (who = boss()) => loadManagedTeams(context, who, context.clock.now(), MOST)

test('the queue of the morning', async () => {
  const [managed] = await load()
  expect(managed).toMatchObject({
    ...{ missing: ['UBen', 'UCy'], away: ['UDot'], blocked: [{ userId: 'UCy', since: date('2026-03-10') }] },
    behind: [{ userId: 'UBen', metric: { key: 'calls' } }],
  })
})

test('whose numbers were shown can see it', async () => {
  await load()
  const seen = await readingsOf(context.db, { ...north, userId: 'UAnn' }, date('2026-03-01'), 9)
  expect(seen).toMatchObject([{ viewerUserId: 'UBOSS', opened: ['numbers', 'report'] }])
})

test('the team’s screen of today reads the check-in where it shows it, and else is recorded as numbers alone', async () => {
  const later = { ...context, clock: { now: () => Temporal.Instant.from('2026-03-17T08:30:00Z') } }
  const { teamId } = north
  const seenOf = async (userId: string) =>
    (await readingsOf(context.db, { ...north, userId }, date('2026-03-17'), 9)).map(({ opened }) => opened)
  for (const [options, opened] of [
    [{}, ['numbers']],
    [{ showsCheckin: true }, ['numbers', 'report']],
  ] as const) {
    const shown = await showTeam(later, boss(), { teamId }, { typed: 'today' }, options)
    expect('checkin' in shown).toBe('showsCheckin' in options)
    expect(await seenOf('UAnn')).toEqual([opened])
  }
})

test('a rep, a guest and a stranger see no team there', async () => {
  for (const who of [
    north.people[0]!,
    testPerson(north.workspaceId, 'UNOBODY'),
    { ...boss(), isGuest: true },
  ])
    expect(await load(who)).toEqual([])
})

describe('who is behind', () => {
  const standing = (name: string, ...metrics: [typeof CALLS, number, number][]): MemberStanding => ({
    member: {
      ...{ workspaceId: 'T1', memberId: name, teamId: 't', userId: name, role: 'hunter' },
      ...{ joinedOn: date('2026-01-05'), leftOn: null },
    },
    metrics: metrics.map(([metric, target, actual]) => ({
      ...{ metric, actual, change: { now: null, before: null } },
      progress: sampleTarget({ metric, target, actual }).progress,
    })),
  })

  test('each with the number in which they are furthest behind, the furthest first', () => {
    // 54.5 of 120 calls are expected by now, and €13,636 of €30,000.
    const people = [
      standing('near', [CALLS, 120, 50]),
      standing('ahead', [CALLS, 120, 90]),
      standing('behind', [CALLS, 120, 40]),
      standing('further', [CALLS, 120, 45], [REVENUE, 3_000_000, 300_000]),
    ]
    const found = furthestBehind(people).map(({ userId, metric }) => `${userId} ${metric.key}`)
    expect(found).toEqual(['further newRevenue', 'behind calls'])
  })

  test('nobody who has left, and nobody before anything is expected', () => {
    const left = standing('left', [CALLS, 120, 1])
    expect(furthestBehind([{ ...left, member: { ...left.member, leftOn: date('2026-03-10') } }])).toEqual([])
    const early = standing('early', [CALLS, 120, 1])
    const { progress } = sampleTarget({ through: null })
    expect(furthestBehind([{ ...early, metrics: [{ ...early.metrics[0]!, progress }] }])).toEqual([])
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const texts = (team: ManagedTeam) => JSON.stringify(managedBlocks(team, t))

  test('reads as people say it, the first thing to do on top', async () => {
    const [managed] = await load()
    const said = {
      en: [
        '*Not in yet (2):* Ben, Cy',
        '*Blocked (1):* Cy; since Tue, Mar 10',
        '*Ben*: calls at 33% of pace, 60 to catch up; 16 a day',
        '*Away today:* Dot',
      ],
      'zh-CN': [
        '*还没提交（2 人）：* Ben、Cy',
        '*困难待解决（1 项）：* Cy，3月10日（周二）起',
        '*Ben* 的电话量进度比 33%',
        '*今天休假：* Dot',
      ],
      'zh-TW': [
        '*還沒送出（2 人）：* Ben、Cy',
        '*問題待協助（1 項）：* Cy，3月10日（週二）起',
        '*Ben* 的電話數進度比 33%',
        '*今天休假：* Dot',
      ],
    }[locale]
    const places = said.map((line) => texts(managed!).indexOf(line))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  test('warnings and requests stand below who is missing and what is blocked, above who is behind; then not all is quiet', async () => {
    const [managed] = await load()
    const waiting = [{ type: 'section', text: { type: 'mrkdwn', text: 'A REQUEST' } } as const]
    const said = JSON.stringify(managedBlocks({ ...managed!, warned: [warned()] }, t, waiting))
    const places = [':hourglass_flowing_sand:', ':construction:', ':red_circle:', 'A REQUEST', '33%'].map(
      (one) => said.indexOf(one),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    const quiet = { ...managed!, missing: [], blocked: [], behind: [] }
    expect(JSON.stringify(managedBlocks(quiet, t, waiting))).not.toContain(t('overview.homeNothing'))
    expect(JSON.stringify(managedBlocks(quiet, t))).toContain(t('overview.homeNothing'))
    expect(texts({ ...quiet, warned: [warned()] })).not.toContain(t('overview.homeNothing'))
  })

  test('within Slack’s limits for three teams, whatever the names are', async () => {
    const [managed] = await load()
    const many = <T>(one: T) => Array.from({ length: 300 }, () => one)
    const worst: ManagedTeam = {
      ...{ ...managed!, team: { ...managed!.team, teamName: HOSTILE.repeat(9) } },
      ...{ missing: many('UBen'), away: many('UDot'), blocked: many(managed!.blocked[0]!) },
      behind: many(managed!.behind[0]!),
      warned: Array.from({ length: 300 }, warned),
      progress: {
        ...{ ...managed!.progress, people: many(managed!.progress.people[0]!) },
        nameOf: Object.fromEntries(['UAnn', 'UBen', 'UCy', 'UDot'].map((id) => [id, HOSTILE.repeat(9)])),
      },
    }
    const teams = [worst, { ...worst, teamId: 't2' }, { ...worst, teamId: 't3' }]
    const view = homeView(
      teams.flatMap((team) => managedBlocks(team, t)),
      t,
    )
    expect(checkView({ ...view })).toEqual([])
    // Slack reads neither headers nor cells of tables as mrkdwn.
    const read = view.blocks.filter(({ type }) => type !== 'header' && type !== 'table')
    expect(JSON.stringify(read)).not.toMatch(/<!channel>|<https|undefined|NaN/)
    const nothing = { ...managed!, missing: [], away: [], blocked: [], behind: [] }
    expect(texts(nothing)).toContain(t('overview.homeNothing'))
  })
})
