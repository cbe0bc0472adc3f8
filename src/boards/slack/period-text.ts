// Formats the period of a board: a date, the first and last day of a week, the name of a month, or a quarter.

import { formatDate, formatDateBy, formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Period } from '../../numbers/domain/period.ts'

/**
 * 'Tue, Mar 3' · 'Mar 2 to Mar 8' · 'March 2026' · 'Q1 2026'. Days of another year than `today`, and a week over New
 * Year, name the year: 'Tue, Mar 3, 2025'.
 */
export function periodText(
  { kind, from, to }: Period,
  t: Translate,
  today: Temporal.PlainDate | null = null,
): string {
  if (kind === 'month') return formatDateBy(from, t.locale, { year: 'numeric', month: 'long' })
  if (kind === 'quarter')
    return t('board.quarter', { quarter: (from.month + 2) / 3, year: String(from.year) })
  const otherYear = from.year !== to.year || (today !== null && from.year !== today.year)
  if (kind === 'day') return otherYear ? formatFullDate(from, t.locale) : formatDate(from, t.locale)
  const day = (date: Temporal.PlainDate) =>
    formatDateBy(date, t.locale, {
      ...{ day: 'numeric', month: 'short' },
      ...(otherYear && { year: 'numeric' }),
    })
  return t('board.range', { from: day(from), to: day(to) })
}
