// How far ahead somebody may plan who takes a warning on or puts it off, and how much they may write.
import { nextTeamWorkingDay, type WorkCalendar } from '../../org/domain/calendar.ts'

export type WarningAnswer =
  | { kind: 'acknowledge'; action: string; until: Temporal.PlainDate }
  | { kind: 'snooze'; until: Temporal.PlainDate }
  | { kind: 'dismiss'; note: string }

export const TEXT_LENGTH = 300
export const MOST_WORKING_DAYS = { acknowledge: 10, snooze: 5 } as const

/** From the next working day to the last one that is allowed. */
export function daysAhead(
  calendar: WorkCalendar,
  today: Temporal.PlainDate,
  kind: keyof typeof MOST_WORKING_DAYS,
): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const next = (date: Temporal.PlainDate) => nextTeamWorkingDay(calendar, date) ?? date.add({ days: 1 })
  const first = next(today)
  let last = first
  for (let days = 1; days < MOST_WORKING_DAYS[kind]; days += 1) last = next(last)
  return { first, last }
}
