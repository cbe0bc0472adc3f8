// What a team and its people have of a period is held against the target of the team above, beside the other teams' parts.
import { describe, expect, test } from 'vitest'
import type { PlannedVersion } from '../../src/targets/domain/plan.ts'
import { type TargetPeriod, targetPeriod } from '../../src/targets/domain/target-period.ts'
import {
  aboveParent,
  type ClaimAbove,
  claimOf,
  claimsWith,
  type TeamClaims,
} from '../../src/targets/domain/within-parent.ts'

const on = (kind: TargetPeriod['kind'], date: string) => targetPeriod(kind, Temporal.PlainDate.from(date), 1)
const YEAR = on('year', '2026-01-01')
const Q2 = on('quarter', '2026-04-01')
const MARCH = on('month', '2026-03-01')
const APRIL = on('month', '2026-04-01')
const NOTHING: TeamClaims = { wholes: [], given: [] }

const month = (period: TargetPeriod, value: number, before: number | null = null): PlannedVersion => ({
  ...{ period, version: 1, whole: null, lock: 'hand', follows: false },
  parts: [{ memberId: 'm', value, before, byHand: true, until: period.to, present: 1, changed: true }],
})

describe('what a team has of a year', () => {
  test.each<[string, TeamClaims, number]>([
    ['nothing', NOTHING, 0],
    [
      'its whole',
      {
        wholes: [
          { period: YEAR, whole: 900 },
          { period: APRIL, whole: 70 },
        ],
        given: [],
      },
      900,
    ],
    [
      'its quarter and the months beside it',
      {
        wholes: [
          { period: YEAR, whole: null },
          { period: Q2, whole: 300 },
          { period: APRIL, whole: 100 },
          { period: MARCH, whole: 50 },
        ],
        given: [],
      },
      350,
    ],
    [
      'its people’s, where the month has no whole',
      {
        wholes: [
          { period: MARCH, whole: null },
          { period: APRIL, whole: 100 },
        ],
        given: [
          { period: MARCH, value: 20 },
          { period: MARCH, value: 30 },
          { period: APRIL, value: 80 },
        ],
      },
      150,
    ],
  ])('is %s', (_, claims, expected) => {
    expect(claimOf(claims, YEAR)).toBe(expected)
  })

  test('changes by what is planned, each part against what it was', () => {
    const had = { wholes: [{ period: MARCH, whole: null }], given: [{ period: MARCH, value: 40 }] }
    expect(claimOf(claimsWith(had, [month(MARCH, 55, 40), month(APRIL, 10)]), YEAR)).toBe(65)
    expect(claimOf(claimsWith(had, [{ ...month(MARCH, 40, 40), whole: 90 }]), YEAR)).toBe(90)
  })
})

describe('the target above', () => {
  const plain = (value: number) => value
  const above = (more: Partial<ClaimAbove> = {}): ClaimAbove => ({
    wholes: [{ period: YEAR, whole: 1000, own: 200 }],
    beside: [{ claims: { wholes: [{ period: YEAR, whole: 500 }], given: [] }, into: plain }],
    ...{ into: plain, rounding: 0, ...more },
  })
  const asks = (before: number, after: number) => ({
    before: claimsWith(NOTHING, [month(MARCH, before)]),
    after: claimsWith(NOTHING, [month(MARCH, after)]),
  })

  test('holds what fits to the last tick, and refuses one more with the numbers that clash', () => {
    expect(aboveParent(asks(0, 300), above())).toBeNull()
    expect(aboveParent(asks(0, 301), above())).toEqual({
      ...{ ok: false, reason: 'above-parent', period: YEAR, whole: 1000, others: 700, value: 301 },
    })
    expect(aboveParent(asks(0, 301), above({ rounding: 1 }))).toBeNull()
  })

  test('takes less than before even where it is still too much, and knows nothing of what was not shared out', () => {
    expect(aboveParent(asks(400, 350), above())).toBeNull()
    expect(
      aboveParent(asks(0, 5000), above({ wholes: [{ period: YEAR, whole: 1000, own: null }] })),
    ).toBeNull()
    expect(aboveParent(asks(0, 5000), above({ wholes: [{ period: APRIL, whole: 10, own: 5 }] }))).toBeNull()
  })

  test('is told in the currency of the team that is checked', () => {
    const twice = (value: number) => 2 * value
    const into = {
      into: twice,
      beside: [{ claims: { wholes: [{ period: YEAR, whole: 500 }], given: [] }, into: twice }],
    }
    expect(aboveParent(asks(0, 601), above(into))).toMatchObject({ whole: 2000, others: 1400, value: 601 })
    expect(aboveParent(asks(0, 600), above(into))).toBeNull()
  })
})
