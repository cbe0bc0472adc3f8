// Key results are scored 0.0 to 1.0 where the team has turned it on: by the rules of attainment, and wherever targets are shown.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import type { Period } from '../../src/numbers/domain/period.ts'
import { parseSettings } from '../../src/org/db/settings-schema.ts'
import type { TeamView } from '../../src/overview/flows/show-team.ts'
import { repMessage } from '../../src/overview/slack/rep-message.ts'
import { teamMessage } from '../../src/overview/slack/team-message.ts'
import { attainment } from '../../src/targets/domain/attainment.ts'
import { okrScore } from '../../src/targets/domain/okr-score.ts'
import type { MemberStanding } from '../../src/targets/domain/team-progress.ts'
import { targetBlocks, targetLines } from '../../src/targets/slack/target-lines.ts'
import { testSettings } from '../support/settings.ts'
import { CALLS, COST, REVENUE, sampleTarget, WIN_RATE } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'
const MARCH: Period = { kind: 'month', from: date('2026-03-01'), to: date('2026-03-31') }
const t = BOT.translator('en')

test.each([
  ['nothing so far', 0, 120, true, 0],
  ['70 of 100', 70, 100, true, 0.7],
  ['two thirds', 80, 120, true, 0.7],
  ['almost all: 1.0 is only for all of it', 96, 100, true, 0.9],
  ['all of it', 100, 100, true, 1],
  ['above 100 %: capped', 250, 100, true, 1],
  ['less than nothing: money that was paid back', -20, 100, true, 0],
  ['lower is better: half of the budget', 50, 100, false, 1],
  ['lower is better: just the budget', 100, 100, false, 1],
  ['lower is better: 30 % too much', 130, 100, false, 0.7],
  ['lower is better: more than twice', 260, 100, false, 0],
  ['a target of zero, lower is better, at zero', 0, 0, false, 1],
  ['a target of zero, lower is better, above it', 1, 0, false, 0],
  ['a target of zero, higher is better: nothing can be said', 5, 0, true, null],
])('%s', (_, actual, target, higherIsBetter, score) => {
  expect(okrScore(attainment(actual, target, higherIsBetter))).toBe(score)
})

const targets = (okr: boolean) =>
  [
    sampleTarget({ actual: 84 }),
    sampleTarget({ metric: REVENUE, target: 1_000_000, actual: 2_000_000 }),
    sampleTarget({ metric: COST, target: 1_000_000, actual: 1_300_000 }),
    sampleTarget({ metric: WIN_RATE, target: 400, below: 0 }),
  ].map((one) => ({ ...one, okr }))
const tableOf = (okr: boolean) =>
  (
    targetBlocks(TEAM_ID, targets(okr), t, 'Targets').find(({ type }) => type === 'table') as unknown as {
      rows: { text: string }[][]
    }
  ).rows.map((row) => row.map(({ text }) => text))

describe('one’s own targets', () => {
  test('have a column and say it in words, where the team scores', () => {
    const [heads, ...rows] = tableOf(true)
    const place = heads!.indexOf('Score')
    expect(rows.map((row) => row[place])).toEqual(['0.7', '1.0', '0.7', '–'])
    expect(targetLines(targets(true)[0]!, t)[0]).toMatch(/ · score 0\.7$/)
  })
  test('are as they were, where it does not', () => {
    expect(tableOf(false)[0]).not.toContain('Score')
    expect(targetLines(targets(false)[0]!, t).join()).not.toContain('score')
  })
})

const standing = (metric: Metric, target: number, actual: number) => ({
  ...{ metric, actual, change: { now: actual, before: null } },
  progress: sampleTarget({ metric, target, actual }).progress,
})
const member = {
  workspaceId: 'T1',
  teamId: TEAM_ID,
  role: 'hunter',
  joinedOn: date('2026-01-05'),
  leftOn: null,
}
const ann: MemberStanding = {
  member: { ...member, memberId: 'Ann', userId: 'UAnn' },
  metrics: [standing(CALLS, 120, 84), standing(COST, 1_000_000, 1_300_000)],
}
const team = { teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' }
const view = (okr: boolean): TeamView => ({
  ...{ teamId: TEAM_ID, today: date('2026-03-16'), weekStartsOn: 1, team, tree: null },
  progress: {
    ...{ period: MARCH, on: date('2026-03-16'), people: [ann], nameOf: { UAnn: 'Ann' }, compared: null, okr },
    team: [
      {
        ...{ metric: CALLS, actual: 84, change: { now: 84, before: null } },
        target: { target: 120, attainment: 0.7, pace: 1.2, expected: 70, counted: 84, unassigned: 0 },
      },
    ],
  },
})

describe.each(LOCALES)('for whoever leads the team, in %s', (locale) => {
  const words = BOT.translator(locale)
  test('each person and the team have a score in /kpi team', () => {
    const message = teamMessage(view(true), words)
    expect(checkMessage(message)).toEqual([])
    const table = message.blocks.find(({ type }) => type === 'data_table') as unknown as {
      rows: { text: string; value?: number }[][]
    }
    const places = table.rows[0]!.flatMap(({ text }, place) =>
      text === words('target.scoreColumn') ? [place] : [],
    )
    expect(places.map((place) => table.rows[1]![place])).toEqual([
      { type: 'raw_number', value: 0.7, text: '0.7' },
      { type: 'raw_number', value: 0.7, text: '0.7' },
    ])
    expect(message.text).toContain(words('target.score', { score: '0.7' }))
    expect(JSON.stringify(teamMessage(view(false), words))).not.toContain(words('target.scoreColumn'))
  })

  test('each week has a score in /kpi rep', () => {
    const week = { from: date('2026-03-09'), to: date('2026-03-15'), kind: 'week' as const }
    const answers = { asked: 0, inTime: 0, planned: 0, done: 0 }
    const shown = (okr: boolean) =>
      repMessage(
        {
          ...{
            userId: 'UAnn',
            name: 'Ann',
            teamId: TEAM_ID,
            team,
            otherTeams: [],
            today: date('2026-03-16'),
          },
          ...{
            weeks: [{ period: week, standing: ann, answers }],
            targets: targets(okr),
            blockers: [],
            leave: null,
          },
          okr,
        },
        words,
      )
    expect(checkMessage(shown(true))).toEqual([])
    expect(JSON.stringify(shown(true).blocks)).toMatch(
      new RegExp(`% · ${words('target.score', { score: '0.7' })}"`),
    )
    expect(JSON.stringify(shown(false))).not.toContain(words('target.score', { score: '0.7' }))
  })
})

test('a team set up before has it off', () => {
  const { okrView: _, ...before } = testSettings()
  expect(parseSettings(before, TEAM_ID).okrView).toBe(false)
})
