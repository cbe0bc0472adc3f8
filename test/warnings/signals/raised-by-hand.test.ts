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

const LETTERS: Readonly<Record<string, Level>> = { b: 'blue', y: 'yellow', r: 'red' }
/** A row for each probability from 1 to 5, in it a letter for each impact from 1 to 5. */
const MATRIX = ['bbbbb', 'bbbyy', 'bbyyr', 'byyrr', 'byrrr']

test.each(
  GRADES.flatMap((probability) =>
    GRADES.map((impact) => ({ probability, impact, level: LETTERS[MATRIX[probability - 1]![impact - 1]!]! })),
  ),
)('probability $probability and impact $impact: $level', ({ probability, impact, level }) => {
  const reading = raisedByHand({ probability, impact, isOpen: true }, defaultSettings('raised-by-hand'))
  expect(reading).toEqual({
    ...{ reached: level, held: level },
    evidence: { probability, impact, score: probability * impact },
  })
})

test('a risk that was closed warns nobody', () => {
  const closed = { probability: 5, impact: 5, isOpen: false } as const
  expect(raisedByHand(closed, defaultSettings('raised-by-hand'))).toMatchObject({
    ...{ reached: undefined, held: undefined },
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
