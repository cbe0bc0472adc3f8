// When a metric is below or above a limit that a team has set, strictly or not.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { type ThresholdFacts, threshold } from '../../../src/warnings/domain/signals/threshold.ts'

interface Case extends Partial<ThresholdFacts> {
  what: string
  settings: Partial<RuleSettings>
  reached: Level | undefined
  /** What an episode that is open keeps; missing: the same. */
  held?: Level | undefined
}

const NONE = undefined
const LEVEL = { kind: 'level' } as const
const RATIO = { kind: 'ratio' } as const
/** Satisfaction of 80.0, 70.0 and 60.0, stored with one decimal. */
const SATISFACTION = { sign: '<', levels: { blue: 800, yellow: 700, red: 600 } } as const
const COMPLAINTS = { sign: '>', levels: { yellow: 5, red: 10 } } as const

const CASES: readonly Case[] = [
  { what: 'nothing reported', metric: LEVEL, value: null, settings: SATISFACTION, reached: NONE },
  { what: 'above the limit', metric: LEVEL, value: 801, settings: SATISFACTION, reached: NONE },
  {
    what: 'exactly at the limit, where the rule says <',
    metric: LEVEL,
    value: 800,
    settings: SATISFACTION,
    reached: NONE,
  },
  {
    what: 'exactly at the limit, where the rule says ≤',
    metric: LEVEL,
    value: 800,
    settings: { ...SATISFACTION, sign: '<=' },
    reached: 'blue',
  },
  { what: 'a tenth below the limit', metric: LEVEL, value: 799, settings: SATISFACTION, reached: 'blue' },
  { what: 'below the second limit', metric: LEVEL, value: 650, settings: SATISFACTION, reached: 'yellow' },
  { what: 'below the third limit', metric: LEVEL, value: 0, settings: SATISFACTION, reached: 'red' },
  {
    what: 'back to 81.0, where an open one clears at 82.0',
    metric: LEVEL,
    value: 810,
    settings: { ...SATISFACTION, clearBy: 20 },
    reached: NONE,
    held: 'blue',
  },
  {
    what: 'back to exactly 82.0',
    metric: LEVEL,
    value: 820,
    settings: { ...SATISFACTION, clearBy: 20 },
    reached: NONE,
  },
  { what: 'exactly five complaints, where the rule says >', value: 5, settings: COMPLAINTS, reached: NONE },
  {
    what: 'exactly five complaints, where the rule says ≥',
    value: 5,
    settings: { ...COMPLAINTS, sign: '>=' },
    reached: 'yellow',
  },
  { what: 'six complaints', value: 6, settings: COMPLAINTS, reached: 'yellow' },
  { what: 'eleven complaints on the first day', value: 11, elapsed: 0, settings: COMPLAINTS, reached: 'red' },
  {
    what: 'a limit of zero, and nothing',
    value: 0,
    settings: { sign: '>', levels: { red: 0 } },
    reached: NONE,
  },
  { what: 'a limit of zero, and one', value: 1, settings: { sign: '>', levels: { red: 0 } }, reached: 'red' },
  {
    what: 'large sums of money are compared to the cent',
    value: 9_999_999_999_999,
    settings: { sign: '<', levels: { red: 10_000_000_000_000 } },
    reached: 'red',
  },
  {
    what: 'a sum that still grows, two days due of the three that the rule wants',
    value: 0,
    elapsed: 2,
    settings: { sign: '<', levels: { yellow: 50 }, leastDays: 3 },
    reached: NONE,
    held: 'yellow',
  },
  {
    what: 'the same after three days',
    value: 0,
    elapsed: 3,
    settings: { sign: '<', levels: { yellow: 50 }, leastDays: 3 },
    reached: 'yellow',
  },
  {
    what: 'a win rate of nine proposals: too few',
    metric: RATIO,
    value: 100,
    below: 9,
    settings: { sign: '<', levels: { red: 200 } },
    reached: NONE,
  },
  {
    what: 'a win rate of ten proposals',
    metric: RATIO,
    value: 100,
    below: 10,
    settings: { sign: '<', levels: { red: 200 } },
    reached: 'red',
  },
  { what: 'a rule without limits', value: 0, settings: {}, reached: NONE },
]

test.each([
  ['<', 0, 10],
  ['<=', 0, 11],
  ['<', 2, 12],
  ['<=', 2, 13],
  ['>', 0, undefined],
] as const)('%s 10, over when better by %i: the first value that ends it is %s', (sign, clearBy, back) => {
  const settings = { ...defaultSettings('threshold'), sign, clearBy, levels: { yellow: 10, red: 5 } }
  const at = (value: number) =>
    threshold({ metric: { kind: 'additive' }, value, below: null, elapsed: 10 }, settings)
  const value = sign === '>' ? 11 : 7
  expect(at(value).evidence.back).toBe(back)
  if (back === undefined) return
  expect(at(back).held).toBeUndefined()
  expect(at(back - 1).held).toBe('yellow')
})

test.each(CASES)('$what: $reached', ({ what: _, settings, reached, held = reached, ...facts }) => {
  const reading = threshold(
    { metric: { kind: 'additive' }, value: null, below: null, elapsed: 10, ...facts },
    { ...defaultSettings('threshold'), ...settings },
  )
  expect({ reached: reading.reached, held: reading.held }).toEqual({ reached, held })
})
