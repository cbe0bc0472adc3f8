// Tests of what a measure did: hand-computed cases, what is too little to tell, and what holds whatever the numbers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureEffect, type Sides } from '../../src/reviews/domain/measure-effect.ts'
import { wilsonLower, wilsonUpper } from '../../src/warnings/domain/signals/funnel-leak.ts'

const sides = (before: [number, number], after: [number, number]): Sides => ({
  before: { amount: before[0], of: before[1] },
  after: { amount: after[0], of: after[1] },
})

describe('a number that is counted', () => {
  test('30 → 40 in ten days while the rest grew by a fifth: 0.4 a day more than with the trend, which chance could explain', () => {
    const found = measureEffect('count', sides([30, 10], [40, 10]), sides([100, 40], [120, 40]))
    expect(found).toMatchObject({ own: { before: 3, after: 4 }, rest: { before: 2.5, after: 3 } })
    expect(found.known && found.effect).toBeCloseTo(0.4, 10)
    expect(found.known && found.beyondChance).toBe(false)
  })

  test('30 → 75 against a flat rest is more than chance explains', () => {
    // ln 2.5 = 0.916; √(1/30 + 1/75 + 1/100 + 1/100) = 0.258; 1.96 × 0.258 = 0.506.
    const found = measureEffect('count', sides([30, 10], [75, 10]), sides([100, 40], [100, 40]))
    expect(found).toMatchObject({ effect: 4.5, beyondChance: true })
  })

  test('four days, or four things in a window, are too little; a rest of which too little is known is left out', () => {
    expect(measureEffect('count', sides([30, 10], [16, 4]), null)).toEqual({ known: false })
    expect(measureEffect('count', sides([4, 10], [30, 10]), null)).toEqual({ known: false })
    const few = measureEffect('count', sides([30, 10], [40, 10]), sides([3, 10], [9, 10]))
    expect(few).toMatchObject({ known: true, rest: null, effect: null, beyondChance: null })
  })
})

describe('a share', () => {
  test('20 of 100 → 40 of 100 while the rest went from 30 % to 35 %: 15 points more, beyond chance only with more of them', () => {
    const few = measureEffect('share', sides([20, 100], [40, 100]), sides([30, 100], [35, 100]))
    expect(few.known && few.effect).toBeCloseTo(0.15, 10)
    expect(few.known && few.beyondChance).toBe(false)
    const many = measureEffect('share', sides([200, 1000], [400, 1000]), sides([300, 1000], [350, 1000]))
    expect(many.known && many.beyondChance).toBe(true)
  })

  test('nine tries are too few', () => {
    expect(measureEffect('share', sides([3, 9], [40, 100]), null)).toEqual({ known: false })
  })
})

test('of money no chance is told, and from nothing nothing grows', () => {
  const rest = sides([1000, 40], [1200, 40])
  expect(measureEffect('sum', sides([3000, 10], [6000, 10]), rest)).toMatchObject({
    ...{ effect: 240, beyondChance: null },
  })
  expect(measureEffect('sum', sides([0, 10], [6000, 10]), rest)).toEqual({ known: false })
})

const count = fc.integer({ min: 5, max: 5000 })
const days = fc.integer({ min: 5, max: 60 })
const tallies = fc.record({ amount: count, of: days })
const anySides = fc.record({ before: tallies, after: tallies })

describe('whatever the numbers', () => {
  test('before, carried along with the trend, and the effect add up to after', () => {
    fc.assert(
      fc.property(anySides, anySides, (own, rest) => {
        const found = measureEffect('count', own, rest)
        if (!found.known || !found.rest) throw new Error('enough is known')
        const carried = (found.own.before * found.rest.after) / found.rest.before
        expect(carried + found.effect!).toBeCloseTo(found.own.after, 6)
      }),
    )
  })

  test('whoever grows just as the rest has no effect, and it is never beyond chance', () => {
    fc.assert(
      fc.property(anySides, fc.integer({ min: 2, max: 9 }), (rest, times) => {
        const own = {
          before: { amount: rest.before.amount * times, of: rest.before.of },
          after: { amount: rest.after.amount * times, of: rest.after.of },
        }
        const found = measureEffect('count', own, rest)
        expect(found.known && found.effect).toBeCloseTo(0, 6)
        expect(found).toMatchObject({ beyondChance: false })
      }),
    )
  })

  test('how many people the rest are makes no difference', () => {
    fc.assert(
      fc.property(anySides, anySides, (own, rest) => {
        const twice = ({ amount, of }: { amount: number; of: number }) => ({ amount: 2 * amount, of: 2 * of })
        const more = { before: twice(rest.before), after: twice(rest.after) }
        const [one, other] = [measureEffect('sum', own, rest), measureEffect('sum', own, more)]
        expect(one.known && one.effect).toBeCloseTo(other.known ? other.effect! : Number.NaN, 6)
      }),
    )
  })

  test("Wilson's bounds lie on both sides of the share, within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, part) => {
          const hits = Math.round(tries * part)
          const [lower, upper] = [wilsonLower(hits, tries), wilsonUpper(hits, tries)]
          expect(lower).toBeGreaterThanOrEqual(-1e-12)
          expect(upper).toBeLessThanOrEqual(1 + 1e-12)
          expect(lower).toBeLessThanOrEqual(hits / tries + 1e-12)
          expect(upper).toBeGreaterThanOrEqual(hits / tries - 1e-12)
        },
      ),
    )
  })
})
