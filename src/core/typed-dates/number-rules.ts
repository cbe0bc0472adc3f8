// How dates are typed in digits: '2026-11-23', '2026/11', '11/20', '11-20', '20.11.2026'.
import { bareYear, dayRead, type MomentRead, type MomentRule, monthRead } from './moment.ts'

/** A century, where the year has two digits. */
const CENTURY = 2000

function pair(first: string, second: string, year: string | undefined): MomentRead | null {
  const [one, other] = [Number(first), Number(second)]
  if (one < 1 || other < 1 || one > 31 || other > 31 || (one > 12 && other > 12)) return null
  const full = year === undefined ? null : Number(year) + (year.length === 2 ? CENTURY : 0)
  return { moment: { kind: 'pair', first: one, second: other, year: full } }
}

export const NUMBER_RULES: readonly MomentRule[] = [
  [
    /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/uy,
    ([, year, , month, day]) => dayRead(Number(year), Number(month), Number(day)),
  ],
  [/(\d{4})[-/](\d{1,2})(?![\d/-])/uy, ([, year, month]) => monthRead(Number(year), Number(month))],
  // With full stops the day comes first.
  [
    /(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d|[./-]\d)/uy,
    ([, day, month, year]) =>
      dayRead(Number(year) + (year!.length === 2 ? CENTURY : 0), Number(month), Number(day)),
  ],
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d|[./-]\d)/uy,
    ([, first, second, year]) => pair(first!, second!, year),
  ],
  [/(\d{1,2})-(\d{1,2})-(\d{4})(?!\d|[./-]\d)/uy, ([, first, second, year]) => pair(first!, second!, year)],
  [
    /(\d{1,2})[/-](\d{1,2})(?![\d/%:a-z月日号號]|[.,]\d)/uy,
    ([, first, second]) => pair(first!, second!, undefined),
  ],
  [/(20\d{2})(?![\d/.:%-]|年)/uy, ([, year]) => bareYear(Number(year))],
]
