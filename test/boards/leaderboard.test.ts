// Ranking: ties, movement, who is not ranked and why, independent of the order of the input.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BoardInput,
  type Contender,
  gapsOf,
  neighbours,
  type RankedRow,
  rankBoard,
} from '../../src/boards/domain/leaderboard.ts'
import { pointsOf } from '../../src/numbers/domain/measure.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { ROLES } from '../../src/org/domain/team.ts'

const DATE = Temporal.PlainDate.from('2026-03-03')
const BOARD = {
  period: { kind: 'day', from: DATE, to: DATE },
  measure: { kind: 'metric', metric: 'calls' },
  decimals: 0,
  previous: null,
} as const

const contender = (name: string, value: number, changes: Partial<Contender> = {}): Contender => ({
  memberId: `m-${name}`,
  userId: `U-${name}`,
  role: 'hunter',
  value,
  present: 1,
  possible: 1,
  reported: true,
  roleHasMetric: true,
  marked: false,
  ...changes,
})
const rank = (contenders: Contender[], changes: Partial<BoardInput> = {}) =>
  rankBoard({ ...BOARD, contenders, ...changes })
const places = (rows: readonly RankedRow[]) => rows.map(({ userId, rank: place }) => `${place} ${userId}`)

describe('rankBoard', () => {
  test('ties share a rank and the next is skipped: 1, 2, 2, 4', () => {
    const board = rank([contender('d', 3), contender('c', 5), contender('a', 9), contender('b', 5)])
    expect(places(board.ranked)).toEqual(['1 U-a', '2 U-b', '2 U-c', '4 U-d'])
  })

  test('lower is better where the metric says so', () => {
    const board = rank([contender('a', 90), contender('b', 10)], { higherIsBetter: false })
    expect(places(board.ranked)).toEqual(['1 U-b', '2 U-a'])
  })

  test('each role has its own ranking, roles in their order', () => {
    const board = rank([
      contender('x', 100, { role: 'analyst' }),
      contender('a', 1),
      contender('y', 50, { role: 'analyst' }),
      contender('b', 2),
    ])
    expect(places(board.ranked)).toEqual(['1 U-b', '2 U-a', '1 U-x', '2 U-y'])
  })

  test('members whose role does not have the metric are left out', () => {
    const board = rank([contender('a', 1), contender('x', 0, { roleHasMetric: false, reported: false })])
    expect(places(board.ranked)).toEqual(['1 U-a'])
    expect(board.notRanked).toEqual([])
  })

  test.each([
    ['present for less than half', { present: 2, possible: 5 }, 'away'],
    ['present for half', { present: 2.5, possible: 5 }, null],
    ['on leave all the time', { present: 0, possible: 5, reported: false }, 'away'],
    ['present without a report', { reported: false }, 'no-report'],
    ['off when it is asked for, without a report', { reported: false, givesLater: true }, 'gives-later'],
    ['off when it is asked for, reported all the same', { givesLater: true }, null],
    ['on leave then and now', { present: 0, possible: 1, reported: false, givesLater: true }, 'away'],
    ['a report of zero', { value: 0 }, null],
    ['reported, without a working day of their own', { present: 0, possible: 0 }, null],
    ['a holiday of their own', { present: 0, possible: 0, reported: false }, 'away'],
  ] as const)('%s: %j', (_, changes, reason) => {
    const board = rank([contender('a', 7, changes), contender('b', 3)])
    expect(board.notRanked).toMatchObject(reason ? [{ memberId: 'm-a', userId: 'U-a', reason }] : [])
    expect(board.ranked.map(({ userId }) => userId).includes('U-a')).toBe(reason === null)
    if (reason) expect(places(board.ranked)).toEqual(['1 U-b'])
  })

  test('the numbers of one who was away are kept beside the ranking, and neither rank nor lower anybody', () => {
    const others = [contender('b', 3), contender('c', 2)]
    const away = { present: 0, possible: 1 }
    for (const value of [0, 2, 99]) {
      const board = rank([...others, contender('a', value, away)])
      expect(board.ranked).toEqual(rank(others).ranked)
      expect(board.notRanked).toEqual([{ memberId: 'm-a', userId: 'U-a', reason: 'away', kept: value }])
    }
    const [silent] = rank([contender('a', 0, { ...away, reported: false })]).notRanked
    expect(silent).not.toHaveProperty('kept')
  })

  test('movement is places gained since the board before, in the same role', () => {
    const before = rank([contender('a', 9), contender('b', 5), contender('c', 1)]).ranked
    const now = rank([contender('a', 2), contender('b', 5), contender('c', 8), contender('new', 1)], {
      previous: before,
    })
    expect(now.ranked.map(({ userId, movement }) => [userId, movement])).toEqual([
      ['U-c', 2],
      ['U-b', 0],
      ['U-a', -2],
      ['U-new', null],
    ])
    const moved = rank([contender('a', 2, { role: 'analyst' })], { previous: before })
    expect(moved.ranked[0]?.movement).toBeNull()
  })

  test('what each lacks to the next better place; those who share a place lack the same', () => {
    const { ranked } = rank([contender('a', 9), contender('b', 7), contender('c', 7), contender('d', 2)])
    expect(gapsOf(ranked)).toEqual([null, 2, 2, 5])
    const lowest = rank([contender('a', 3), contender('b', 10)], { higherIsBetter: false })
    expect(gapsOf(lowest.ranked)).toEqual([null, 7])
  })

  test('most improved is who gained most since the board before, once the period is over', () => {
    const week = { kind: 'week', from: DATE, to: DATE } as const
    const before = rank([contender('a', 9), contender('b', 5), contender('c', 1)]).ranked
    const now = [contender('a', 12), contender('b', 8), contender('c', 0), contender('new', 99)]
    const over = { period: week, previous: before, complete: true }
    expect(rank(now, over).improved).toEqual({ by: 3, userIds: ['U-a', 'U-b'] })
    expect(rank(now, { ...over, complete: false })).not.toHaveProperty('improved')
    expect(rank(now, { ...over, period: BOARD.period })).not.toHaveProperty('improved')
    expect(rank([contender('a', 9), contender('b', 2)], over)).not.toHaveProperty('improved')
    const less = { ...over, higherIsBetter: false }
    expect(rank(now, less).improved).toEqual({ by: 1, userIds: ['U-c'] })
  })

  test('by attainment everyone is ranked together, whatever the role', () => {
    const all = [contender('a', 900), contender('x', 950, { role: 'analyst' }), contender('b', 950)]
    const board = rank(all, { measure: { kind: 'attainment', metric: null }, decimals: 1 })
    expect(places(board.ranked)).toEqual(['1 U-b', '1 U-x', '3 U-a'])
    expect(neighbours(board, 'm-a')).toMatchObject({ of: 3, gap: 50, above: { userId: 'U-x' } })
  })

  test('without a target nobody is ranked, and it says so', () => {
    const board = rank([contender('a', 9), contender('b', 0, { noTarget: true })])
    expect(board.notRanked).toEqual([{ memberId: 'm-b', userId: 'U-b', reason: 'no-target' }])
  })

  test('a mark stays with its number', () => {
    const board = rank([contender('a', 9, { marked: true }), contender('b', 5)])
    expect(board.ranked.map(({ marked }) => marked)).toEqual([true, false])
  })
})

const anyContenders = fc
  .array(
    fc.record({
      value: fc.integer({ min: -3, max: 6 }),
      role: fc.constantFrom(...ROLES),
      present: fc.constantFrom(0, 0.5, 1, 2, 5),
      possible: fc.constantFrom(0, 1, 5),
      reported: fc.boolean(),
      roleHasMetric: fc.boolean(),
      marked: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((rows) => rows.map((row, index) => ({ ...contender(`${index}`, 0), ...row })))

describe('for any contenders', () => {
  test('the board does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(
        anyContenders.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(rank(shuffled)).toEqual(rank(rows))
        },
      ),
    )
  })

  test('a rank is one more than the number of better ones in the role', () => {
    fc.assert(
      fc.property(anyContenders, fc.boolean(), (rows, higherIsBetter) => {
        const { ranked } = rank(rows, { higherIsBetter })
        for (const row of ranked) {
          const rivals = ranked.filter(({ role }) => role === row.role)
          const better = rivals.filter(({ value }) =>
            higherIsBetter ? value > row.value : value < row.value,
          )
          expect(row.rank).toBe(better.length + 1)
        }
      }),
    )
  })

  test('every member whose role has the metric is listed once, as ranked or not ranked', () => {
    fc.assert(
      fc.property(anyContenders, (rows) => {
        const board = rank(rows)
        const ids = [...board.ranked, ...board.notRanked].map(({ memberId }) => memberId).sort()
        const expected = rows.filter(({ roleHasMetric }) => roleHasMetric).map(({ memberId }) => memberId)
        expect(ids).toEqual(expected.sort())
      }),
    )
  })

  test('movement is 0 against the same board, and is always old rank minus new rank', () => {
    fc.assert(
      fc.property(anyContenders, anyContenders, (first, second) => {
        const before = rank(first).ranked
        for (const { movement } of rank(first, { previous: before }).ranked) expect(movement).toBe(0)
        for (const row of rank(second, { previous: before }).ranked) {
          const old = before.find(({ memberId, role }) => memberId === row.memberId && role === row.role)
          expect(row.movement).toBe(old ? old.rank - row.rank : null)
        }
      }),
    )
  })

  test('neighbours have the nearest better and worse place, in the same role; who is tied stands by itself', () => {
    fc.assert(
      fc.property(anyContenders, (rows) => {
        const board = rank(rows)
        for (const row of board.ranked) {
          const found = neighbours(board, row.memberId)
          expect(found?.row).toBe(row)
          const above = found?.above && neighbours(board, found.above.memberId)
          expect(above?.below?.rank ?? row.rank).toBe(row.rank)
          expect(found?.tied.every(({ value }) => value === row.value)).toBe(true)
          for (const other of [found?.above, found?.below]) if (other) expect(other.role).toBe(row.role)
          expect(found?.above?.rank ?? 0).toBeLessThan(row.rank)
          if (row.rank > 1) expect(found?.above).not.toBeNull()
        }
        for (const { memberId } of board.notRanked) expect(neighbours(board, memberId)).toBeNull()
      }),
    )
  })
})

describe('pointsOf', () => {
  const metric = (key: string, points: number, decimals = 0): Metric => ({
    ...presetFor('hunter', 'CNY')[0]!,
    key,
    points,
    decimals,
  })

  test('weighs whole units and rounds down once, at the end', () => {
    const metrics = [metric('a', 1, 1), metric('b', 3, 2), metric('c', 0)]
    expect(pointsOf({ a: 15, b: 50, c: 99 }, metrics)).toBe(3)
    expect(pointsOf({ a: 14, b: 50 }, metrics)).toBe(2)
    expect(pointsOf({}, metrics)).toBe(0)
    expect(pointsOf({ a: -1 }, metrics)).toBe(-1)
    expect(pointsOf({ unknown: 7 }, metrics)).toBe(0)
  })

  test('a hunter’s day by the presets', () => {
    const day = {
      calls: 42,
      followUps: 6,
      proposals: 1,
      visits: 2,
      leadsConverted: 1,
      newCustomers: 1,
      newRevenue: 1,
    }
    expect(pointsOf(day, presetFor('hunter', 'CNY'))).toBe(42 + 12 + 10 + 20 + 8 + 40)
  })

  test('stays exact where floating point would not', () => {
    const tenths = Array.from({ length: 10 }, (_, index) => metric(`t${index}`, 1, 1))
    expect(pointsOf(Object.fromEntries(tenths.map(({ key }) => [key, 1])), tenths)).toBe(1)
    expect(pointsOf({ a: 9_007_199_254_740_991 }, [metric('a', 1, 4)])).toBe(900_719_925_474)
  })

  test('without decimals it is the plain weighted sum', () => {
    const row = fc.tuple(fc.nat(50), fc.nat(1000))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const metrics = rows.map(([points], index) => metric(`k${index}`, points))
        const totals = Object.fromEntries(rows.map(([, value], index) => [`k${index}`, value]))
        expect(pointsOf(totals, metrics)).toBe(rows.reduce((sum, [points, value]) => sum + points * value, 0))
      }),
    )
  })
})
