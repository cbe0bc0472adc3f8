// Plan rates: what one unit of a currency counts for in the reporting currency, for one fiscal year. Money of several teams is
// summed by them alone; what has no rate stands apart.
import { moneyDecimals } from './presets.ts'

/** Rates are integers: what one unit counts for, to ten decimals. */
export const RATE_DECIMALS = 10

/** One version of the rates of a fiscal year. */
export interface PlanRates {
  /** The first day of the fiscal year. */
  yearFrom: Temporal.PlainDate
  version: number
  /** Measures from this date on. */
  effectiveFrom: Temporal.PlainDate
  /** The currency in which the workspace reports. */
  reporting: string
  /** By currency, without the reporting one. */
  rates: Readonly<Record<string, number>>
}

/** Money, scaled by the decimals of its currency. */
export interface Money {
  value: number
  currency: string
}

const ONE = 10n ** BigInt(RATE_DECIMALS)

function rateOf(currency: string, { reporting, rates }: PlanRates): bigint | null {
  if (currency === reporting) return ONE
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined
  return rate === undefined ? null : BigInt(rate)
}

/**
 * The money in the other currency, by way of the reporting currency, rounded once to its smallest unit. Null: it has no rate,
 * and is shown apart. Money of the same currency needs none.
 */
export function convertAtPlanRate(
  { value, currency }: Money,
  to: string,
  rates: PlanRates | null,
): number | null {
  if (currency === to) return value
  const [from, into] = rates ? [rateOf(currency, rates), rateOf(to, rates)] : [null, null]
  if (from === null || into === null) return null
  const above = BigInt(value) * from * 10n ** BigInt(moneyDecimals(to))
  return Number(rounded(above, into * 10n ** BigInt(moneyDecimals(currency))))
}

/** Half away from zero. */
function rounded(above: bigint, below: bigint): bigint {
  const size = ((above < 0n ? -above : above) * 2n + below) / (below * 2n)
  return above < 0n ? -size : size
}

/** A rate that a sum used, as it is shown: one unit of `currency` is `rate` of `to`, to ten decimals. */
export interface UsedRate {
  currency: string
  to: string
  rate: number
}

/** Null: there is none. */
export function rateBetween(currency: string, to: string, rates: PlanRates | null): UsedRate | null {
  const [from, into] = rates ? [rateOf(currency, rates), rateOf(to, rates)] : [null, null]
  if (from === null || into === null) return null
  return { currency, to, rate: Number(rounded(from * ONE, into)) }
}

export interface MoneySum {
  /** In the currency asked for; null: nothing could be counted in it. */
  total: number | null
  /** In the order in which they came. */
  used: readonly UsedRate[]
  /** What has no rate, summed by currency: never a part of the total. */
  apart: readonly Money[]
}

/** Each currency is summed first and converted once. */
export function sumAtPlanRates(amounts: readonly Money[], to: string, rates: PlanRates | null): MoneySum {
  const used: UsedRate[] = []
  const apart: Money[] = []
  let total: number | null = null
  for (const [currency, same] of Map.groupBy(amounts, (one) => one.currency)) {
    const value = same.reduce((sum, one) => sum + one.value, 0)
    const converted = convertAtPlanRate({ value, currency }, to, rates)
    if (converted === null) apart.push({ value, currency })
    else total = (total ?? 0) + converted
    const rate = currency === to || converted === null ? null : rateBetween(currency, to, rates)
    if (rate) used.push(rate)
  }
  return { total, used, apart }
}

/**
 * From when new rates measure. What was measured by another rate stays: a change counts from today on. Rates of a year that had
 * none, and of currencies that had none, change nothing that was summed, and hold from where those beside them do.
 */
export function ratesEffectiveFrom(
  before: PlanRates | null,
  after: Pick<PlanRates, 'yearFrom' | 'reporting' | 'rates'>,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  if (!before) return after.yearFrom
  const kept = Object.entries(before.rates).every(([currency, rate]) => after.rates[currency] === rate)
  if (kept && before.reporting === after.reporting) return before.effectiveFrom
  return Temporal.PlainDate.compare(today, after.yearFrom) < 0 ? after.yearFrom : today
}
