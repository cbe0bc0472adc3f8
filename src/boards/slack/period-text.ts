// Formats the period of a board: a date, the first and last day of a week, the name of a month, a quarter or a year.

import { formatDate, formatDateBy, formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { fiscalMonths, JANUARY, quarterNumber } from '../../org/domain/fiscal-year.ts'

/**
 * 'Tue, Mar 3' · 'Mar 2 to Mar 8' · 'March 2026' · 'Q1 2026' · '2026', or 'Q1 2026/27' of a fiscal year. Days of another year than `today`, and a week over New
 * Year, name the year: 'Tue, Mar 3, 2025'.
 */
export function periodText(
  { kind, from, to, yearStarts = JANUARY }: Period,
  t: Translate,
  today: Temporal.PlainDate | null = null,
): string {
  if (kind === 'month') return formatDateBy(from, t.locale, { year: 'numeric', month: 'long' })
  if (kind === 'quarter' || kind === 'year') {
    const year = yearName(from, yearStarts)
    const fiscal = yearStarts !== JANUARY
    if (kind === 'year') return t(fiscal ? 'board.fiscalYear' : 'board.year', { year })
    const quarter = quarterNumber(from.month, yearStarts)
    return t(fiscal ? 'board.fiscalQuarter' : 'board.quarter', { quarter, year })
  }
  const otherYear = from.year !== to.year || (today !== null && from.year !== today.year)
  if (kind === 'day') return otherYear ? formatFullDate(from, t.locale) : formatDate(from, t.locale)
  const day = (date: Temporal.PlainDate) =>
    formatDateBy(date, t.locale, {
      ...{ day: 'numeric', month: 'short' },
      ...(otherYear && { year: 'numeric' }),
    })
  return t('board.range', { from: day(from), to: day(to) })
}

/** '2026', or of a fiscal year that begins in another month '2026/27'. */
function yearName(date: Temporal.PlainDate, yearStarts: number): string {
  const { from, to } = fiscalMonths(date, 12, yearStarts)
  return from.year === to.year ? String(from.year) : `${from.year}/${String(to.year).slice(-2)}`
}
