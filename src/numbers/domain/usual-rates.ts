// What currencies are about worth. Nothing is ever computed with it: a typed rate that is far from it is asked about.
import { RATE_DECIMALS } from './plan-rates.ts'

/** US dollars for one unit, in 2026. */
const ABOUT_USD: Readonly<Record<string, number>> = {
  ...{ AED: 0.272, ARS: 0.0007, AUD: 0.65, BRL: 0.185, CAD: 0.72, CHF: 1.25, CLP: 0.00105, CNY: 0.14 },
  ...{ COP: 0.00026, CZK: 0.048, DKK: 0.156, EGP: 0.021, EUR: 1.16, GBP: 1.33, HKD: 0.128, HUF: 0.003 },
  ...{ IDR: 0.00006, ILS: 0.3, INR: 0.0113, ISK: 0.008, JPY: 0.0066, KRW: 0.0007, MOP: 0.125, MXN: 0.054 },
  ...{ MYR: 0.24, NGN: 0.00068, NOK: 0.099, NZD: 0.58, PEN: 0.29, PHP: 0.017, PLN: 0.275, RON: 0.228 },
  ...{ RSD: 0.0099, SAR: 0.267, SEK: 0.105, SGD: 0.77, THB: 0.031, TRY: 0.024, TWD: 0.032, UAH: 0.024 },
  ...{ USD: 1, VND: 0.000038, ZAR: 0.057 },
}

/** Null: one of them is not known here. */
export function usualRate(currency: string, to: string): number | null {
  const [from, into] = [ABOUT_USD[currency], ABOUT_USD[to]]
  return from === undefined || into === undefined ? null : Math.round((from / into) * 10 ** RATE_DECIMALS)
}
