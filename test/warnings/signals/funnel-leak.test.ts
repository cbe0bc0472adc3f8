// When too few go on from one stage of the funnel to the next, and when there are too few to tell.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { type FunnelStep, funnelLeak, wilsonUpper } from '../../../src/warnings/domain/signals/funnel-leak.ts'

interface Case extends Partial<FunnelStep> {
  what: string
  entered: number
  converted: number
  settings?: Partial<RuleSettings>
  reached: Level | undefined
  /** What an episode that is open keeps; missing: the same. */
  held?: Level | undefined
}

const NONE = undefined
/** 45 % are wanted, unless said otherwise. */
const CASES: readonly Case[] = [
  { what: '18 of 90: 25 points short', entered: 90, converted: 18, reached: 'yellow', held: 'yellow' },
  {
    what: '2 of 10: as far short, but too few to tell',
    entered: 10,
    converted: 2,
    reached: NONE,
    held: 'yellow',
  },
  { what: 'nobody entered', entered: 0, converted: 0, reached: NONE },
  { what: 'no benchmark is set', entered: 90, converted: 18, benchmark: null, reached: NONE },
  { what: 'none of one: too few', entered: 1, converted: 0, reached: NONE, held: 'red' },
  { what: 'none of six', entered: 6, converted: 0, reached: 'red' },
  { what: 'exactly at the benchmark', entered: 100, converted: 45, reached: NONE },
  {
    what: 'exactly 10 points short, which is not more',
    entered: 1000,
    converted: 350,
    reached: NONE,
    held: 'blue',
  },
  {
    what: 'exactly 10 points short, where the rule says ≥',
    entered: 1000,
    converted: 350,
    settings: { sign: '>=' },
    reached: 'blue',
  },
  { what: '11 points short', entered: 1000, converted: 340, reached: 'blue' },
  { what: 'exactly 20 points short', entered: 1000, converted: 250, reached: 'blue', held: 'yellow' },
  { what: '31 points short', entered: 1000, converted: 140, reached: 'red' },
  { what: '5 points short, where an open one clears', entered: 1000, converted: 400, reached: NONE },
  { what: '6 points short, of very many', entered: 100_000, converted: 39_000, reached: NONE, held: 'blue' },
  { what: 'more come out than went in: carried over', entered: 10, converted: 14, reached: NONE },
  {
    what: 'a benchmark of 5 % can never be missed by 10 points',
    entered: 1000,
    converted: 0,
    benchmark: 0.05,
    reached: NONE,
  },
]

test.each(CASES)('$what: $reached', ({ what: _, settings, reached, held = reached, ...step }) => {
  const reading = funnelLeak({ benchmark: 0.45, ...step }, { ...defaultSettings('funnel-leak'), ...settings })
  expect({ reached: reading.reached, held: reading.held }).toEqual({ reached, held })
})

test.each([
  { hits: 18, tries: 90, upper: 0.294 },
  { hits: 2, tries: 10, upper: 0.51 },
  { hits: 0, tries: 10, upper: 0.278 },
  { hits: 10, tries: 10, upper: 1 },
])('$hits of $tries come from a true share of at most $upper', ({ hits, tries, upper }) => {
  expect(wilsonUpper(hits, tries)).toBeCloseTo(upper, 3)
})

test('the message gets the numbers behind it', () => {
  const step = { entered: 90, converted: 18, benchmark: 0.45 }
  expect(funnelLeak(step, defaultSettings('funnel-leak')).evidence).toEqual({
    ...{ ...step, share: 0.2, short: expect.closeTo(0.25), upper: expect.closeTo(0.294, 3) },
  })
})
