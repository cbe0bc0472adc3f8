// What a member scores by targets, computed by hand: one attainment, all alike, and by weight with the most that counts.
import { describe, expect, test } from 'vitest'
import { attainmentScore, type Reached } from '../../src/boards/domain/attainment-score.ts'
import type { ByTargets } from '../../src/org/domain/measure.ts'

const ALL: ByTargets = { kind: 'attainment', metric: null }
const CALLS: ByTargets = { kind: 'attainment', metric: 'calls' }
const WEIGHTS: ByTargets = {
  kind: 'weighted',
  weights: [
    { metric: 'calls', weight: 40 },
    { metric: 'newRevenue', weight: 60 },
  ],
}

/** A number that should be high, with a report. */
const reached = (metric: string, attainment: number | null, more: Partial<Reached> = {}): Reached => ({
  ...{ metric, attainment, higherIsBetter: true, reported: true, ...more },
})
const low = (attainment: number | null, reported = true) =>
  reached('cost', attainment, { higherIsBetter: false, reported })

describe('in percent with one decimal', () => {
  test.each<[string, ByTargets, Reached[], number | null]>([
    ['35 calls of 40', CALLS, [reached('calls', 35 / 40)], 875],
    ['two thirds are 66.7 %', CALLS, [reached('calls', 2 / 3)], 667],
    ['one target counts in full, above the most too', CALLS, [reached('calls', 2.4)], 2400],
    ['other targets do not count', CALLS, [reached('calls', 0.5), reached('visits', 1)], 500],
    ['all alike: (50 % + 100 %) ÷ 2', ALL, [reached('calls', 0.5), reached('visits', 1)], 750],
    [
      'all alike, with the most: (150 % + 50 %) ÷ 2',
      ALL,
      [reached('calls', 4), reached('visits', 0.5)],
      1000,
    ],
    ['40 × 50 % + 60 × 100 %', WEIGHTS, [reached('calls', 0.5), reached('newRevenue', 1)], 800],
    ['40 × 150 % + 60 × 25 %', WEIGHTS, [reached('calls', 3), reached('newRevenue', 0.25)], 750],
    ['exactly the most', WEIGHTS, [reached('calls', 1.5), reached('newRevenue', 1.5)], 1500],
    ['a weight without a target goes to the rest', WEIGHTS, [reached('newRevenue', 0.9)], 900],
    ['what has no weight does not count', WEIGHTS, [reached('calls', 1), reached('visits', 0)], 1000],
    [
      'nothing entered of a number that should be high is nothing reached',
      WEIGHTS,
      [reached('calls', 0, { reported: false }), reached('newRevenue', 1)],
      600,
    ],
    [
      'nothing entered of a number that should be low is no success',
      ALL,
      [low(1, false), reached('calls', 0.5)],
      500,
    ],
    ['a low number that was entered', ALL, [low(0.8), reached('calls', 0.4)], 600],
    ['a rate of too little says nothing', ALL, [reached('rate', null), reached('calls', 0.4)], 400],
    ['no target at all', ALL, [], null],
    ['no target that says anything', ALL, [reached('calls', null)], null],
  ])('%s', (_, measure, all, value) => {
    expect(attainmentScore(all, measure).value).toBe(value)
  })

  test('reported: something was entered of what counts', () => {
    const silent = reached('calls', 0, { reported: false })
    expect(attainmentScore([silent], ALL)).toEqual({ value: 0, reported: false })
    expect(attainmentScore([silent, reached('visits', 0)], ALL)).toEqual({ value: 0, reported: true })
    expect(attainmentScore([silent, reached('visits', 1)], CALLS).reported).toBe(false)
  })
})
