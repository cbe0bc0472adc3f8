// The forms for members, leave, extra days and metrics are within Slack's limits in every language, and are read back as shown.

import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor, presetMetric } from '../../src/numbers/domain/presets.ts'
import type { MetricsFacts } from '../../src/numbers/flows/change-metrics.ts'
import {
  metricErrors,
  metricView,
  ownMetricView,
  readMetric,
  readOwnMetric,
} from '../../src/numbers/slack/metric-form.ts'
import { metricsView, readMetricsMetadata, readPick } from '../../src/numbers/slack/metrics-form.ts'
import { LEAVE_KINDS } from '../../src/org/domain/leave-kind.ts'
import type { LeaveRequest } from '../../src/org/domain/leave-request.ts'
import { ROLES } from '../../src/org/domain/team.ts'
import type { DaysFacts } from '../../src/org/flows/change-extra-days.ts'
import type { HomeChoice } from '../../src/org/flows/home-teams.ts'
import type { LeaveFacts } from '../../src/org/flows/load-leave.ts'
import type { MembersFacts } from '../../src/org/flows/load-members.ts'
import { dayProblemText, daysView, readDay } from '../../src/org/slack/days-form.ts'
import { homeTeamView } from '../../src/org/slack/home-team-form.ts'
import { leaveProblemText, leaveView, leaveWhen, readLeave } from '../../src/org/slack/leave-form.ts'
import {
  membersDoneView,
  membersErrors,
  membersView,
  readMembers,
  readTeamMetadata,
} from '../../src/org/slack/members-form.ts'
import { filled, stateOf } from '../support/form-state.ts'

const date = Temporal.PlainDate.from
const t = BOT.translator('en')
const HOSTILE = '<!channel> *bold* & <https://evil.example|x>\u202e `code`'
const TEAM_ID = 'b1f6a3de-0000-4000-8000-000000000000'
const users = (count: number) => Array.from({ length: count }, (_, n) => `U0${String(n).padStart(9, '0')}`)

const WAITING = users(500).map((userId) => ({ userId, askedUserId: 'U0MANAGER' }))

const PEOPLE: Record<string, MembersFacts> = {
  nobody: {
    teamId: TEAM_ID,
    teamName: 'North',
    channelId: 'C1',
    managerUserId: 'UMARA',
    roles: ROLES,
    members: [],
    waiting: [],
    left: [],
  },
  'one in each role': {
    teamId: TEAM_ID,
    teamName: HOSTILE,
    waiting: WAITING.slice(0, 1),
    channelId: 'C1',
    managerUserId: 'UMARA',
    roles: [...ROLES, '大客户销售'],
    members: ROLES.map((role, index) => ({ userId: `U${index}`, role })),
    left: [{ name: HOSTILE, deactivated: true }],
  },
  'two thousand': {
    teamId: TEAM_ID,
    teamName: '王'.repeat(60),
    waiting: WAITING,
    channelId: 'C1',
    managerUserId: 'UMARA',
    roles: ROLES,
    members: users(2000).map((userId) => ({ userId, role: 'hunter' as const })),
    left: users(300).map((name) => ({ name, deactivated: false })),
  },
}

/** More people and teams than a menu takes, some of them not to be named. */
const HOMES: HomeChoice[] = users(120).map((userId, n) => ({
  ...{ userId, name: HOSTILE.repeat(2), home: { teamId: TEAM_ID, name: HOSTILE, channelName: 'north' } },
  others: Array.from({ length: n === 0 ? 130 : 2 }, (_, index) => ({
    teamId: `c1f6a3de-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ...(index % 2 ? { name: null, channelName: null } : { name: HOSTILE, channelName: 'c'.repeat(80) }),
  })),
}))

const waitingLeave = (n: number): LeaveRequest => ({
  ...{ workspaceId: 'T1', requestId: crypto.randomUUID(), leaveId: crypto.randomUUID(), userId: `U${n}` },
  ...{ wish: n % 2 ? 'record' : 'cancel', from: date('2026-02-02'), to: date('2026-02-27'), part: 'morning' },
  ...{ kind: 'sick', numberDays: [], homeTeamId: TEAM_ID, askedUserId: 'UMARA', askedTeamId: TEAM_ID },
  ...{ askedAt: Temporal.Instant.from('2026-03-02T08:00:00Z'), state: 'waiting' },
  ...{ decidedBy: null, decidedAt: null },
})

const LEAVES: Record<string, LeaveFacts> = {
  none: {
    ...{ today: date('2026-03-02'), forOthers: false, viewerId: 'UANN', userId: 'UANN', people: [] },
    ...{ recorded: [], waiting: [], homes: [] },
  },
  'very many': {
    today: date('2026-03-02'),
    forOthers: true,
    viewerId: 'UANN',
    userId: 'UANN',
    people: users(101).map((userId) => ({ userId, name: HOSTILE })),
    waiting: Array.from({ length: 40 }, (_, n) => waitingLeave(n)),
    homes: HOMES,
    recorded: Array.from({ length: 90 }, (_, n) => ({
      leaveId: crypto.randomUUID(),
      userId: `U${n}`,
      // A third is over, a third has begun, a third is ahead.
      from: date('2026-02-02').add({ months: n % 3 }),
      to: n % 3 ? date('2027-03-02') : date('2026-02-27'),
      part: (['whole', 'morning', 'afternoon'] as const)[Math.floor(n / 3) % 3]!,
      kind: LEAVE_KINDS[n % LEAVE_KINDS.length]!,
    })),
  },
}

const DAYS: Record<string, DaysFacts> = {
  none: {
    teamId: TEAM_ID,
    teamName: 'North',
    channelId: 'C1',
    managerUserId: 'UMARA',
    today: date('2026-03-02'),
    recorded: [],
    nextAlternate: null,
  },
  'very many': {
    teamId: TEAM_ID,
    teamName: HOSTILE,
    channelId: 'C1',
    managerUserId: 'UMARA',
    today: date('2026-03-02'),
    nextAlternate: date('2026-03-07'),
    recorded: Array.from({ length: 200 }, (_, n) => ({
      date: date('2026-03-02').add({ days: n }),
      kind: n % 2 ? ('on' as const) : ('off' as const),
    })),
  },
}

const list = (metrics: readonly Metric[], enabled = true) =>
  metrics.map((metric, index) => ({
    ...{ role: 'hunter' as const, metric, position: index + 1, enabled, owner: TEAM_ID },
  }))
const METRICS: Record<string, MetricsFacts> = {
  'a preset': {
    teamId: TEAM_ID,
    teamName: 'North',
    channelId: 'C1',
    managerUserId: 'UMARA',
    role: 'hunter',
    roles: ['hunter'],
    list: list(presetFor('hunter', 'EUR')),
    ...{ currency: 'EUR', definable: new Set<string>() },
  },
  'as many as there can be, all off': {
    teamId: TEAM_ID,
    teamName: HOSTILE,
    channelId: 'C1',
    managerUserId: 'UMARA',
    role: 'hunter',
    roles: ROLES,
    list: list(
      Array.from({ length: 25 }, (_, n) => ({
        ...presetMetric('newRevenue', 'CNY')!,
        key: `own-${n}`,
        label: HOSTILE.slice(0, 40),
        points: 1000,
        plausibleMin: 0,
        plausibleMax: 10_000_000_000_000,
      })),
      false,
    ),
    ...{ currency: 'CNY', definable: new Set(presetFor('hunter', 'CNY').map(({ key }) => key)) },
  },
  'a single number': {
    teamId: TEAM_ID,
    teamName: 'North',
    channelId: 'C1',
    managerUserId: 'UMARA',
    role: 'analyst',
    roles: ['analyst'],
    list: list([presetMetric('calls', 'EUR')!]),
    ...{ currency: 'EUR', definable: new Set<string>() },
  },
}

/** All texts in which Slack renders markup, without the values of fields. */
function marked(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'type' in part && part.type === 'mrkdwn' && 'text' in part ? [String(part.text)] : []
  return [...own, ...Object.values(part).flatMap(marked)]
}

describe.each(LOCALES)('Slack takes in %s', (locale) => {
  const reader = BOT.translator(locale)
  const taken = (view: ReturnType<typeof membersView>) => {
    expect(checkView(view)).toEqual([])
    for (const text of marked(view)) expect(text).not.toContain('<!channel>')
  }

  test.each(Object.entries(PEOPLE))('people: %s', (_, facts) => {
    taken(membersView(facts, reader))
    const changed = {
      ...{ ok: true as const, joined: users(500), moved: users(1), left: users(200) },
      ...{ waiting: WAITING, refused: users(200), withdrawn: users(200) },
    }
    taken(membersDoneView(changed, facts, reader))
  })
  test.each(Object.entries(LEAVES))('leave: %s', (_, facts) => {
    taken(leaveView(facts, reader))
    taken(leaveView(facts, reader, reader('leave.gone')))
    taken(homeTeamView(facts.homes, reader))
  })
  test.each(Object.entries(DAYS))('days: %s', (_, facts) => {
    taken(daysView(facts, reader))
    taken(daysView(facts, reader, { note: reader('team.gone') }))
    taken(daysView(facts, reader, { typed: { date: date('2026-10-10'), kind: 'on' } }))
  })
  test.each(Object.entries(METRICS))('metrics: %s', (_, facts) => {
    taken(metricsView(facts, reader))
    taken(metricsView(facts, reader, reader('team.rankedBy')))
    taken(ownMetricView(TEAM_ID, facts.role, facts.currency, reader))
    for (const { metric } of facts.list) taken(metricView(TEAM_ID, facts.role, metric, reader))
  })

  test('and every refusal is a sentence', () => {
    const other = LEAVES['very many']!.recorded[1]!
    const sentences = [
      ...(['not-allowed', 'ends-before-start', 'too-long', 'too-far-back', 'too-far-ahead'] as const).map(
        (reason) => leaveProblemText({ ok: false, reason }, date('2026-03-02'), reader),
      ),
      leaveProblemText({ ok: false, reason: 'overlaps', other }, date('2026-03-02'), reader),
      leaveProblemText({ ok: false, reason: 'asked-already', other }, date('2026-03-02'), reader),
      ...(['not-allowed', 'past', 'too-far-ahead'] as const).map((reason) =>
        dayProblemText({ ok: false, reason }, reader),
      ),
      ...Object.values(membersErrors({ ok: false, reason: 'unusable', names: [HOSTILE] }, reader)),
      ...Object.values(membersErrors({ ok: false, reason: 'placed-and-removed' }, reader)),
      ...Object.values(
        metricErrors({ name: 'taken', plausibleMax: 'min-above-max', points: 'not-0-to-1000' }, reader),
      ),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('people', () => {
  const opened = stateOf(membersView(PEOPLE.nobody!, t))

  test('are read as chosen', () => {
    const state = filled(opened, {
      place: { selected_users: ['U1', 'U2', 'U1'] },
      role: { selected_option: { value: 'analyst' } },
      remove: { selected_users: ['U3'] },
    })
    expect(readMembers(state, t)).toEqual({
      ok: true,
      value: { placed: ['U1', 'U2'], removed: ['U3'], role: 'analyst' },
    })
  })

  test('an empty selection or one without a role is refused', () => {
    expect(readMembers(opened, t)).toMatchObject({ ok: false, errors: { place: expect.any(String) } })
    const forged = filled(opened, {
      place: { selected_users: ['U1'] },
      role: { selected_option: null },
    })
    expect(readMembers(forged, t)).toMatchObject({ ok: false, errors: { role: expect.any(String) } })
  })

  test('invalid metadata is refused', () => {
    expect(readTeamMetadata(membersView(PEOPLE.nobody!, t).private_metadata!)).toBe(TEAM_ID)
    for (const text of ['', '{}', '{"teamId":"x"}']) expect(readTeamMetadata(text)).toBeNull()
  })
})

describe('leave', () => {
  const opened = stateOf(leaveView(LEAVES.none!, t))
  const forOthers = stateOf(leaveView(LEAVES['very many']!, t))

  test('opens with today, all day, for oneself', () => {
    const leave = { from: date('2026-03-02'), to: date('2026-03-02'), part: 'whole', kind: 'annual' }
    expect(readLeave(opened, 'UME', t)).toEqual({ ok: true, userId: 'UME', leave })
    expect(readLeave(forOthers, 'UME', t)).toEqual({ ok: true, userId: 'UANN', leave })
  })

  test('is read as filled in, and a missing part said at its field', () => {
    const state = filled(forOthers, {
      who: { selected_user: 'ULI' },
      to: { selected_date: '2026-03-04' },
      part: { selected_option: { value: 'afternoon' } },
      kind: { selected_option: { value: 'sick' } },
    })
    expect(readLeave(state, 'UME', t)).toEqual({
      ok: true,
      userId: 'ULI',
      leave: { from: date('2026-03-02'), to: date('2026-03-04'), part: 'afternoon', kind: 'sick' },
    })
    const empty = filled(forOthers, { who: { selected_user: null }, from: { selected_date: '2026-02-30' } })
    const read = readLeave(empty, 'UME', t)
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(['from', 'who'])
  })

  test('is written the way the reader writes dates', () => {
    const leave = { from: date('2026-12-01'), to: date('2026-12-03'), part: 'morning' } as const
    const zh = BOT.translator('zh-CN')
    expect(leaveWhen(leave, date('2026-11-17'), zh)).toBe('12月1日（周二）至12月3日（周四），每天上午')
    expect(leaveWhen({ ...leave, to: leave.from, part: 'whole' }, date('2026-11-17'), t)).toBe('Tue, Dec 1')
  })

  test('has its year where that is not the current one', () => {
    const leave = { from: date('2026-12-30'), to: date('2027-01-04'), part: 'whole' } as const
    expect(leaveWhen(leave, date('2026-11-17'), BOT.translator('zh-TW'))).toBe(
      '12月30日（週三）至2027年1月4日（週一）',
    )
    expect(leaveWhen(leave, date('2027-01-05'), t)).toBe('Wed, Dec 30, 2026 to Mon, Jan 4')
    expect(leaveWhen(leave, null, t)).toBe('Wed, Dec 30, 2026 to Mon, Jan 4, 2027')
  })
})

describe('days', () => {
  const opened = stateOf(daysView(DAYS.none!, t))

  test('are read as chosen, and not without a day', () => {
    const state = filled(opened, {
      date: { selected_date: '2026-10-10' },
      kind: { selected_option: { value: 'on' } },
    })
    expect(readDay(state, t)).toEqual({ ok: true, value: { date: date('2026-10-10'), kind: 'on' } })
    expect(readDay(opened, t)).toMatchObject({ ok: false, errors: { date: expect.any(String) } })
  })
})

describe('metrics', () => {
  test('every pick of the menu is understood, and nothing else', () => {
    const view = metricsView(METRICS['a preset']!, t)
    const values = JSON.stringify(view.blocks)
      .match(/"value":"[^"]+"/g)!
      .map((match) => match.slice(9, -1))
    const picks = values.filter((value) => value.includes(' '))
    expect(picks.length).toBeGreaterThan(30)
    for (const pick of picks) expect(readPick(pick)).not.toBeNull()
    for (const forged of ['', 'up', 'delete calls', `up ${'x'.repeat(60)}`])
      expect(readPick(forged)).toBeNull()
  })

  test('a metric opens with what it is, scaled back', () => {
    const revenue = { ...presetMetric('newRevenue', 'EUR')!, plausibleMax: 150_050, label: 'Revenue' }
    const view = metricView(TEAM_ID, 'hunter', revenue, t)
    expect(readMetric(stateOf(view))).toEqual({
      name: 'Revenue',
      plausibleMin: '',
      plausibleMax: '1500.50',
      points: '0',
    })
    expect(readMetricsMetadata(view.private_metadata!)).toEqual({
      teamId: TEAM_ID,
      role: 'hunter',
      key: 'newRevenue',
    })
  })

  test('one of the team’s own is read as typed', () => {
    const state = filled(stateOf(ownMetricView(TEAM_ID, 'hunter', 'EUR', t)), {
      name: { value: 'Demos' },
      unit: { selected_option: { value: 'money' } },
      decimals: { selected_option: { value: '2' } },
      hardMax: { value: '1,000' },
    })
    expect(readOwnMetric(state)).toEqual({
      name: 'Demos',
      unit: 'money',
      decimals: '2',
      hardMin: '',
      hardMax: '1,000',
      plausibleMin: '',
      plausibleMax: '',
      points: '',
    })
  })
})
