// Parts that are rounded together: they add up to the rounded sum, and none moves by a tick or more.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundTogether } from '../../src/targets/domain/round-together.ts'

test.each([
  { values: [5.4, -21.4, -1.6], tick: 1, rounded: [5, -21, -2] },
  { values: [-9677.45, -9677.45, 64.3], tick: 1, rounded: [-9677, -9678, 64] },
  { values: [0.5, 0.5], tick: 1, rounded: [1, 0] },
  { values: [149, 149, 149], tick: 100, rounded: [200, 100, 100] },
  { values: [], tick: 1, rounded: [] },
])('$values by $tick: $rounded', ({ values, tick, rounded }) => {
  expect(roundTogether(values, tick)).toEqual(rounded)
})

test('they add up to the rounded sum, and none moves by a tick or more', () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 12 }), fc.constantFrom(1, 100), (values, tick) => {
      const rounded = roundTogether(values, tick)
      const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0)
      expect(sum(rounded)).toBe(Math.round(sum(values) / tick) * tick || 0)
      for (const [index, value] of values.entries())
        expect(Math.abs(rounded[index]! - value)).toBeLessThanOrEqual(tick)
    }),
  )
})
