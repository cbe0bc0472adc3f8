// Decides when a check-in of one date opens, asks, reminds, closes and ends, by the clock of the member's zone.

import { isBefore } from '../../core/time.ts'
import { type MemberCalendar, previousWorkingDay } from './calendar.ts'
import type { TeamSettings } from './team.ts'

/** The instants of one member's standup on one date, in their zone. */
export interface CheckinWindow {
  date: Temporal.PlainDate
  /** 17:00 on the working day before: from here it may be filed. */
  opensAt: Temporal.Instant
  promptAt: Temporal.Instant
  remindAt: Temporal.Instant
  closeAt: Temporal.Instant
  /** Midnight at the end of the date: a late answer is taken until here. */
  lateUntil: Temporal.Instant
}

export type Rhythm = Pick<TeamSettings, 'promptTime' | 'closeAfterMinutes' | 'remindBeforeCloseMinutes'>

const OPENS_AT = '17:00'

/** The zone by whose clock the member is asked. */
export function zoneOf(settings: Pick<TeamSettings, 'zoneRule' | 'zone'>, memberZone: string): string {
  return settings.zoneRule === 'team' ? settings.zone : memberZone
}

/** The instant of a wall time 'HH:MM'. Where the clocks jump over it: the first minute after the jump; where they pass it twice: the first. */
export function localInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(time)
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (found.toPlainDateTime().equals(wanted)) return found.toInstant()
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return (jump ?? found).toInstant()
}

/** The window of `date`. Without a working day before (a newcomer) it opens on the eve. A close after midnight moves the end of the late answers with it. */
export function checkinWindow(
  settings: Rhythm,
  zone: string,
  date: Temporal.PlainDate,
  previousWorkingDay: Temporal.PlainDate | null,
): CheckinWindow {
  const promptAt = localInstant(date, settings.promptTime, zone)
  const closeAt = promptAt.add({ minutes: settings.closeAfterMinutes })
  const midnight = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return {
    date,
    opensAt: localInstant(previousWorkingDay ?? date.subtract({ days: 1 }), OPENS_AT, zone),
    promptAt,
    remindAt: closeAt.subtract({ minutes: settings.remindBeforeCloseMinutes }),
    closeAt,
    lateUntil: isBefore(midnight, closeAt) ? closeAt : midnight,
  }
}

/** The window of a member's date, by their own calendar and clock. */
export const windowOf = (
  settings: Rhythm,
  of: { calendar: MemberCalendar; zone: string },
  date: Temporal.PlainDate,
): CheckinWindow => checkinWindow(settings, of.zone, date, previousWorkingDay(of.calendar, date))
