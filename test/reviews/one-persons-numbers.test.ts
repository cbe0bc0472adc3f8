// The agenda in a channel that does not show everybody's numbers says no sum, gap, stage or share that is a single person's.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { mostBehindOne, onePersons, withoutOnePersons } from '../../src/reviews/domain/one-persons-numbers.ts'
import { reviewOf } from '../../src/reviews/domain/review.ts'
import { gapLines, withheldText } from '../../src/reviews/slack/gap-lines.ts'
import type { TeamProgress } from '../../src/targets/domain/team-progress.ts'

const date = Temporal.PlainDate.from
const hunter = (key: string): Metric => presetFor('hunter', 'EUR').find((one) => one.key === key)!
const [VISITS, PROPOSALS, CUSTOMERS] = ['visits', 'proposals', 'newCustomers'].map(hunter) as [
  Metric,
  Metric,
  Metric,
]
const REPORTS: Metric = { ...VISITS, key: 'reports', label: 'Reports', funnelOrder: null }
const MARCH = periodOf('month', date('2026-03-31'), 1)

type Line = { metric: Metric; target: number | null; each: (number | null)[] }
/** What each person who counts a number has reported of it. */
const seen = (lines: Line[], on = '2026-03-31'): TeamProgress => ({
  ...{ period: periodOf('month', date(on), 1), on: date(on), compared: null },
  people: lines.flatMap(({ metric, each }) =>
    each.map((actual, n) => ({ member: { userId: `U${n}` }, metrics: [{ metric, actual, progress: null }] })),
  ) as unknown as TeamProgress['people'],
  team: lines.map(({ metric, target, each }) => {
    const told = each.filter((one) => one !== null)
    const actual = told.length > 0 ? told.reduce((sum, one) => sum + one, 0) : null
    return {
      ...{ metric, actual, change: { now: null, before: null } },
      target:
        target === null
          ? null
          : { target, expected: target, counted: 0, unassigned: 0, pace: 1, attainment: null },
    }
  }),
})
const FEBRUARY = (visits: (number | null)[]) =>
  seen(
    [
      { metric: VISITS, target: null, each: visits },
      { metric: CUSTOMERS, target: null, each: [9, 9] },
    ],
    '2026-02-28',
  )
const inChannel = (now: TeamProgress, before = FEBRUARY([30, 30])) =>
  withoutOnePersons(reviewOf(now, before, date('2026-04-02')), onePersons(now), onePersons(before))
const t = BOT.translator('en')
const said = (now: TeamProgress) => {
  const review = inChannel(now)
  const gaps = gapLines({ review, causes: {}, targetsFrom: null, period: MARCH, nameOf: null }, t)
  return [...withheldText(review, t), ...gaps]
}

const ONE_ANALYST: Line = { metric: REPORTS, target: 20, each: [3] }
const WITHHELD = 'Not shown here, because one person alone reports them: Reports.'

describe('what one person reports', () => {
  test('is no result and no gap, and the agenda says what it leaves out', () => {
    const { metrics, gaps } = inChannel(seen([{ metric: VISITS, target: 80, each: [20, 30] }, ONE_ANALYST]))
    expect([metrics, gaps].map((all) => all.map(({ metric }) => metric.key))).toEqual([
      ['visits'],
      ['visits'],
    ])
    expect(said(seen([{ metric: VISITS, target: 80, each: [20, 30] }, ONE_ANALYST]))).toEqual([
      WITHHELD,
      '• *Visits* −30 against the target.',
    ])
  })

  test('is not said to be reached, nor to have no target', () => {
    expect(said(seen([{ metric: VISITS, target: 50, each: [20, 30] }, ONE_ANALYST]))).toEqual([
      WITHHELD,
      'Every target shown here was reached.',
    ])
    expect(said(seen([{ metric: VISITS, target: null, each: [20, 30] }, ONE_ANALYST]))).toEqual([WITHHELD])
  })

  test.each([
    ['one of two', [3, null], true],
    ['nobody, and one counts it', [null], true],
    ['nobody of two', [null, null], false],
    ['both', [3, 0], false],
  ] as [string, (number | null)[], boolean][])('where %s reported', (_, each, isLeftOut) => {
    expect(onePersons(seen([{ metric: REPORTS, target: 20, each }])).has('reports')).toBe(isLeftOut)
  })

  test('is read from no stage of another number, and from no share', () => {
    const funnel = (proposals: (number | null)[]) =>
      inChannel(
        seen([
          { metric: VISITS, target: 80, each: [20, 30] },
          { metric: PROPOSALS, target: 40, each: proposals },
          { metric: CUSTOMERS, target: 20, each: [5, 5] },
        ]),
      )
    const parts = (proposals: (number | null)[]) =>
      funnel(proposals).gaps.find(({ metric }) => metric === CUSTOMERS)!.arithmetic
    expect([parts([9, 9]), parts([18])].map((one) => one === null)).toEqual([false, true])
    expect([funnel([9, 9]), funnel([18])].map(({ steps }) => steps.length)).toEqual([2, 0])
  })

  test('in the period before is not told as that period’s sum', () => {
    const now = seen([
      { metric: VISITS, target: null, each: [20, 30] },
      { metric: CUSTOMERS, target: 20, each: [5, 5] },
    ])
    const of = (visits: (number | null)[]) => {
      const { metrics, gaps, steps } = inChannel(now, FEBRUARY(visits))
      return [metrics[0]!.before, steps[0]!.before, gaps[0]!.arithmetic === null]
    }
    expect(of([30, 30])).toEqual([60, 0.3, false])
    expect(of([60])).toEqual([null, null, true])
  })
})

test('the most people behind one sum: of a rep and an analyst each sum is one person’s', () => {
  const hunters = (each: number[]) => seen([{ metric: VISITS, target: 80, each }, ONE_ANALYST])
  expect([hunters([20]), hunters([20, 30]), seen([])].map(mostBehindOne)).toEqual([1, 2, 0])
})
