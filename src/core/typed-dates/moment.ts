// The types of a date as people type it, before it is known which date is meant.

export type Span = 'day' | 'week' | 'month' | 'quarter' | 'year'
export type DayPart = 'whole' | 'morning' | 'afternoon'

export type Moment =
  /** So many days, weeks … after the present one. `bare`: only the unit was typed, as in 'week'. */
  | { kind: 'shift'; span: Span; by: number; bare?: true }
  /** Monday = 1. `week`: so many weeks after the present one; null: the nearest such day. */
  | { kind: 'weekday'; weekday: number; week: number | null }
  /** Parts that were not typed are null; `month` of a quarter is its first, counted from the start of the year. `bare`: only digits. */
  | {
      kind: 'named'
      span: 'day' | 'month' | 'quarter' | 'year'
      year: number | null
      month: number | { by: number } | null
      day: number
      bare?: true
    }
  /** '3/4': the locale says which is the month. */
  | { kind: 'pair'; first: number; second: number; year: number | null }

/** What one rule has read. `to`: the end of a range that is written as one, like '20-22 Nov'. */
export interface MomentRead {
  moment: Moment
  to?: Moment
  part?: DayPart
}

/** The pattern is sticky and its repetitions are bounded, so that reading a text takes time proportional to its length. */
export type MomentRule = readonly [
  pattern: RegExp,
  read: (match: (string | undefined)[]) => MomentRead | null,
]

export const shift = (span: Span, by: number): MomentRead => ({ moment: { kind: 'shift', span, by } })

export const bare = (span: Span): MomentRead => ({ moment: { kind: 'shift', span, by: 0, bare: true } })

export const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null)

/** Null: there is no such month, or no month with so many days. */
export function namedDay(
  year: number | null,
  month: number | { by: number } | null,
  day: number,
): Moment | null {
  const monthFits = typeof month !== 'number' || (month >= 1 && month <= 12)
  return monthFits && day >= 1 && day <= 31 ? { kind: 'named', span: 'day', year, month, day } : null
}

export const dayRead = (
  year: number | null,
  month: number | { by: number } | null,
  day: number,
): MomentRead | null => {
  const moment = namedDay(year, month, day)
  return moment && { moment }
}

export const monthRead = (year: number | null, month: number): MomentRead | null =>
  month >= 1 && month <= 12 ? { moment: { kind: 'named', span: 'month', year, month, day: 1 } } : null

export const quarterRead = (year: number | null, quarter: number): MomentRead => ({
  moment: { kind: 'named', span: 'quarter', year, month: 3 * quarter - 2, day: 1 },
})

export const yearRead = (year: number): MomentRead => ({
  moment: { kind: 'named', span: 'year', year, month: 1, day: 1 },
})

/** '2026' alone. */
export const bareYear = (year: number): MomentRead => ({
  moment: { kind: 'named', span: 'year', year, month: 1, day: 1, bare: true },
})

/** '20-22 Nov': both days are in the month. */
export function daysRead(
  year: number | null,
  month: number | null,
  from: number,
  to: number,
): MomentRead | null {
  const [first, last] = [namedDay(year, month, from), namedDay(year, month, to)]
  return first && last && { moment: first, to: last }
}
