// Which days of the period before a running period is compared with: as many working days, so that half a month stands beside half a month.
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { JANUARY } from '../../org/domain/fiscal-year.ts'

export interface ComparedDays {
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  /** Working days of the team; of a period that is over all of it is compared. */
  days: number
}

/** `through`: the last day of the period that counts. Null: the period before has no working day. */
export function comparedDays(
  { kind, from, to, yearStarts = JANUARY }: Period,
  through: Temporal.PlainDate,
  worksOn: (date: Temporal.PlainDate) => boolean,
  startsOn: number,
): ComparedDays | null {
  const before = periodOf(kind, previousDate(kind, from, worksOn), startsOn, yearStarts)
  const due = datesOf(from, through).filter(worksOn).length
  const days = datesOf(before.from, before.to).filter(worksOn)
  const last = days[due - 1]
  if (days.length === 0 || due === 0) return null
  const isOver = datesOf(through.add({ days: 1 }), to).every((date) => !worksOn(date))
  if (isOver || !last) return { from: before.from, to: before.to, days: days.length }
  return { from: before.from, to: last, days: due }
}

/** Longer than any holiday of a team. */
const LOOK_BACK_DAYS = 31

function previousDate(
  kind: Period['kind'],
  from: Temporal.PlainDate,
  worksOn: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  const yesterday = from.subtract({ days: 1 })
  if (kind !== 'day') return yesterday
  return datesOf(from.subtract({ days: LOOK_BACK_DAYS }), yesterday).findLast(worksOn) ?? yesterday
}

function datesOf(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = Math.max(0, from.until(to).days + 1)
  return Array.from({ length: days }, (_, index) => from.add({ days: index }))
}
