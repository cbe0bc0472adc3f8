// The team's numbers as CSV: read back by a parser, safe in a spreadsheet, and to copy where no file can be sent.
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import type { TeamView } from '../../src/overview/flows/show-team.ts'
import { copyView } from '../../src/overview/slack/csv-button.ts'
import { teamCsv } from '../../src/overview/slack/team-csv.ts'
import type { MetricStanding } from '../../src/targets/domain/team-progress.ts'
import { CALLS, REVENUE, sampleTarget } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
const MARCH = periodOf('month', date('2026-03-16'), 1)

const standing = (metric: Metric, actual: number | null, target: number | null): MetricStanding => ({
  ...{ metric, actual, change: { now: actual, before: 7 } },
  progress: target === null ? null : sampleTarget({ metric, target, actual }).progress,
})

function view(name: string, teamName: string, metrics: readonly MetricStanding[]): TeamView {
  const member = {
    ...{ workspaceId: 'T1', memberId: 'm', teamId: 't', userId: 'U1', role: 'hunter' as const },
    ...{ joinedOn: date('2026-01-05'), leftOn: null },
  }
  return {
    ...{ teamId: 't', today: date('2026-03-16'), weekStartsOn: 1 },
    team: { teamName, channelId: 'C1', managerUserId: 'UMARA' },
    tree: null,
    progress: {
      ...{ period: MARCH, on: date('2026-03-16'), people: [{ member, metrics }], nameOf: { U1: name } },
      ...{
        compared: null,
        team: metrics.map(({ metric, actual, change }) => ({ metric, actual, change, target: null })),
      },
    },
  }
}

const en = BOT.translator('en')
const rowsOf = (csv: string) => parse(csv, { bom: true }) as string[][]

test('a row for each person and number, then the team’s, as plain numbers', () => {
  const csv = teamCsv(
    view('Ann, "Annie"', 'North', [standing(CALLS, 40, 120), standing(REVENUE, 1_234_550, null)]),
    en,
  )
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain('\r\n')
  const pace = (40 / ((120 * 10) / 22)).toFixed(4)
  expect(rowsOf(csv).slice(1)).toEqual([
    [
      'Ann, "Annie"',
      'Hunter',
      'Calls',
      '',
      '2026-03-01',
      '2026-03-31',
      '40',
      '120',
      '0.3333',
      String(Number(pace)),
      '40',
      '7',
    ],
    [
      'Ann, "Annie"',
      'Hunter',
      'New revenue',
      'EUR',
      '2026-03-01',
      '2026-03-31',
      '12345.5',
      '',
      '',
      '',
      '12345.5',
      '0.07',
    ],
    ['North', 'Whole team', 'Calls', '', '2026-03-01', '2026-03-31', '40', '', '', '', '40', '7'],
    [
      'North',
      'Whole team',
      'New revenue',
      'EUR',
      '2026-03-01',
      '2026-03-31',
      '12345.5',
      '',
      '',
      '',
      '12345.5',
      '0.07',
    ],
  ])
})

describe('what a spreadsheet would run as a formula is text', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("https://evil.example","x")',
    '＝1',
    '=cmd|x',
  ])('%j', (evil) => {
    const odd: Metric = { ...CALLS, key: 'own-1', label: evil }
    for (const row of rowsOf(teamCsv(view(evil, evil, [standing(odd, 4, 12)]), en)))
      for (const cell of row) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u)
  })
})

test.each(LOCALES)('%s: to copy where no file can be sent, within Slack’s limits', (locale) => {
  const t = BOT.translator(locale)
  const many = view(
    '<!channel> ``` & <https://evil.example|x>',
    'North',
    Array.from({ length: 3000 }, () => standing(CALLS, 4, 12)),
  )
  const shown = copyView(teamCsv(many, t), t)
  expect(checkView({ ...shown })).toEqual([])
  expect(JSON.stringify(shown)).not.toMatch(/<!channel>|<https/)
})
