// Formats the period of a board: a date, the first and last day of a week, the name of a month, or a quarter.

import { formatDate, formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Period } from '../../numbers/domain/period.ts'

/** 'Tue, Mar 3' · 'Mar 2 to Mar 8' · 'March 2026' · 'Q1 2026'. */
export function periodText({ kind, from, to }: Period, t: Translate): string {
  if (kind === 'day') return formatDate(from, t.locale)
  if (kind === 'month') return formatDateBy(from, t.locale, { year: 'numeric', month: 'long' })
  if (kind === 'quarter')
    return t('board.quarter', { quarter: (from.month + 2) / 3, year: String(from.year) })
  const day = (date: Temporal.PlainDate) => formatDateBy(date, t.locale, { day: 'numeric', month: 'short' })
  return t('board.range', { from: day(from), to: day(to) })
}
