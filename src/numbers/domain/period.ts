// Computes the first and last date of a day, week, month, quarter or fiscal year, for boards and sums.
import { fiscalMonths, JANUARY } from '../../org/domain/fiscal-year.ts'

export type PeriodKind = 'day' | 'week' | 'month' | FiscalKind
export type FiscalKind = 'quarter' | 'year'

export interface Period {
  kind: PeriodKind
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  /** Of a quarter or year: the first month of the fiscal year, where it is not January. */
  yearStarts?: number
}

export const isFiscal = (kind: PeriodKind): kind is FiscalKind => kind === 'quarter' || kind === 'year'

/**
 * The period that contains the date: the day, the week, the calendar month, or the quarter or year of the workspace. `startsOn`: the
 * day on which weeks start (Monday = 1), see `weekStart`; `yearStarts`: the month in which fiscal years start.
 */
export function periodOf(
  kind: Exclude<PeriodKind, FiscalKind>,
  date: Temporal.PlainDate,
  startsOn: number,
): Period
export function periodOf(
  kind: PeriodKind,
  date: Temporal.PlainDate,
  startsOn: number,
  yearStarts: number,
): Period
export function periodOf(
  kind: PeriodKind,
  date: Temporal.PlainDate,
  startsOn: number,
  yearStarts = JANUARY,
): Period {
  if (kind === 'day') return { kind, from: date, to: date }
  if (kind === 'week') {
    const from = date.subtract({ days: (date.dayOfWeek - startsOn + 7) % 7 })
    return { kind, from, to: from.add({ days: 6 }) }
  }
  if (!isFiscal(kind)) return { kind, ...fiscalMonths(date, 1, JANUARY) }
  const months = fiscalMonths(date, kind === 'quarter' ? 3 : 12, yearStarts)
  return { kind, ...months, ...(yearStarts === JANUARY ? {} : { yearStarts }) }
}
