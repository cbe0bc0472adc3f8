// The simulated year behind docs/warnings-simulation.md: who is in trouble, what a true miss is, and when a manager hears of it.
import { describe, expect, test } from 'vitest'
import { simulateCompany, TRUE_MISS_BELOW } from '../../bench/warnings/company.ts'
import { type Followed, follow, NOT_OPEN } from '../../bench/warnings/follow.ts'
import { leftOn } from '../../bench/warnings/trouble.ts'
import type { Level } from '../../src/warnings/domain/level.ts'

describe('the company', () => {
  const company = simulateCompany(30, 'test')

  test('the same seed gives the same year, another one another', () => {
    const numbers = (seed: string) =>
      simulateCompany(2, seed).map(({ days }) => days.map((day) => day.numbers))
    expect(numbers('test')).toEqual(numbers('test'))
    expect(numbers('other')).not.toEqual(numbers('test'))
  })

  test('a tenth is in trouble each month, each kind as often; in the month before the year nobody is', () => {
    for (let month = 0; month < 13; month += 1) {
      const kinds = company.flatMap(({ months }) => months[month]!.trouble?.kind ?? [])
      const expected = month === 0 ? [] : ['bad luck only', 'slow decline', 'sudden stop']
      expect(kinds.toSorted()).toEqual(expected)
    }
  })

  test('who is well or only unlucky is never a true miss, and bad luck brings less', () => {
    const all = company.flatMap(({ months }) => months.slice(1))
    const of = (kind: string | null) => all.filter(({ trouble }) => (trouble?.kind ?? null) === kind)
    for (const { underlying } of [...of(null), ...of('bad luck only')])
      expect(underlying).toBeGreaterThan(TRUE_MISS_BELOW)
    const mean = (months: typeof all) => months.reduce((sum, { ended }) => sum + ended, 0) / months.length
    expect(mean(of('bad luck only'))).toBeLessThan(mean(of(null)) / 2)
  })
})

test.each([
  { kind: 'slow decline', from: 0, left: 0.2, rates: [0.8, 0.6, 0.4, 0.2] },
  { kind: 'sudden stop', from: 2, left: 0.1, rates: [1, 1, 0.1, 0.1] },
  { kind: 'bad luck only', from: 0, left: 1, rates: [1, 1, 1, 1] },
] as const)('a month of four days with $kind leaves $rates of the rate', ({ rates, ...trouble }) => {
  for (const [day, rate] of rates.entries()) expect(leftOn(trouble, day, 4)).toBeCloseTo(rate)
})

type Morning = { reached?: Level; held?: Level; told?: Level }
test.each<{ what: string; mornings: Morning[] }>([
  {
    what: 'opens on the second morning in a row',
    mornings: [{ reached: 'blue' }, { reached: 'blue', told: 'blue' }],
  },
  { what: 'a good morning between begins anew', mornings: [{ reached: 'red' }, {}, { reached: 'red' }] },
  {
    what: 'rises at once, falls past the clear limit, and is not told again',
    mornings: [
      ...[{ reached: 'blue' }, { reached: 'blue', told: 'blue' }, { reached: 'red', told: 'red' }],
      ...[{ reached: 'yellow' }, { reached: 'red' }],
    ] as Morning[],
  },
  {
    what: 'is kept where it is not reached any more but has not cleared',
    mornings: [{ reached: 'blue' }, { reached: 'blue', told: 'blue' }, { held: 'blue' }, { reached: 'blue' }],
  },
])('a warning that waits for two mornings: $what', ({ mornings }) => {
  let followed: Followed = NOT_OPEN
  for (const { reached, held = reached, told } of mornings) {
    const next = follow(followed, { reached, held }, 2)
    expect(next.told).toBe(told)
    followed = next.after
  }
})
