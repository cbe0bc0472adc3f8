// Reads which period is meant by the words after `/kpi team`: 'last week', '本季度', '2026-11'; without words, this month.
import { type DateReading, type ReadDates, readDates } from '../../core/typed-dates/read-dates.ts'
import { type Period, type PeriodKind, periodOf } from './period.ts'

export type AskedPeriod =
  | { ok: true; period: Period }
  /** `unread`: some of it is no date. `several`: more than one period, or days that are none together. */
  | { ok: false; reason: 'unread' | 'several' | 'not-come'; typed: string }

/** `yearStarts`: the first month of the fiscal year. */
export function readPeriod(
  typed: string,
  reading: Omit<DateReading, 'lean' | 'units'> & { yearStarts: number },
): AskedPeriod {
  const { today, weekStartsOn } = reading
  if (typed.trim() === '') return { ok: true, period: periodOf('month', today, weekStartsOn) }
  const found = readDates(typed, { ...reading, lean: 'back', units: true })
  if (found.rest !== '') return { ok: false, reason: 'unread', typed: found.rest }
  return periodOfDates(found, typed, reading)
}

/** What was read must be one period that has begun. */
export function periodOfDates(
  found: ReturnType<typeof readDates>,
  typed: string,
  { today, weekStartsOn, yearStarts }: Pick<DateReading, 'today' | 'weekStartsOn'> & { yearStarts: number },
): AskedPeriod {
  // Of two ways to read '3/4' the one that is over counts; of half a day its day.
  const readings = found.ok ? [found.dates] : 'readings' in found ? found.readings : []
  const dates = readings.find((one) => hasBegun(one, today)) ?? readings[0]
  if (!dates) {
    const isUnread = 'reason' in found && (found.reason === 'no-date' || found.reason === 'no-such-date')
    return { ok: false, reason: isUnread ? 'unread' : 'several', typed }
  }
  const period = periodOf(dates.span, dates.from, weekStartsOn, yearStarts)
  if (!period.to.equals(dates.to)) return { ok: false, reason: 'several', typed }
  return hasBegun(dates, today) ? { ok: true, period } : { ok: false, reason: 'not-come', typed }
}

const hasBegun = ({ from }: ReadDates, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, today) <= 0

/** A period by a day that is in it. */
export interface NamedDay {
  kind: PeriodKind
  date: Temporal.PlainDate
}

export function periodAround(
  { kind, date }: NamedDay,
  today: Temporal.PlainDate,
  starts: { week: number; year: number },
): AskedPeriod {
  const period = periodOf(kind, date, starts.week, starts.year)
  return Temporal.PlainDate.compare(period.from, today) <= 0
    ? { ok: true, period }
    : { ok: false, reason: 'not-come', typed: '' }
}

/** The days of the periods before and after, to go on from this one. Null: it has not begun. */
export function neighboursOf(
  { kind, from, to }: Period,
  today: Temporal.PlainDate,
): { before: NamedDay; after: NamedDay | null } {
  const next = to.add({ days: 1 })
  return {
    before: { kind, date: from.subtract({ days: 1 }) },
    after: Temporal.PlainDate.compare(next, today) <= 0 ? { kind, date: next } : null,
  }
}
