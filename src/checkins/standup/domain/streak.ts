// Decides which earlier answer a streak continues from.

import { type MemberCalendar, previousWorkingDay } from '../../../org/domain/calendar.ts'
import type { StoredState } from '../../domain/member-day.ts'

/** At most this many excused working days in a row (the bot was down) are skipped. */
const EXCUSED_DAYS = 10
/** How many entries before the date `streakBase` needs. */
export const EARLIER_ENTRIES = EXCUSED_DAYS + 1

/**
 * The entry of the member's working day before the date. Excused days are skipped:
 * nobody was asked on them. Null: there is no entry on that day.
 */
export function streakBase<Entry extends { date: Temporal.PlainDate; state: StoredState }>(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  earlier: readonly Entry[],
): Entry | null {
  let day: Temporal.PlainDate | null = date
  for (let looked = 0; looked <= EXCUSED_DAYS; looked += 1) {
    day = previousWorkingDay(calendar, day)
    if (!day) return null
    const wanted = day
    const entry = earlier.find((candidate) => candidate.date.equals(wanted))
    if (entry?.state !== 'excused') return entry ?? null
  }
  return null
}

/** Working days in a row answered in time up to the date, which itself may still be open. 0: there is no streak. */
export function streakOn(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  entries: readonly { date: Temporal.PlainDate; state: StoredState; streakDays: number }[],
): number {
  const own = entries.find((entry) => entry.date.equals(date) && entry.state !== 'excused')
  const last = own ?? streakBase(calendar, date, entries)
  return last?.state === 'answered' ? last.streakDays : 0
}
