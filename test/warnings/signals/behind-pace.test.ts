// When a member is behind pace, and how far: a target of 220 in March asks for 10 on each of its 22 working days.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { behindPace } from '../../../src/warnings/domain/signals/behind-pace.ts'
import { COST, WIN_RATE } from '../../targets/samples.ts'
import { leave, type Seen, seenInMarch } from './a-month.ts'

interface Case extends Partial<Seen> {
  what: string
  counted: number | null
  settings?: Partial<RuleSettings>
  reached: Level | undefined
  /** What an episode that is open keeps; missing: the same. */
  held?: Level | undefined
}

const NONE = undefined
/** By default ten of the 22 days are due, up to Friday the 13th: 100 are expected. */
const CASES: readonly Case[] = [
  { what: 'as much as expected', counted: 100, reached: NONE },
  { what: 'exactly 95 %, which is not below 95 %', counted: 95, reached: NONE, held: 'blue' },
  { what: 'just below 95 %', counted: 94, reached: 'blue' },
  { what: 'just short of 100 %, where an open one clears', counted: 99, reached: NONE, held: 'blue' },
  { what: 'exactly 85 %: still blue', counted: 85, reached: 'blue', held: 'yellow' },
  { what: 'just below 85 %', counted: 84, reached: 'yellow' },
  { what: 'exactly 90 %: an open yellow goes down to blue', counted: 90, reached: 'blue', held: 'blue' },
  { what: 'exactly 70 %: still yellow', counted: 70, reached: 'yellow', held: 'red' },
  { what: 'just below 70 %', counted: 69, reached: 'red' },
  { what: 'exactly 75 %: an open red goes down to yellow', counted: 75, reached: 'yellow', held: 'yellow' },
  { what: '≤ 85 % by the rule, and exactly 85 %', counted: 85, settings: { sign: '<=' }, reached: 'yellow' },
  { what: '≤ 95 %, and exactly 100 %', counted: 100, settings: { sign: '<=' }, reached: NONE, held: 'blue' },
  { what: 'far ahead', counted: 300, reached: NONE },
  {
    ...{ what: 'a rule without blue, at 90 %', counted: 90, reached: NONE, held: NONE },
    settings: { levels: { yellow: 0.85, red: 0.7 } },
  },
  // The first days.
  { what: 'the first morning: nothing is due yet', counted: null, through: null, reached: NONE, held: NONE },
  {
    ...{ what: 'four days due, nothing done: too early to open', counted: 0, through: '2026-03-05' },
    ...{ reached: NONE, held: 'red' },
  },
  { what: 'five days due, 47 of 50', counted: 47, through: '2026-03-06', reached: 'blue' },
  { what: 'five days due, nothing done', counted: 0, through: '2026-03-06', reached: 'red' },
  { what: 'five days due, nothing entered at all', counted: null, through: '2026-03-06', reached: 'red' },
  // Days off are not held against anybody.
  {
    ...{ what: 'on leave from the 2nd to the 6th: 5 of 17 days are due, and 50 are in', counted: 50 },
    ...{ target: 170, calendar: { leave: [leave('2026-03-02', '2026-03-06')] }, reached: NONE },
  },
  {
    ...{ what: 'back from leave, two days due: too early', counted: 0, through: '2026-03-10' },
    ...{ calendar: { leave: [leave('2026-03-02', '2026-03-06')] }, reached: NONE, held: 'red' },
  },
  {
    ...{ what: 'half days count as halves: five afternoons off are 2½ days', counted: 0, target: 195 },
    ...{ calendar: { leave: [leave('2026-03-02', '2026-03-06', 'afternoon')] } },
    ...{ through: '2026-03-06', reached: NONE, held: 'red' },
  },
  {
    ...{
      what: 'part-time, Monday to Wednesday: 6 of 14 days are due, and 60 are in',
      counted: 60,
      target: 140,
    },
    ...{ calendar: { workDays: [1, 2, 3] }, reached: NONE },
  },
  {
    ...{ what: 'part-time, Monday to Wednesday, 50 in where 60 are expected', counted: 50, target: 140 },
    ...{ calendar: { workDays: [1, 2, 3] }, reached: 'yellow' },
  },
  {
    ...{
      what: 'away the whole month',
      counted: null,
      calendar: { leave: [leave('2026-03-01', '2026-03-31')] },
    },
    ...{ reached: NONE, held: NONE },
  },
  // Zero, lower is better, and ratios.
  { what: 'a target of zero', counted: 0, target: 0, reached: NONE, held: NONE },
  { what: 'a cost as expected', metric: COST, counted: 100, reached: NONE },
  { what: 'a cost nobody entered', metric: COST, counted: null, reached: NONE },
  { what: 'a cost 10 % above what is expected', metric: COST, counted: 110, reached: 'blue' },
  { what: 'a cost 20 % above', metric: COST, counted: 120, reached: 'yellow' },
  { what: 'a cost of more than twice', metric: COST, counted: 250, reached: 'red' },
  { what: 'a cost where none is allowed', metric: COST, counted: 1, target: 0, reached: 'red' },
  {
    what: 'a rate of 30 % of 9 proposals: too few',
    metric: WIN_RATE,
    counted: 300,
    target: 500,
    below: 9,
    reached: NONE,
    held: NONE,
  },
  {
    what: 'a rate of 30 % where 50 % is wanted, of 10',
    metric: WIN_RATE,
    counted: 300,
    target: 500,
    below: 10,
    reached: 'red',
  },
]

test.each(CASES)('$what: $reached', ({ what: _, settings, reached, held = reached, ...seen }) => {
  const progress = seenInMarch({ target: 220, through: '2026-03-13', ...seen })
  const reading = behindPace(progress, { ...defaultSettings('behind-pace'), ...settings })
  expect(reading).toMatchObject({ reached, held })
})

test('the message gets the numbers behind it', () => {
  const progress = seenInMarch({ target: 220, counted: 69, through: '2026-03-13' })
  expect(behindPace(progress, defaultSettings('behind-pace')).evidence).toEqual({
    ...{ pace: 0.69, target: 220, counted: 69, elapsed: 10, days: 22 },
    expected: expect.closeTo(100),
  })
})
