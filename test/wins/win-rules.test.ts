// Which acts of the ledger are wins, what is left of them after corrections, and which are big ones or records.
import { describe, expect, test } from 'vitest'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { honoursOf, type WonBefore } from '../../src/wins/domain/honours.ts'
import { amountsLeft, dealIn, type LedgerAct } from '../../src/wins/domain/win.ts'

const HUNTER = presetFor('hunter', 'EUR')
const act = (sourceId: string, newRevenue: number, corrects?: string): LedgerAct => ({
  sourceId,
  numbers: { newRevenue, calls: 3 },
  corrects: corrects === undefined ? null : { newRevenue: corrects },
})
const dealOf = (acts: LedgerAct[], sourceId: string, known: string[] = []) =>
  dealIn(acts, sourceId, HUNTER, new Set(known))
const left = (acts: LedgerAct[], ...wins: string[]) =>
  Object.fromEntries(
    amountsLeft(
      acts,
      wins.map((sourceId) => ({ sourceId, metricKey: 'newRevenue' })),
    ),
  )

describe('an act is a win', () => {
  test('where it adds money from customers', () => {
    expect(dealOf([act('a', 500)], 'a')).toEqual({ metricKey: 'newRevenue', amount: 500 })
    expect(dealOf([act('a', 500), act('b', 200)], 'b', ['a'])).toMatchObject({ amount: 200 })
    expect(dealOf([act('a', 0)], 'a')).toBe(null)
    expect(dealOf([act('a', -5)], 'a')).toBe(null)
  })

  test('where it raises a 0 that was reported, but not where it raises a win', () => {
    expect(dealOf([act('zero', 0), act('a', 500, 'zero')], 'a')).toMatchObject({ amount: 500 })
    expect(dealOf([act('a', 500), act('b', 200, 'a')], 'b', ['a'])).toBe(null)
    expect(dealOf([act('a', 500), act('b', 200, 'a'), act('c', 1, 'b')], 'c', ['a'])).toBe(null)
  })
})

describe('what is left of a win', () => {
  test('is what it said and all that was corrected of it, through any number of corrections', () => {
    expect(left([act('a', 500), act('b', -100, 'a'), act('c', 50, 'b')], 'a')).toEqual({ a: 450 })
  })

  test('is nothing once it is undone, and other wins of the day stay', () => {
    const acts = [act('a', 500), act('b', 200), act('undo', -500, 'a')]
    expect(left(acts, 'a', 'b')).toEqual({ a: 0, b: 200 })
  })

  test('is never less than nothing', () => {
    expect(left([act('a', 500), act('b', -900, 'a')], 'a')).toEqual({ a: 0 })
  })

  test('does not count a correction of what was no win', () => {
    expect(left([act('zero', 0), act('a', 500, 'zero'), act('b', 7, 'zero')], 'a')).toEqual({ a: 500 })
  })
})

describe('big deals and records, by what was won before', () => {
  const wonBefore = (more: Partial<WonBefore> = {}): WonBefore => ({
    quarter: { deals: 0, largest: null },
    role: { deals: 0, median: null },
    own: { deals: 0, largest: null },
    ...more,
  })

  test.each([
    ['the first deal of all', 900, wonBefore(), []],
    ['a record of two deals', 900, wonBefore({ quarter: { deals: 2, largest: 100 } }), []],
    [
      'larger than three of the quarter',
      900,
      wonBefore({ quarter: { deals: 3, largest: 899 } }),
      ['largest-of-quarter'],
    ],
    ['as large as the largest', 900, wonBefore({ quarter: { deals: 3, largest: 900 } }), []],
    ['three times the usual', 900, wonBefore({ role: { deals: 5, median: 300 } }), ['far-above-usual']],
    ['nearly three times the usual', 899, wonBefore({ role: { deals: 5, median: 300 } }), []],
    ['three times, of four deals', 900, wonBefore({ role: { deals: 4, median: 300 } }), []],
    [
      'larger than three of one’s own',
      900,
      wonBefore({ own: { deals: 3, largest: 800 } }),
      ['personal-best'],
    ],
    [
      'all at once',
      900,
      wonBefore({
        quarter: { deals: 9, largest: 800 },
        role: { deals: 9, median: 100 },
        own: { deals: 3, largest: 800 },
      }),
      ['largest-of-quarter', 'far-above-usual', 'personal-best'],
    ],
  ] as const)('%s', (_, amount, facts, honours) => {
    expect(honoursOf(amount, facts)).toEqual(honours)
  })
})
