// Finds the dates that a typed moment means, seen from a day: 'Nov 20' is the next or the last one, as the reader leans.
import { type Moment, namedDay, type Span } from './moment.ts'

export interface DateView {
  today: Temporal.PlainDate
  /** The day on which weeks start (Monday = 1). */
  weekStartsOn: number
  /** Of dates without a year, and weekdays, the next or the last one is meant. */
  lean: 'ahead' | 'back'
  /** The month in which years and their quarters start [January]. */
  yearStarts?: number
  /** Leaning ahead: a date without a year may be so many days ago. */
  daysBack?: number
}
export type PairOrder = 'month-first' | 'day-first'

export interface Dates {
  span: Span
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
}

type PlainDate = Temporal.PlainDate
type Named = Extract<Moment, { kind: 'named' }>

/** Holiday calendars and the database support no others. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199
/** Leap days come every four years, and once in eight. */
const YEARS_AROUND = 8
/** Longer than the shortest months, which lack a day. */
const MONTHS_AROUND = 3
const MONTHS_OF: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 }
const HALF_A_YEAR = 183
const { compare } = Temporal.PlainDate

/** `notBefore`: the start of a range of which this is the end. Null: there is no such date. */
export function datesOf(
  moment: Moment,
  view: DateView,
  order: PairOrder,
  notBefore: PlainDate | null = null,
): Dates | null {
  switch (moment.kind) {
    case 'shift':
      return within(spanAround(moment.span, shifted(moment.span, moment.by, view), view))
    case 'weekday':
      return oneDay(weekdayOf(moment.weekday, moment.week, view, notBefore))
    case 'named':
      return namedDates(moment, view, notBefore)
    case 'pair': {
      const { first, second, year } = moment
      const [month, day] = order === 'month-first' ? [first, second] : [second, first]
      const named = namedDay(year, month, day)
      return named && datesOf(named, view, order, notBefore)
    }
  }
}

const oneDay = (date: PlainDate): Dates => ({ span: 'day', from: date, to: date })

const within = (dates: Dates): Dates | null =>
  dates.from.year >= FIRST_YEAR && dates.to.year <= LAST_YEAR ? dates : null

function shifted(span: Span, by: number, { today }: DateView): PlainDate {
  if (span === 'day') return today.add({ days: by })
  if (span === 'week') return today.add({ weeks: by })
  return today.with({ day: 1 }).add({ months: by * MONTHS_OF[span] })
}

function spanAround(
  span: Span,
  date: PlainDate,
  { weekStartsOn, yearStarts = 1 }: Pick<DateView, 'weekStartsOn' | 'yearStarts'>,
): Dates {
  if (span === 'day') return oneDay(date)
  if (span === 'week') {
    const from = date.subtract({ days: (date.dayOfWeek - weekStartsOn + 7) % 7 })
    return { span, from, to: from.add({ days: 6 }) }
  }
  const months = MONTHS_OF[span]
  const from = date.with({ day: 1 }).subtract({ months: (date.month - yearStarts + 12) % months })
  return { span, from, to: from.add({ months }).subtract({ days: 1 }) }
}

function weekdayOf(
  weekday: number,
  week: number | null,
  { today, weekStartsOn, lean }: DateView,
  notBefore: PlainDate | null,
): PlainDate {
  if (week !== null) {
    const { from } = spanAround('week', today.add({ weeks: week }), { weekStartsOn })
    return from.add({ days: (weekday - weekStartsOn + 7) % 7 })
  }
  const start = notBefore ?? today
  return lean === 'back' && !notBefore
    ? start.subtract({ days: (start.dayOfWeek - weekday + 7) % 7 })
    : start.add({ days: (weekday - start.dayOfWeek + 7) % 7 })
}

function namedDates(named: Named, view: DateView, notBefore: PlainDate | null): Dates | null {
  const candidates = monthsOf(named, notBefore ?? view.today).flatMap(({ year, month }) => {
    const first = firstOf(named.span, year, month, view)
    const fits = year >= FIRST_YEAR && year <= LAST_YEAR && named.day <= first.daysInMonth
    return fits ? [spanAround(named.span, first.with({ day: named.day }), view)] : []
  })
  if (notBefore) return endAfter(candidates, notBefore)
  if (view.lean === 'back')
    return candidates.findLast(({ from }) => compare(from, view.today) <= 0) ?? candidates[0] ?? null
  const earliest = view.today.subtract({ days: view.daysBack ?? 0 })
  const possible = candidates.filter(({ to }) => compare(to, earliest) >= 0)
  const isDayAlone = named.month === null
  return (isDayAlone ? nearest(possible, view.today) : possible[0]) ?? candidates.at(-1) ?? null
}

/** A year is called by the calendar year in which it starts; its quarters follow. */
function firstOf(span: Named['span'], year: number, month: number, { yearStarts = 1 }: DateView): PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  return span === 'quarter' || span === 'year' ? first.add({ months: yearStarts - 1 }) : first
}

/** Of 'Mar 12 to Mar 10' the end is before the start, and not a year later. */
function endAfter(candidates: readonly Dates[], start: PlainDate): Dates | null {
  const after = candidates.find(({ to }) => compare(to, start) >= 0)
  const before = candidates.findLast(({ to }) => compare(to, start) < 0)
  const isFar = after !== undefined && start.until(after.from).days > HALF_A_YEAR
  return (isFar ? before : null) ?? after ?? before ?? null
}

const nearest = (dates: readonly Dates[], today: PlainDate): Dates | undefined =>
  dates.toSorted((one, other) => daysFrom(today, one) - daysFrom(today, other))[0]

const daysFrom = (today: PlainDate, { from }: Dates): number => Math.abs(today.until(from).days)

/** The months that may be meant, the earliest first. */
function monthsOf({ year, month }: Named, around: PlainDate): { year: number; month: number }[] {
  const near = (by: number) => around.with({ day: 1 }).add({ months: by })
  if (month === null) return range(MONTHS_AROUND).map(near)
  if (typeof month === 'object') return [near(month.by)]
  if (year !== null) return [{ year, month }]
  return range(YEARS_AROUND).map((by) => ({ year: around.year + by, month }))
}

const range = (most: number): number[] => Array.from({ length: 2 * most + 1 }, (_, index) => index - most)
