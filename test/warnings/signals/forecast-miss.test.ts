// When the forecast says that the target will be missed: of a target of 100, by the middle and the ends of its 80 % interval.
import { describe, expect, test } from 'vitest'
import { forecastOf } from '../../../src/targets/domain/forecast.ts'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { type ForecastFacts, forecastMiss } from '../../../src/warnings/domain/signals/forecast-miss.ts'

interface Case extends Partial<Omit<ForecastFacts, 'forecast'>> {
  what: string
  /** Low, middle, high. Null: too little is known. */
  forecast: [number, number, number] | null
  settings?: Partial<RuleSettings>
  reached: Level | undefined
  /** What an episode that is open keeps; missing: the same. */
  held?: Level | undefined
}

const NONE = undefined
const CASES: readonly Case[] = [
  { what: 'too little is known', forecast: null, reached: NONE },
  { what: 'on target in the middle', forecast: [80, 100, 120], reached: NONE },
  {
    what: 'the middle is low, but the target is within the interval',
    forecast: [40, 70, 101],
    reached: NONE,
    held: 'yellow',
  },
  {
    what: 'the top is exactly the target: not below it',
    forecast: [60, 80, 100],
    reached: NONE,
    held: 'yellow',
  },
  {
    what: 'the same, where the rule says ≤',
    forecast: [60, 80, 100],
    settings: { sign: '<=' },
    reached: 'yellow',
  },
  {
    what: 'the top just misses, the middle is at exactly 90 %',
    forecast: [81, 90, 99],
    reached: NONE,
    held: 'yellow',
  },
  { what: 'the top just misses, the middle is at 89 %', forecast: [80, 89, 99], reached: 'yellow' },
  { what: 'the top is at exactly 90 %', forecast: [70, 80, 90], reached: 'yellow', held: 'red' },
  { what: 'the top is at 89 %', forecast: [70, 80, 89], reached: 'red' },
  {
    what: 'an open red clears once the top is at 95 %',
    forecast: [70, 80, 95],
    reached: 'yellow',
    held: 'yellow',
  },
  {
    what: 'an open yellow clears once the middle is at 95 %',
    forecast: [92, 95, 98],
    reached: NONE,
    held: NONE,
  },
  {
    what: 'an open one clears once the top is 5 % above the target',
    forecast: [60, 80, 105],
    reached: NONE,
    held: NONE,
  },
  { what: 'the month is over, and 85 are in', forecast: [85, 85, 85], reached: 'red' },
  { what: 'the month is over, and 92 are in', forecast: [92, 92, 92], reached: NONE, held: 'red' },
  {
    what: 'a team that also wants a blue',
    forecast: [90, 93, 96],
    settings: { levels: { blue: 0.95, red: 0.9 } },
    reached: 'blue',
  },
  {
    what: 'the first day, by what was learnt the month before',
    forecast: [50, 60, 70],
    elapsed: 0,
    reached: 'red',
  },
  {
    what: 'the same, where the rule wants three days',
    forecast: [50, 60, 70],
    elapsed: 2,
    settings: { leastDays: 3 },
    reached: NONE,
    held: 'red',
  },
  { what: 'a target of zero', forecast: [0, 0, 0], target: 0, reached: NONE },
  // Lower is better: the bottom of the interval is its good end.
  { what: 'a cost that stays below', forecast: [70, 80, 90], higherIsBetter: false, reached: NONE },
  {
    what: 'a cost whose bottom is exactly the limit',
    forecast: [100, 120, 140],
    higherIsBetter: false,
    reached: NONE,
    held: 'yellow',
  },
  {
    what: 'a cost whose middle is 12 % too high',
    forecast: [105, 112, 120],
    higherIsBetter: false,
    reached: 'yellow',
    held: 'yellow',
  },
  {
    what: 'a cost that is 11 % too high at the best',
    forecast: [111, 120, 140],
    higherIsBetter: false,
    reached: 'red',
  },
  {
    what: 'a cost where none is allowed',
    forecast: [1, 2, 3],
    target: 0,
    higherIsBetter: false,
    reached: 'red',
  },
  {
    what: 'a cost where none is allowed, and none may come',
    forecast: [0, 2, 3],
    target: 0,
    higherIsBetter: false,
    reached: NONE,
    held: 'yellow',
  },
]

test.each(CASES)('$what: $reached', ({ what: _, forecast, settings, reached, held = reached, ...facts }) => {
  const [low, total, high] = forecast ?? [0, 0, 0]
  const reading = forecastMiss(
    { target: 100, elapsed: 10, higherIsBetter: true, ...facts, forecast: forecast && { low, total, high } },
    { ...defaultSettings('forecast-miss'), ...settings },
  )
  expect({ reached: reading.reached, held: reading.held }).toEqual({ reached, held })
})

describe('with the forecast of the targets room', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) => ({
      ...{ date: Temporal.PlainDate.from('2026-03-16').add({ days: day }), fraction: 1 },
    }))
  const at = (perDay: number) =>
    forecastOf({
      ...{ actual: perDay * 10, colleagues: [], open: days(12) },
      own: { days: 10, active: 10, sum: perDay * 10, squares: perDay ** 2 * 10 },
    })

  test.each([
    { what: 'ten a day reach 220', perDay: 10, reached: NONE },
    { what: 'nine a day come to 198, and 10 % are missed by a little', perDay: 9, reached: NONE },
    { what: 'five a day come to 110', perDay: 5, reached: 'red' },
    { what: 'nothing at all', perDay: 0, reached: 'red' },
  ])('$what: $reached', ({ perDay, reached }) => {
    const facts = { forecast: at(perDay), target: 220, elapsed: 10, higherIsBetter: true }
    expect(forecastMiss(facts, defaultSettings('forecast-miss')).reached).toBe(reached)
  })
})
