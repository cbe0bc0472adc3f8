// Decides which days a board of the day, the week or the month spans.
import type { Period, PeriodKind } from '../../boards/domain/leaderboard.ts'

/** The period that holds the date: the day, the week from Monday to Sunday, or the calendar month. */
export function periodOf(kind: PeriodKind, date: Temporal.PlainDate): Period {
  if (kind === 'day') return { kind, from: date, to: date }
  if (kind === 'week') {
    const from = date.subtract({ days: date.dayOfWeek - 1 })
    return { kind, from, to: from.add({ days: 6 }) }
  }
  return { kind, from: date.with({ day: 1 }), to: date.with({ day: date.daysInMonth }) }
}
