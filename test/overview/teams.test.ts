// What a director sees of a team with teams below it: the sum of all against the target of the whole, and how each team stands.
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { TeamView } from '../../src/overview/flows/show-team.ts'
import { teamCsv } from '../../src/overview/slack/team-csv.ts'
import { teamMessage } from '../../src/overview/slack/team-message.ts'
import type { TeamStanding, TeamTarget } from '../../src/targets/domain/team-progress.ts'
import { type TreeTeam, treeStanding } from '../../src/targets/domain/tree-standing.ts'
import { CALLS, REVENUE, WIN_RATE } from '../targets/samples.ts'

const PROPOSALS = presetFor('hunter', 'EUR').find(({ key }) => key === WIN_RATE.denominator)!
const WON = presetFor('hunter', 'EUR').find(({ key }) => key === WIN_RATE.numerator)!

const of = (metric: Metric, actual: number | null, target: TeamTarget | null = null): TeamStanding => ({
  ...{ metric, actual, change: { now: null, before: null }, target },
})
/** Half of it is expected, and 10 of what is in came early. */
const held = (target: number, actual: number, unassigned = 0): TeamTarget => ({
  ...{ target, expected: target / 2, counted: actual - 10, unassigned, attainment: actual / target },
  pace: (actual - 10) / (target / 2),
})
const leaf = (teamId: string, ...standings: TeamStanding[]): TreeTeam => ({
  ...{ teamId, standings, wholes: new Map(), below: [] },
})
const parent = (below: TreeTeam[], wholes: [string, number][] = [], own: TeamStanding[] = []): TreeTeam => ({
  ...{ teamId: 'root', standings: own, wholes: new Map(wholes), below },
})
const lineOf = (tree: TreeTeam, key: string) => treeStanding(tree).find(({ metric }) => metric.key === key)

describe('the sum of the teams', () => {
  const north = leaf('n', of(CALLS, 120, held(200, 120)))
  const south = leaf('s', of(CALLS, 40, held(100, 40, 20)))

  test('is held against the target of the whole; what belongs to nobody is expected at the pace of the rest', () => {
    // 160 of 320: 300 are the teams', 150 are due, and with the 20 that no team has 160; 140 of it counts.
    expect(lineOf(parent([north, south], [['calls', 320]]), 'calls')).toMatchObject({
      actual: 160,
      target: { target: 320, expected: 160, counted: 140, unassigned: 40, attainment: 0.5, pace: 0.875 },
    })
  })

  test('or against what the teams are to reach, as far as each that counts it has a target', () => {
    expect(lineOf(parent([north, south]), 'calls')!.target).toMatchObject({ target: 300, pace: 140 / 150 })
    const untargeted = parent([north, leaf('e', of(CALLS, 5))])
    expect(lineOf(untargeted, 'calls')).toMatchObject({ actual: 125, target: null })
    expect(lineOf(parent([north, leaf('e', of(REVENUE, 5))]), 'calls')!.target).toMatchObject({ target: 200 })
  })

  test('goes down to the last team, with the own people of those in between', () => {
    const middle = { ...parent([south]), teamId: 'm', standings: [of(CALLS, 7, held(50, 7))] }
    expect(lineOf(parent([north, middle]), 'calls')).toMatchObject({ actual: 167, target: { target: 350 } })
  })

  test('of a rate divides the sums, and money of two currencies is not added up', () => {
    const rate = { ...held(250, 300), target: 250 }
    const one = leaf('a', of(WIN_RATE, 500, rate), of(WON, 5), of(PROPOSALS, 10))
    const two = leaf('b', of(WIN_RATE, 100, rate), of(WON, 3), of(PROPOSALS, 30))
    expect(lineOf(parent([one, two]), WIN_RATE.key)).toMatchObject({ actual: 200, target: { target: 250 } })
    const money = (currency: string) => leaf(currency, of({ ...REVENUE, currency }, 100))
    expect(lineOf(parent([money('EUR'), money('CNY')]), REVENUE.key)).toBeUndefined()
    expect(lineOf(parent([money('EUR'), money('EUR')]), REVENUE.key)).toMatchObject({ actual: 200 })
  })
})

test('the file has a row for each team and number, then for all together', () => {
  const view = viewOf(CALLS, 1, (index) => ['Sales', 'North'][index]!)
  const rows = (parse(teamCsv(view, BOT.translator('en')), { bom: true }) as string[][]).slice(1)
  expect(rows.map((row) => [row[0], row[2], row[6], row[7]])).toEqual([
    ['Own people of Sales', 'Calls', '120', '200'],
    ['Own people of Sales', 'New revenue', '', ''],
    ['North', 'Calls', '120', '200'],
    ['North', 'New revenue', '', ''],
    ['Sales', 'Calls', '320', '900'],
  ])
})

const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ODD: Metric = { ...CALLS, label: `${HOSTILE}${'长'.repeat(60)}` }
const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'

function viewOf(metric: Metric, teams: number, name: (index: number) => string): TeamView {
  const standings = [of(metric, 120, held(200, 120)), of(REVENUE, null)]
  const ids = Array.from(
    { length: teams },
    (_, i) => `b0000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  )
  const date = Temporal.PlainDate.from('2026-03-16')
  return {
    ...{ teamId: TEAM_ID, today: date, weekStartsOn: 1 },
    team: { teamName: name(0), channelId: 'C1', managerUserId: 'UDORA' },
    progress: {
      period: periodOf('month', date, 1),
      on: date,
      people: [],
      nameOf: {},
      compared: null,
      team: [],
    },
    tree: {
      whole: [of(metric, 320, held(900, 320, 33))],
      used: [],
      apart: [],
      money: [],
      rates: null,
      alone: [],
      parts: [
        { teamId: TEAM_ID, name: name(0), standings, userIds: ['UCY'] },
        ...ids.map((teamId, index) => ({ teamId, name: name(index + 1), standings, userIds: [] })),
      ],
    },
  }
}

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)

  test('a director reads it in one message, whatever the teams are called and however many there are', () => {
    for (const teams of [1, 2, 40, 300]) {
      const message = teamMessage(
        viewOf(ODD, teams, () => HOSTILE.repeat(4)),
        t,
      )
      expect(checkMessage({ ...message }), String(teams)).toEqual([])
      expect(message.text).not.toContain('<!channel>')
    }
    const said = JSON.stringify(
      teamMessage(
        viewOf(CALLS, 2, (index) => ['Sales', 'North', 'South'][index]!),
        t,
      ),
    )
    for (const part of ['320', '900', 'North', 'South', '60%', '33']) expect(said).toContain(part)
  })
})
