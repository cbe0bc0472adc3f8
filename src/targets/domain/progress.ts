// How a member stands against a target: what is expected by now, pace, gap, and what it takes from here.
import { dayNumber } from '../../core/time.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { attainment } from './attainment.ts'
import { type DayShare, fractionsOf, shareThrough } from './day-shares.ts'

/** A ratio says something once this much stands below its line, in whole units: 3 of 4 proposals are no rate yet. */
export const LEAST_BELOW = 10

export interface ProgressFacts {
  metric: Pick<Metric, 'kind' | 'higherIsBetter'>
  /** Scaled by the metric's decimals, as all values here. */
  target: number
  /** Null: nothing was reported yet. */
  actual: number | null
  /** What of it was entered for the days that count by now; pace is measured by it. Missing: all. Ratios and levels: all. */
  counted?: number | null
  /** Of a ratio: what it is divided by, in whole units. */
  below: number | null
  shares: readonly DayShare[]
  /** The last day whose numbers are due; null: none of the period is. */
  through: Temporal.PlainDate | null
  /** The first day on which something can still be done: today, or the day after where today is reported. */
  restFrom: Temporal.PlainDate
}

/** Why nothing is said about pace. `not-yet`: nothing is expected so far. `too-few`: a ratio of too little. */
export type NoPace = 'not-yet' | 'too-few' | 'no-days' | 'zero-target'

export interface Progress {
  target: number
  actual: number | null
  /** What of it pace is measured by: entries of days that are not due yet are left out. */
  counted: number | null
  attainment: number | null
  /** Not rounded. */
  expected: number
  pace: { known: true; value: number } | { known: false; reason: NoPace }
  /** Above 0: ahead, whichever direction is better. */
  gap: number
  /** Working days counted so far, and in the period. */
  elapsed: number
  days: number
  /** The share of the target that should be there by now. */
  timeShare: number
  /** What is left to do, or where lower is better what may still be used; null where nothing can be summed up. */
  rest: { amount: number; days: number; perDay: number | null } | null
}

export function progressOf(facts: ProgressFacts): Progress {
  const { metric, target, actual, shares, through } = facts
  const { counted = actual } = facts
  const timeShare = through ? shareThrough(shares, through) : 0
  const summed = metric.kind === 'additive'
  const expected = summed ? target * timeShare : target
  const last = through ? dayNumber(through) : 0
  const elapsed = shares.filter(({ date }) => dayNumber(date) <= last)
  const reason = noPace(facts, timeShare)
  const against = attainment(counted ?? 0, expected, metric.higherIsBetter)
  const ahead = metric.higherIsBetter ? (counted ?? 0) - expected : expected - (counted ?? 0)
  return {
    ...{ target, actual, counted, expected, timeShare },
    attainment: actual === null && !summed ? null : attainment(actual ?? 0, target, metric.higherIsBetter),
    pace:
      reason === null && against !== null
        ? { known: true, value: against }
        : { known: false, reason: reason ?? 'zero-target' },
    gap: reason === null ? ahead : 0,
    elapsed: fractionsOf(elapsed),
    days: fractionsOf(shares),
    rest: summed ? restOf(facts) : null,
  }
}

function noPace({ metric, target, actual, below, shares }: ProgressFacts, timeShare: number): NoPace | null {
  if (metric.kind === 'ratio' && (below ?? 0) < LEAST_BELOW) return 'too-few'
  if (metric.kind !== 'additive') return actual === null ? 'not-yet' : null
  if (shares.length === 0) return 'no-days'
  if (timeShare === 0) return 'not-yet'
  return metric.higherIsBetter && target === 0 ? 'zero-target' : null
}

function restOf({ target, actual, shares, restFrom }: ProgressFacts): NonNullable<Progress['rest']> {
  const first = dayNumber(restFrom)
  const days = fractionsOf(shares.filter(({ date }) => dayNumber(date) >= first))
  const amount = Math.max(0, target - (actual ?? 0))
  return { amount, days, perDay: days === 0 ? null : amount / days }
}
