// What a person brought in on their latest working days, summed up so that a rate and its spread can be told from it.

import { remembered } from '../../core/remembered.ts'
import { dayNumber } from '../../core/time.ts'
import type { DaySums } from '../../numbers/domain/day-sums.ts'
import { daysWithin } from '../../numbers/domain/day-values.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { type WorkDay, workDaysOf } from './day-shares.ts'

/** By `dayNumber`; a day without a report is missing. */
export type ValueByDay = ReadonlyMap<number, number>

/** Long enough for 60 working days around long holidays. */
const LOOK_BACK = 120

/** The latest `count` working days up to `until`, oldest first; of whoever joined later, fewer. */
export const latestWorkDays: (
  calendar: MemberCalendar,
  until: Temporal.PlainDate,
  count: number,
) => readonly WorkDay[] = remembered(
  (until, count) => `${until} ${count}`,
  (calendar, until, count) => {
    const days: WorkDay[] = []
    const last = until.subtract({ days: LOOK_BACK - 1 })
    // Month by month, because the days of a month are counted once for all dates in it.
    for (let from = until.with({ day: 1 }); days.length < count; from = from.subtract({ months: 1 })) {
      const month = workDaysOf(calendar, { from, to: from.with({ day: from.daysInMonth }) })
      days.unshift(...daysWithin(month, { from: last, to: until }))
      if (Temporal.PlainDate.compare(from, last) <= 0) break
    }
    return count > 0 ? days.slice(-count) : []
  },
)

/** A working day without a report brought nothing; those before the first report ever tell nothing. */
export function recentDays(days: readonly WorkDay[], values: ValueByDay): DaySums {
  const first = Math.min(...values.keys())
  const sums = { days: 0, active: 0, sum: 0, squares: 0 }
  for (const { date, fraction } of days) {
    const day = dayNumber(date)
    if (day < first) continue
    const value = values.get(day) ?? 0
    sums.days += fraction
    sums.active += value > 0 ? 1 : 0
    sums.sum += value
    sums.squares += value ** 2 / fraction
  }
  return sums
}
