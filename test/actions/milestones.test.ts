// How far somebody is with their milestones: by number and by weight, whatever is dropped left out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTION_STATES } from '../../src/actions/domain/action-item.ts'
import { milestoneProgress } from '../../src/actions/domain/milestones.ts'

const item = (weight: number | null, state: (typeof ACTION_STATES)[number]) => ({ weight, state })

test.each([
  [[], null],
  [[item(null, 'done')], null],
  [[item(3, 'dropped')], null],
  [[item(1, 'open')], { done: 0, total: 1, percent: 0 }],
  [[item(3, 'done'), item(1, 'open'), item(1, 'open')], { done: 1, total: 3, percent: 60 }],
  [[item(3, 'done'), item(1, 'dropped'), item(null, 'open')], { done: 1, total: 1, percent: 100 }],
  [[item(100, 'done'), item(100, 'done'), item(1, 'open')], { done: 2, total: 3, percent: 99 }],
])('%j', (items, expected) => {
  expect(milestoneProgress(items)).toEqual(expected)
})

test('100 only where all are done, and one more that is done is never less', () => {
  const items = fc.array(
    fc.record({
      weight: fc.option(fc.integer({ min: 1, max: 100 })),
      state: fc.constantFrom(...ACTION_STATES),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 100 }), (some, weight) => {
      const before = milestoneProgress([...some, item(weight, 'open')])!
      const after = milestoneProgress([...some, item(weight, 'done')])!
      expect(after.percent).toBeGreaterThanOrEqual(before.percent)
      expect(after.percent === 100).toBe(after.done === after.total)
    }),
  )
})
