// The forecast at a period's end: what is in, and what the days still to come bring at the member's recent rate, with an interval.
import type { DaySums } from '../../numbers/domain/day-sums.ts'
import { type DailyRate, dailyRate } from './daily-rate.ts'
import { fractionsOf, type WorkDay } from './day-shares.ts'
import { gamma } from './gamma.ts'

export interface ForecastFacts {
  /** What is in, scaled, as all values here. */
  actual: number
  /** The member's latest working days. */
  own: DaySums
  /** The same of each colleague. */
  colleagues: readonly DaySums[]
  /** The working days of the period whose numbers are still to come. */
  open: readonly WorkDay[]
}

export interface Forecast {
  rate: DailyRate
  /** Working fractions still to come. */
  days: number
  /** Not rounded. */
  total: number
  /** Whole ticks: four times in five the period ends within, both included. */
  low: number
  high: number
}

const COVERED = 0.8
const BELOW = (1 - COVERED) / 2

/** Null: too little is known of the member and the team. */
export function forecastOf({ actual, own, colleagues, open }: ForecastFacts): Forecast | null {
  const rate = dailyRate(own, colleagues)
  if (!rate) return null
  const days = fractionsOf(open)
  const more = days * rate.perDay
  const interval = days === 0 ? { low: 0, high: 0 } : intervalOf(toCome(rate, open.length, days))
  return {
    ...{ rate, days, total: actual + more },
    // The one number stands within its interval.
    low: actual + Math.min(interval.low, Math.floor(more)),
    high: actual + Math.max(interval.high, Math.ceil(more)),
  }
}

/** What is still to come: nothing at all with a chance of `none`, and otherwise a gamma distribution. */
interface ToCome {
  none: number
  shape: number
  scale: number
}

/**
 * Few days known make all of it wider: a rate known from n days is off by the variance of a day ÷ n, and so is that variance
 * itself. Half a unit of spread is added, because a rate learnt from few days that brought little is rather too low.
 */
function toCome({ perDay, spread, pull, own, activeShare }: DailyRate, count: number, days: number): ToCome {
  const known = own.days + pull
  const mean = days * (perDay + spread / known / 2)
  const wider = 1 + 3 / Math.max(own.days, 1)
  const variance = spread * mean * (1 + days / known) * wider
  const none = chanceOfNone((activeShare * days) / count, known, count)
  const some = mean / (1 - none)
  // A little is left where all but nothing varies.
  const varied = Math.max((variance + mean ** 2) / (1 - none) - some ** 2, some ** 2 * 1e-4)
  return mean === 0
    ? { none: 1, shape: 1, scale: 1 }
    : { none, shape: some ** 2 / varied, scale: varied / some }
}

/** That none of `count` days brings anything, where the share of days that do is known from `known` days (beta-binomial). */
function chanceOfNone(share: number, known: number, count: number): number {
  let chance = 1
  for (let day = 0; day < count; day += 1) chance *= ((1 - share) * known + day) / (known + day)
  return Math.min(chance, 1 - 1e-9)
}

/** As much above as below, or from 0 on where nothing at all is that likely; of whole ticks those that come nearest to 80 %. */
function intervalOf({ none, shape, scale }: ToCome): { low: number; high: number } {
  const upTo = (tick: number) => (tick < 0 ? 0 : none + (1 - none) * gamma.cdf(tick + 0.5, shape, scale))
  const at = (share: number) => (share <= none ? 0 : gamma.inv((share - none) / (1 - none), shape, scale))
  const low = Math.round(at(BELOW))
  const below = upTo(low - 1)
  const off = (high: number) => Math.abs(upTo(high) - below - COVERED)
  const about = Math.max(low, Math.floor(at(Math.min(below + COVERED, 1 - BELOW / 10))))
  const near = [about - 1, about, about + 1].filter((one) => one >= low)
  const [best] = near.map((high) => ({ high, off: off(high) })).toSorted((one, other) => one.off - other.off)
  return { low, high: best!.high }
}
