// Funnel leak: of a stage fewer go on to the next than good teams' do, and by more than chance explains.
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export interface FunnelStep {
  /** Of one period, in whole units. */
  entered: number
  converted: number
  /** The share that should go on: 0.45. Null: none is set. */
  benchmark: number | null
}

export interface LeakEvidence extends FunnelStep {
  /** Null: nobody entered. Above 1: carried over from an earlier period. */
  share: number | null
  /** The highest true share that such numbers are likely to come from. */
  upper: number | null
  /** How far the share is below the benchmark. */
  short: number | null
}

/** Two-sided 95 %. */
const Z = 1.96

/** The upper bound of Wilson's score interval for `hits` of `tries`. */
export const wilsonUpper = (hits: number, tries: number): number => wilsonBound(hits, tries, 1)

export const wilsonLower = (hits: number, tries: number): number => wilsonBound(hits, tries, -1)

function wilsonBound(hits: number, tries: number, side: 1 | -1): number {
  const share = hits / tries
  const squared = Z ** 2 / tries
  const root = Math.sqrt((share * (1 - share)) / tries + squared / (4 * tries))
  return (share + squared / 2 + side * Z * root) / (1 + squared)
}

/**
 * Limits are shares: 0.1 is ten percentage points. Too few to tell opens no episode; an open one is kept by the distance
 * alone, so that it does not come and go with the bound.
 */
export function funnelLeak(step: FunnelStep, settings: Limits): Reading<LeakEvidence> {
  const { entered, converted, benchmark } = step
  if (entered <= 0 || benchmark === null) return noReading({ ...step, share: null, upper: null, short: null })
  const share = converted / entered
  const upper = wilsonUpper(Math.min(converted, entered), entered)
  const short = benchmark - share
  return readingOf(short, settings, { ...step, share, upper, short }, upper >= benchmark)
}
