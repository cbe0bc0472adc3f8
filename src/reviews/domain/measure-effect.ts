// What became of the number that a measure aimed at: before and after it was set, against what the rest of the team did meanwhile.
import { wilsonLower, wilsonUpper } from '../../warnings/domain/signals/funnel-leak.ts'

/** `amount`: what was reported, in whole units; `of`: over how many working days of people, or of a share what it is a part of. */
export interface Tally {
  amount: number
  of: number
}

/** The same span of time before the measure was set, and after. */
export interface Sides {
  before: Tally
  after: Tally
}

/** `count`: single things that happened, so that chance can be told. `sum`: money and the like. `share`: hits among tries. */
export type Aim = 'count' | 'sum' | 'share'

/** A day's numbers, or the share, of each side. */
export interface Rates {
  before: number
  after: number
}

export type MeasureEffect =
  /** Too little was reported to compare anything. */
  | { known: false }
  | {
      known: true
      own: Rates
      /** Null: nobody else counts it, or too little of theirs was reported. */
      rest: Rates | null
      /** How much more or less than with the team's trend, a day or as a share. Null: there is no trend. */
      effect: number | null
      /** Whether it is more than chance explains. Null: it cannot be told. */
      beyondChance: boolean | null
    }

/** Fewer working days, or fewer things in one of the windows, tell nothing. */
const LEAST_DAYS = 5
const LEAST_COUNT = 5
/** The same for what a share is a part of. */
const LEAST_TRIES = 10
/** Two-sided 95 %. */
const Z = 1.96

/**
 * Difference in differences. Of a number a day: what it would be if it had grown as much as the rest's did, in proportion, so that
 * people with large and small numbers compare. Of a share: the change in percentage points minus that of the rest.
 */
export function measureEffect(aim: Aim, own: Sides, rest: Sides | null): MeasureEffect {
  if (!isEnough(aim, own)) return { known: false }
  const owned = ratesOf(own)
  const others = rest && isEnough(aim, rest) ? rest : null
  if (!others) return { known: true, own: owned, rest: null, effect: null, beyondChance: null }
  const trend = ratesOf(others)
  const found = { known: true as const, own: owned, rest: trend }
  if (aim === 'share')
    return {
      ...found,
      effect: owned.after - owned.before - (trend.after - trend.before),
      beyondChance: sharesDiffer(own, others),
    }
  return {
    ...found,
    effect: owned.after - (owned.before * trend.after) / trend.before,
    beyondChance: aim === 'count' ? countsDiffer(own, others) : null,
  }
}

function isEnough(aim: Aim, { before, after }: Sides): boolean {
  const least = aim === 'share' ? LEAST_TRIES : LEAST_DAYS
  if (Math.min(before.of, after.of) < least) return false
  if (aim === 'count') return Math.min(before.amount, after.amount) >= LEAST_COUNT
  return aim === 'share' || (before.amount > 0 && after.amount >= 0)
}

const rateOf = ({ amount, of }: Tally): number => amount / of
const ratesOf = ({ before, after }: Sides): Rates => ({ before: rateOf(before), after: rateOf(after) })

/** The logarithm of the ratio of both growths, as of four independent Poisson counts. */
function countsDiffer(own: Sides, rest: Sides): boolean {
  const tallies = [own.before, own.after, rest.before, rest.after]
  const logarithm = Math.log(
    (rateOf(own.after) * rateOf(rest.before)) / (rateOf(own.before) * rateOf(rest.after)),
  )
  const error = Math.sqrt(tallies.reduce((sum, { amount }) => sum + 1 / amount, 0))
  return Math.abs(logarithm) > Z * error
}

/** The interval of a sum of shares from Wilson's bounds of each (square and add) does not hold zero. */
function sharesDiffer(own: Sides, rest: Sides): boolean {
  const signed = [
    { tally: own.after, sign: 1 },
    { tally: own.before, sign: -1 },
    { tally: rest.after, sign: -1 },
    { tally: rest.before, sign: 1 },
  ].map(({ tally, sign }) => {
    const hits = Math.min(tally.amount, tally.of)
    const share = hits / tally.of
    const up = wilsonUpper(hits, tally.of) - share
    const down = share - wilsonLower(hits, tally.of)
    return sign > 0 ? { share, up, down } : { share: -share, up: down, down: up }
  })
  const effect = signed.reduce((sum, { share }) => sum + share, 0)
  const towardsZero = effect > 0 ? ('down' as const) : ('up' as const)
  return Math.abs(effect) > Math.hypot(...signed.map((one) => one[towardsZero]))
}
