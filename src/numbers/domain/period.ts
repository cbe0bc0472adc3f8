// Computes the first and last date of a day, week, month or quarter, for boards and sums.
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter'
export interface Period {
  kind: PeriodKind
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
}

/**
 * The period that contains the date: the day, the week, or the calendar month or quarter. `startsOn`: the day on which weeks start
 * (Monday = 1), see `weekStart`.
 */
export function periodOf(kind: PeriodKind, date: Temporal.PlainDate, startsOn: number): Period {
  if (kind === 'day') return { kind, from: date, to: date }
  if (kind === 'week') {
    const from = date.subtract({ days: (date.dayOfWeek - startsOn + 7) % 7 })
    return { kind, from, to: from.add({ days: 6 }) }
  }
  if (kind === 'quarter') {
    const from = date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
    return { kind, from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
  }
  return { kind, from: date.with({ day: 1 }), to: date.with({ day: date.daysInMonth }) }
}
