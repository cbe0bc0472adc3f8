// When a cost is above its target to date: a budget of 220 in March allows 10 on each of its 22 working days.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { overspend } from '../../../src/warnings/domain/signals/overspend.ts'
import { COST } from '../../targets/samples.ts'
import { leave, type Seen, seenInMarch } from './a-month.ts'

interface Case extends Partial<Seen> {
  what: string
  counted: number | null
  settings?: Partial<RuleSettings>
  reached: Level | undefined
  /** What an episode that is open keeps; missing: the same. */
  held?: Level | undefined
  /** How far above the target to date; missing: not looked at. */
  over?: number | null
}

const NONE = undefined
/** By default ten of the 22 days are due: 100 may be spent. */
const CASES: readonly Case[] = [
  { what: 'nothing spent, nothing entered', counted: null, reached: NONE, over: -1 },
  { what: 'less than planned', counted: 90, reached: NONE },
  { what: 'exactly as planned: open ones stay until 5 % less', counted: 100, reached: NONE, held: 'blue' },
  { what: '5 % less than planned clears', counted: 95, reached: NONE },
  { what: 'one more than planned', counted: 101, reached: 'blue', over: 0.01 },
  {
    what: 'exactly as planned, where the rule says ≥',
    counted: 100,
    settings: { sign: '>=' },
    reached: 'blue',
  },
  { what: 'exactly 10 % above: still blue', counted: 110, reached: 'blue', held: 'yellow', over: 0.1 },
  { what: '11 % above', counted: 111, reached: 'yellow' },
  { what: 'exactly 20 % above: still yellow', counted: 120, reached: 'yellow', held: 'red' },
  { what: '21 % above', counted: 121, reached: 'red' },
  { what: '16 % above: an open red stays', counted: 116, reached: 'yellow', held: 'red' },
  // The first days.
  {
    what: 'a bill on the first day, before anything is due',
    counted: 50,
    through: null,
    reached: NONE,
    held: NONE,
    over: null,
  },
  {
    what: 'a bill in the first two days: too early',
    counted: 50,
    through: '2026-03-03',
    reached: NONE,
    held: 'red',
  },
  { what: 'three days due', counted: 50, through: '2026-03-04', reached: 'red' },
  // Days off allow no spending.
  {
    ...{ what: 'a week of leave: 5 of 17 days are due', counted: 51, target: 170, reached: 'blue' },
    calendar: { leave: [leave('2026-03-02', '2026-03-06')] },
  },
  {
    what: 'part-time, 6 of 14 days are due',
    counted: 67,
    target: 140,
    calendar: { workDays: [1, 2, 3] },
    reached: 'yellow',
  },
  // A budget of zero.
  { what: 'no budget, nothing spent', counted: 0, target: 0, reached: NONE, over: null },
  { what: 'no budget, and a bill', counted: 1, target: 0, reached: 'red', over: null },
]

test.each(CASES)('$what: $reached', ({ what: _, settings, reached, held = reached, over, ...seen }) => {
  const progress = seenInMarch({ metric: COST, target: 220, through: '2026-03-13', ...seen })
  const reading = overspend(progress, { ...defaultSettings('overspend'), ...settings })
  expect(reading).toMatchObject({ reached, held })
  if (over !== undefined) expect(reading.evidence.over).toEqual(over === null ? null : expect.closeTo(over))
})
