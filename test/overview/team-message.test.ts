// What a manager reads about the team, in three languages, within Slack's limits whatever the team's size and names are.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { formatValue } from '../../src/numbers/slack/format-value.ts'
import type { Role } from '../../src/org/domain/team.ts'
import type { TeamView } from '../../src/overview/flows/show-team.ts'
import { Wanted } from '../../src/overview/slack/team-command.ts'
import { teamMessage } from '../../src/overview/slack/team-message.ts'
import { teamPages } from '../../src/overview/slack/team-table.ts'
import type { DataTableBlock } from '../../src/slack/blocks.ts'
import { degrade, isPlain } from '../../src/slack/degrade.ts'
import type { MemberStanding, MetricStanding } from '../../src/targets/domain/team-progress.ts'
import { CALLS, COST, REVENUE, sampleTarget, WIN_RATE } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ODD: Metric = { ...CALLS, key: 'own-1', label: `${HOSTILE}${'长'.repeat(60)}` }
const VISITS = presetFor('hunter', 'EUR').find(({ key }) => key === 'visits')!
const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'
const MARCH = periodOf('month', date('2026-03-16'), 1)

const held = (
  metric: Metric,
  target: number,
  actual: number,
  before: number | null = null,
): MetricStanding => ({
  ...{ metric, actual, change: { now: actual, before } },
  progress: sampleTarget({ metric, target, actual }).progress,
})
const bare = (metric: Metric, actual: number | null, before: number | null = null): MetricStanding => ({
  ...{ metric, actual, change: { now: actual, before }, progress: null },
})

function person(name: string, metrics: readonly MetricStanding[], role: Role = 'hunter'): MemberStanding {
  const joinedOn = date('2026-01-05')
  const ids = { workspaceId: 'T1', memberId: name, teamId: TEAM_ID, userId: `U${name}` }
  return { member: { ...ids, role, joinedOn, leftOn: null }, metrics }
}

function view(
  people: readonly MemberStanding[],
  more: Partial<TeamView['progress']> = {},
  name = 'North',
): TeamView {
  const names = people.map(({ member }) => [member.userId, member.memberId])
  return {
    ...{ teamId: TEAM_ID, today: date('2026-03-16'), weekStartsOn: 1 },
    team: { teamName: name, channelId: 'C1', managerUserId: 'UMARA' },
    tree: null,
    progress: {
      ...{ period: MARCH, on: date('2026-03-16'), people, nameOf: Object.fromEntries(names) },
      compared: { from: date('2026-02-01'), to: date('2026-02-13'), days: 10 },
      team: [
        {
          ...{ metric: CALLS, actual: 98, change: { now: 98, before: 80 } },
          target: { target: 240, attainment: 98 / 240, pace: 0.9, expected: 109, counted: 98, unassigned: 0 },
        },
        { metric: VISITS, actual: 7, change: { now: 7, before: 10 }, target: null },
      ],
      ...more,
    },
  }
}

const TWO = view([
  person('Ben', [held(CALLS, 120, 58, 50), bare(VISITS, 4, 5)]),
  person('Ann', [held(CALLS, 120, 40, 30), bare(VISITS, 3, 5)]),
])
const tables = (message: { blocks: readonly object[] }) =>
  message.blocks.filter((block): block is DataTableBlock => 'type' in block && block.type === 'data_table')
const texts = ({ rows }: DataTableBlock) => rows.map((row) => row.map(({ text }) => text).join(' | '))

const SAID: Record<Locale, { head: string[]; small: string; table: string[] }> = {
  en: {
    head: ['*North (<#C1>) · March 2026*', '*Calls* 98\u00a0/\u00a0240 (41%) · pace 90% ▲23%'],
    small: 'Team in total: *Visits* 7 ▼30%',
    table: [
      'Name | Calls | Reached | Pace | ±',
      'Ann | 40\u00a0/\u00a0120 | 33% | 73% | ▲33%',
      'Ben | 58\u00a0/\u00a0120 | 48% | 106% | ▲16%',
    ],
  },
  'zh-CN': {
    head: ['*North（<#C1>） · 2026年3月*', '*电话量* 98\u00a0/\u00a0240 通（41%） · 进度比 90% ▲23%'],
    small: '团队合计：*拜访量* 7 家 ▼30%',
    table: [
      '姓名 | 电话量 | 达成率 | 进度比 | 环比',
      'Ann | 40\u00a0/\u00a0120 通 | 33% | 73% | ▲33%',
      'Ben | 58\u00a0/\u00a0120 通 | 48% | 106% | ▲16%',
    ],
  },
  'zh-TW': {
    head: ['*North（<#C1>） · 2026年3月*', '*電話數* 98\u00a0/\u00a0240 通（41%） · 進度比 90% ▲23%'],
    small: '團隊合計：*拜訪數* 7 家 ▼30%',
    table: [
      '姓名 | 電話數 | 達成率 | 進度比 | 較上期',
      'Ann | 40\u00a0/\u00a0120 通 | 33% | 73% | ▲33%',
      'Ben | 58\u00a0/\u00a0120 通 | 48% | 106% | ▲16%',
    ],
  },
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test('what belongs to nobody is said of a month; in a year it may be months that were over', () => {
    const target = {
      target: 240,
      attainment: 98 / 240,
      pace: 0.9,
      expected: 109,
      counted: 98,
      unassigned: 71,
    }
    const team = [{ metric: CALLS, actual: 98, change: { now: 98, before: 80 }, target }]
    const { people } = TWO.progress
    const said = t('overview.unassigned', { value: formatValue(CALLS, 71, locale) })
    expect(teamMessage(view(people, { team }), t).text).toContain(said)
    const year = periodOf('year', date('2026-03-16'), 1, 1)
    expect(teamMessage(view(people, { team, period: year }), t).text).not.toContain(said)
  })

  test('the team stands above its people, whoever is furthest behind first', () => {
    const message = teamMessage(TWO, t)
    const [first] = message.blocks
    expect((first as { text: { text: string } }).text.text.split('\n')).toEqual(SAID[locale].head)
    expect(texts(tables(message)[0]!)).toEqual(SAID[locale].table)
    // Below the tables, so that on a phone they come first.
    const after = message.blocks.slice(message.blocks.findLastIndex(({ type }) => type === 'data_table'))
    expect(JSON.stringify(after)).toContain(SAID[locale].small)
    for (const line of [...SAID[locale].head, SAID[locale].small, '*Ann*', '*Ben*'])
      expect(message.text).toContain(line)
  })

  const CASES: Record<string, TeamView> = {
    'of nobody': view([], { team: [] }),
    'without a number': view([person('Ann', [])], { team: [], compared: null }),
    'with hostile names': view(
      [person(HOSTILE, [held(ODD, 120, 40), bare(ODD, null)])],
      { team: [{ metric: ODD, actual: 1, change: { now: 1, before: null }, target: null }] },
      HOSTILE.repeat(8),
    ),
    'of every kind of number': view([
      person('Ann', [
        held(CALLS, 0, 3),
        held(WIN_RATE, 300, 250, 100),
        held(REVENUE, 3_000_000, 1_234_500, 1),
      ]),
      person('Cai', [held(COST, 500_000, 700_000, 100)], 'campaign-planner'),
    ]),
    'of 200 with forty numbers': view(
      Array.from({ length: 200 }, (_, index) =>
        person(
          `${'Maximilian-Alexander '.repeat(2)}${index}`,
          Array.from({ length: 40 }, (_, key) =>
            held(
              { ...REVENUE, key: `own-${key}`, label: `${HOSTILE} ${key}` },
              3_000_000_000,
              index * 1e7,
              1,
            ),
          ),
        ),
      ),
      { team: [] },
    ),
  }

  test.each(Object.keys(CASES))('%s: within Slack’s limits on each page, also in words', (name) => {
    const shown = CASES[name]!
    const { pages } = teamPages(shown.progress, t)
    // The first ones and the last; the others are like them.
    for (const [page, people] of [...pages.entries()].filter(([at]) => at < 3 || at === pages.length - 1)) {
      const message = teamMessage(shown, t, page)
      expect(checkMessage(message)).toEqual([])
      expect(isPlain(message)).toBe(
        people.length === 0 || people.every(({ metrics }) => metrics.length === 0),
      )
      const words = degrade(message)
      if (words) expect(checkMessage(words)).toEqual([])
      const cells = tables(message).flatMap(({ rows }) => rows.flat())
      expect(cells.reduce((sum, { text }) => sum + [...text].length, 0)).toBeLessThanOrEqual(10_000)
      for (const { rows } of tables(message)) expect(rows.length).toBeLessThanOrEqual(101)
      expect(message.text).not.toMatch(/<!channel>|<https:/)
    }
    expect(pages.flat()).toHaveLength(shown.progress.people.length)
  })
})

test('a click sorts by the number and not by its digits', () => {
  const [, ann, ben] = tables(teamMessage(TWO, BOT.translator('en')))[0]!.rows
  expect([ann![1], ben![1]]).toMatchObject([{ value: 40 }, { value: 58 }])
  expect(ann![3]).toMatchObject({ type: 'raw_number', value: expect.closeTo((40 / (120 * 10)) * 22, 5) })
})

test('of a number of which less is better there is no attainment, only pace', () => {
  const message = teamMessage(
    view([person('Cai', [held(COST, 500_000, 200_000)], 'campaign-planner')]),
    BOT.translator('en'),
  )
  expect(texts(tables(message)[0]!)[0]).toBe('Name | Campaign cost | Pace | ±')
})

test.each(['day', 'week', 'month', 'quarter', 'year'] as const)(
  'the buttons of a %s are understood',
  (kind) => {
    const period = periodOf(kind, date('2026-03-16'), 1, 1)
    const { elements } = teamMessage(view([person('Ann', [])], { period }), BOT.translator('en')).blocks.at(
      -1,
    ) as unknown as { elements: { value: string }[] }
    for (const { value } of elements) expect(Wanted.safeParse(JSON.parse(value)).success).toBe(true)
  },
)

test('buttons lead to the periods around, and to the people who did not fit', () => {
  const many = view(Array.from({ length: 150 }, (_, index) => person(`P${index}`, [held(CALLS, 120, 40)])))
  const actions = (page: number) => {
    const block = teamMessage(many, BOT.translator('en'), page).blocks.at(-1) as unknown as {
      elements: { value: string }[]
    }
    return block.elements.slice(0, -1).map(({ value }) => JSON.parse(value))
  }
  const of = { team: TEAM_ID, kind: 'month' }
  expect(actions(0)).toEqual([
    { ...of, date: '2026-02-28', page: 0 },
    { ...of, date: '2026-03-01', page: 1 },
  ])
  expect(actions(1)).toEqual([
    { ...of, date: '2026-02-28', page: 0 },
    { ...of, date: '2026-03-01', page: 0 },
  ])
})

test.each([
  [
    'en',
    'First set in February 2026: Calls. Pace counts from then; what was in before counts towards the target alone.',
  ],
  ['zh-CN', '2026年2月才首次设定的目标：电话量。进度从当月起算，此前的数据只计入达成率。'],
  ['zh-TW', '2026年2月才首次設定的目標：電話數。進度從當月起算，先前的數字只計入達成率。'],
] as const)('%s: since when pace counts is said, where the target was set late', (locale, said) => {
  const late = { ...TWO.progress.team[0]!.target!, since: date('2026-02-01') }
  const team = [{ ...TWO.progress.team[0]!, target: late }, ...TWO.progress.team.slice(1)]
  const quarter = periodOf('quarter', date('2026-03-16'), 1, 1)
  const t = BOT.translator(locale)
  const message = teamMessage(view(TWO.progress.people, { period: quarter, team }), t)
  expect(JSON.stringify(message.blocks)).toContain(said)
  expect(checkMessage(message)).toEqual(checkMessage(teamMessage(TWO, t)))
  expect(JSON.stringify(teamMessage(TWO, t).blocks)).not.toContain(said.slice(-12))
})
