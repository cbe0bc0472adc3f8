// The order of the levels, and which of two counts.
import { expect, test } from 'vitest'
import { higherLevel, LEVELS, type Reading } from '../../src/warnings/domain/level.ts'

test('the levels rise from blue over yellow to red', () => {
  expect(LEVELS).toEqual(['blue', 'yellow', 'red'])
})

test.each([
  { one: 'blue', other: 'red', higher: 'red' },
  { one: 'yellow', other: 'blue', higher: 'yellow' },
  { one: 'yellow', other: 'yellow', higher: 'yellow' },
  { one: undefined, other: 'blue', higher: 'blue' },
  { one: 'red', other: undefined, higher: 'red' },
  { one: undefined, other: undefined, higher: undefined },
] as const)('of $one and $other, $higher counts', ({ one, other, higher }) => {
  const reading: Reading<null> = { reached: one, held: other, evidence: null }
  expect(higherLevel(reading.reached, reading.held)).toBe(higher)
})
