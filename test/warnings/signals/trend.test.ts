// When a metric has got worse several weeks in a row: full weeks of five days, unless said otherwise.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { type TrendFacts, trend } from '../../../src/warnings/domain/signals/trend.ts'

interface Case {
  what: string
  /** Of each week, the oldest first. Null: nothing was reported. */
  weeks: (number | null)[]
  /** Working days of each week; missing: five. */
  days?: number[]
  metric?: TrendFacts['metric']
  /** Null: nothing can be said. */
  worse: number | null
  reached: Level | undefined
}

const NONE = undefined
const LOWER = { kind: 'additive', higherIsBetter: false } as const
const RATE = { kind: 'ratio', higherIsBetter: true } as const

const CASES: readonly Case[] = [
  { what: 'no week yet', weeks: [], worse: null, reached: NONE },
  { what: 'the first week', weeks: [100], worse: 0, reached: NONE },
  { what: 'the same each week', weeks: [100, 100, 100, 100, 100], worse: 0, reached: NONE },
  { what: 'two weeks worse', weeks: [100, 90, 80], worse: 2, reached: NONE },
  { what: 'three weeks worse', weeks: [100, 90, 80, 70], worse: 3, reached: 'blue' },
  { what: 'four weeks worse', weeks: [100, 90, 80, 70, 60], worse: 4, reached: 'yellow' },
  { what: 'five weeks worse', weeks: [100, 90, 80, 70, 60, 50], worse: 5, reached: 'red' },
  { what: 'eight weeks worse', weeks: [100, 90, 80, 70, 60, 50, 40, 30, 20], worse: 8, reached: 'red' },
  { what: 'the last week is equal: it is not worse', weeks: [100, 90, 80, 70, 70], worse: 0, reached: NONE },
  { what: 'the last week is better', weeks: [100, 90, 80, 70, 71], worse: 0, reached: NONE },
  {
    what: 'a better week between: the row begins anew',
    weeks: [100, 90, 80, 85, 84, 83, 82],
    worse: 3,
    reached: 'blue',
  },
  // Days off.
  {
    what: 'a week of four days at the same rate is not worse',
    weeks: [100, 90, 80, 64],
    days: [5, 5, 5, 4],
    worse: 0,
    reached: NONE,
  },
  {
    what: 'a week of four days, and less each day',
    weeks: [100, 90, 80, 60],
    days: [5, 5, 5, 4],
    worse: 3,
    reached: 'blue',
  },
  {
    what: 'half days count as halves: the same rate again',
    weeks: [100, 90, 80, 40],
    days: [5, 5, 5, 2.5],
    worse: 0,
    reached: NONE,
  },
  {
    what: 'a week of leave is skipped',
    weeks: [100, 90, null, 80, 70],
    days: [5, 5, 0, 5, 5],
    worse: 3,
    reached: 'blue',
  },
  {
    what: 'part-time, two days a week',
    weeks: [40, 36, 32, 28],
    days: [2, 2, 2, 2],
    worse: 3,
    reached: 'blue',
  },
  {
    what: 'a rate is not divided by days',
    weeks: [400, 390, 380, 370],
    days: [5, 4, 3, 2],
    metric: RATE,
    worse: 3,
    reached: 'blue',
  },
  // No data.
  {
    what: 'a week worked without a report ends the row',
    weeks: [100, 90, null, 80, 70],
    worse: 1,
    reached: NONE,
  },
  { what: 'the latest week without a report', weeks: [100, 90, 80, 70, null], worse: null, reached: NONE },
  {
    what: 'a week off after one without a report',
    weeks: [100, 90, null, null],
    days: [5, 5, 5, 0],
    worse: null,
    reached: NONE,
  },
  {
    what: 'a week off after three worse ones',
    weeks: [100, 90, 80, 70, null],
    days: [5, 5, 5, 5, 0],
    worse: 3,
    reached: 'blue',
  },
  { what: 'down to zero, and zero again', weeks: [30, 20, 10, 0, 0], worse: 0, reached: NONE },
  // Lower is better.
  { what: 'a cost that falls', weeks: [100, 90, 80, 70], metric: LOWER, worse: 0, reached: NONE },
  {
    what: 'a cost that rises for three weeks',
    weeks: [70, 80, 90, 100],
    metric: LOWER,
    worse: 3,
    reached: 'blue',
  },
]

test.each(CASES)('$what: $reached', ({ weeks, days, metric, worse, reached }) => {
  const monday = Temporal.PlainDate.from('2026-01-05')
  const periods = weeks.map((value, week) => ({
    ...{ from: monday.add({ weeks: week }), value, days: days?.[week] ?? 5 },
  }))
  const reading = trend(
    { metric: metric ?? { kind: 'additive', higherIsBetter: true }, periods },
    defaultSettings('trend'),
  )
  expect({ reached: reading?.reached, held: reading?.held }).toEqual({ reached, held: reached })
  expect(reading ? reading.evidence.worse : null).toBe(worse)
})

test('the message gets the weeks behind it, by working day, from the last that was not worse', () => {
  const monday = Temporal.PlainDate.from('2026-01-05')
  const periods = [70, 100, 90, 80, 56].map((value, week) => ({
    ...{ from: monday.add({ weeks: week }), value, days: week === 4 ? 4 : 5 },
  }))
  const { course } = trend(
    { metric: { ...LOWER, higherIsBetter: true }, periods },
    defaultSettings('trend'),
  )!.evidence
  expect(course.map(({ from, value }) => `${from} ${value}`)).toEqual([
    ...['2026-01-12 20', '2026-01-19 18', '2026-01-26 16', '2026-02-02 14'],
  ])
})
