// What level a risk raised by hand has, for each square of the 5×5.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings } from '../../../src/warnings/domain/rule-settings.ts'
import {
  GRADES,
  IMPACT,
  PROBABILITY,
  raisedByHand,
} from '../../../src/warnings/domain/signals/raised-by-hand.ts'

const RISK = {
  ...{ probability: 1, impact: 1, text: 'May leave', customer: '', expectedOn: null },
  ...{ raisedBy: 'U-ben', ratedBy: 'U-ben' },
} as const

const LETTERS: Readonly<Record<string, Level>> = { b: 'blue', y: 'yellow', r: 'red' }
/** A row for each probability from 1 to 5, in it a letter for each impact from 1 to 5. */
const MATRIX = ['bbbbb', 'bbbyy', 'bbyyr', 'byyrr', 'byrrr']

test.each(
  GRADES.flatMap((probability) =>
    GRADES.map((impact) => ({ probability, impact, level: LETTERS[MATRIX[probability - 1]![impact - 1]!]! })),
  ),
)('probability $probability and impact $impact: $level', ({ probability, impact, level }) => {
  const reading = raisedByHand({ ...RISK, probability, impact }, defaultSettings('raised-by-hand'))
  expect(reading).toEqual({
    ...{ reached: level, held: level },
    evidence: { ...RISK, probability, impact, score: probability * impact },
  })
})

test('below the limits of a team it is an early sign all the same: only a person ends it', () => {
  const settings = { ...defaultSettings('raised-by-hand'), levels: { red: 20 } }
  for (const [probability, impact, level] of [
    ...([[1, 1, 'blue'] as const, [4, 4, 'blue'] as const, [5, 4, 'red'] as const] as const),
  ])
    expect(raisedByHand({ ...RISK, probability, impact }, settings)).toMatchObject({
      ...{ reached: level, held: level },
    })
})

test.each([
  { what: 'probability', anchors: PROBABILITY, last: 80 },
  { what: 'impact', anchors: IMPACT, last: 30 },
])('the grades of $what leave no gap, and the fifth is over $last %', ({ anchors, last }) => {
  expect(anchors[1].over).toBe(0)
  for (const grade of [2, 3, 4, 5] as const)
    expect(anchors[grade].over).toBe(anchors[(grade - 1) as 1 | 2 | 3 | 4].to)
  expect(anchors[5]).toEqual({ over: last, to: null })
})
