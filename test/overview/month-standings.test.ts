// What a report's digest says of targets that have no week, such as a rate: where they stand in the month, those behind first.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { definitionOf } from '../../src/checkins/reports/domain/report-kind.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { besideWeek, type MonthStanding, monthStandings } from '../../src/overview/domain/month-standings.ts'
import type { ReportDigest } from '../../src/overview/domain/report-digest.ts'
import { figuresView } from '../../src/overview/slack/digest-figures-view.ts'
import { renderReportDigest } from '../../src/overview/slack/report-digest.ts'
import type { TeamStanding } from '../../src/targets/domain/team-progress.ts'
import { CALLS, COST, WIN_RATE } from '../targets/samples.ts'

const date = Temporal.PlainDate.from('2026-03-06')
const OTHER_RATE = presetFor('account-manager', 'EUR').find(({ kind }) => kind === 'ratio')!

const rate = (metric: MonthStanding['metric'], actual: number | null, target: number, pace: number | null) =>
  ({ metric, actual, target, attainment: actual === null ? null : actual / target, pace }) as MonthStanding

/** A team of which only the month's targets are known. */
const digestOf = (month: readonly MonthStanding[]): ReportDigest => ({
  ...{
    teamId: crypto.randomUUID(),
    name: 'weekly',
    date,
    definition: definitionOf('weekly', DEFAULT_REPORT)!,
  },
  ...{ zone: 'Europe/Berlin', team: { teamName: 'North', channelId: 'C1', managerUserId: 'U1' } },
  ...{ later: 0, uncounted: [], expected: 3, answered: 3, reports: 3, unread: 3, ownMissing: false },
  ...{ missing: [], closesAt: null, week: [], month, nameOf: {}, support: [], saidDid: null, questions: [] },
})

const linesOf = (month: readonly MonthStanding[], locale: 'en' | 'zh-CN' = 'en') => {
  const facts = { kind: 'report-digest', digest: digestOf(month), managerUserId: 'U1' } as const
  return renderReportDigest(facts, BOT.translator(locale)).text.split('\n')
}

describe('a digest', () => {
  test('of a team whose target is a rate says where it stands in the month', () => {
    const said = linesOf([rate(WIN_RATE, 100, 250, 0.4)])
    expect(said[1]).toBe(':small_red_triangle_down: *Proposal win rate* 10%\u00a0/\u00a025% in March (40%)')
    const chinese = linesOf([rate(WIN_RATE, 100, 250, 0.4)], 'zh-CN')
    expect(chinese[1]).toMatch(/^:small_red_triangle_down: \*.+\* 3月 10%\u00a0\/\u00a025%（40%）$/)
  })

  test('shows the three that are furthest behind; all stand in the figures', () => {
    const month = [
      rate({ ...WIN_RATE, key: 'a', label: 'Fine' }, 300, 250, 1.2),
      rate({ ...WIN_RATE, key: 'b', label: 'Too few' }, null, 250, null),
      rate({ ...WIN_RATE, key: 'c', label: 'Behind' }, 100, 250, 0.4),
      rate({ ...WIN_RATE, key: 'd', label: 'Furthest' }, 50, 250, 0.2),
    ]
    const said = linesOf(month).slice(1)
    expect(said.map((line) => line.split(' ', 2).join(' '))).toEqual([
      ...[':small_red_triangle_down: *Furthest*', ':small_red_triangle_down: *Behind*'],
      ':white_check_mark: *Fine*',
    ])
    const figures = JSON.stringify(figuresView(digestOf(month), BOT.translator('en')).blocks)
    expect(figures).toContain(':white_small_square: *Too few* –\u00a0/\u00a025% in March')
  })
})

test('what has a line of the week is left out; of fewer-is-better no share is told; nobody’s and untargeted numbers are no standings', () => {
  const target = { target: 100, attainment: 0.5, pace: 0.4, expected: 80, counted: 50, unassigned: 0 }
  const standing = (metric: MonthStanding['metric'], more: Partial<TeamStanding> = {}): TeamStanding => ({
    ...{ metric, actual: 50, change: { now: null, before: null }, target, ...more },
  })
  const team = [
    ...[standing(CALLS), standing(COST), standing(WIN_RATE)],
    standing({ ...OTHER_RATE, key: 'x' }, { target: null }),
  ]
  const period = periodOf('month', date, 1)
  const month = monthStandings({ period, on: date, compared: null, people: [], team })
  expect(month.map(({ metric, attainment }) => [metric.key, attainment])).toEqual([
    ['calls', 0.5],
    ['campaignCost', null],
    ['proposalWinRate', 0.5],
  ])
  expect(besideWeek(month, [{ metric: CALLS }, { metric: COST }]).map(({ metric }) => metric.key)).toEqual([
    'proposalWinRate',
  ])
})
