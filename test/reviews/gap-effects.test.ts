// Tests of the arithmetic of a gap: hand-computed cases, and that the shares add up to the gap whatever the numbers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapEffects, logarithmicMean } from '../../src/reviews/domain/gap-effects.ts'

const volume = fc.double({ min: 0.01, max: 1e7, noNaN: true })
const funnel = fc.integer({ min: 1, max: 6 }).chain((stages) => {
  const volumes = fc.array(volume, { minLength: stages, maxLength: stages })
  return fc.tuple(volumes, volumes)
})
const effectsOf = (plan: number[], actual: number[]) => {
  const found = gapEffects(plan, actual)
  if (!found.ok) throw new Error('a factor is zero')
  return found.effects.map(({ effect }) => effect)
}

describe('the gap between plan and actual', () => {
  test('80 leads at 15 % instead of 100 at 20 %: 8 customers short, 3.49 for volume and 4.51 for conversion', () => {
    const [volume, conversion] = effectsOf([100, 20], [80, 12])
    expect(volume).toBeCloseTo(-3.49, 2)
    expect(conversion).toBeCloseTo(-4.51, 2)
  })

  test('more leads and a lower share: what one brings in the other costs', () => {
    const [volume, conversion] = effectsOf([100, 20], [200, 20])
    expect(volume).toBeCloseTo(20 * Math.log(2), 10)
    expect(conversion).toBeCloseTo(-20 * Math.log(2), 10)
  })

  test('where all is as planned, no factor has a share', () => {
    expect(effectsOf([90, 40, 18], [90, 40, 18])).toEqual([0, 0, 0])
  })

  test('the shares add up to the gap', () => {
    fc.assert(
      fc.property(funnel, ([plan, actual]) => {
        const sum = effectsOf(plan, actual).reduce((all, one) => all + one, 0)
        const size = Math.max(plan.at(-1)!, actual.at(-1)!)
        expect(Math.abs(sum - (actual.at(-1)! - plan.at(-1)!))).toBeLessThan(size * 1e-6)
      }),
    )
  })

  test('plan and actual the other way round give the same shares with the other sign', () => {
    fc.assert(
      fc.property(funnel, ([plan, actual]) => {
        const back = effectsOf(actual, plan)
        const size = Math.max(...plan, ...actual)
        effectsOf(plan, actual).forEach((effect, stage) => {
          expect(Math.abs(effect + back[stage]!)).toBeLessThan(size * 1e-6)
        })
      }),
    )
  })

  test('a zero on the way says where, instead of shares', () => {
    expect(gapEffects([100, 20], [0, 0])).toEqual({ ok: false, gap: -20, zero: { stage: 0, of: 'actual' } })
    expect(gapEffects([100, 20], [80, 0])).toEqual({ ok: false, gap: -20, zero: { stage: 1, of: 'actual' } })
    expect(gapEffects([0, 20], [80, 12])).toEqual({ ok: false, gap: -8, zero: { stage: 0, of: 'plan' } })
  })
})

test('the logarithmic mean lies between both values, and is the value itself where they are equal', () => {
  fc.assert(
    fc.property(volume, volume, (one, other) => {
      const mean = logarithmicMean(one, other)
      expect(mean).toBeGreaterThanOrEqual(Math.min(one, other) * (1 - 1e-9))
      expect(mean).toBeLessThanOrEqual(Math.max(one, other) * (1 + 1e-9))
    }),
  )
  expect(logarithmicMean(7, 7)).toBe(7)
})
