// Computes when the check-in of one date opens, prompts, reminds, closes and ends, in the member's time zone.

import { isBefore } from '../../core/time.ts'
import { type MemberCalendar, previousWorkingDay } from './calendar.ts'
import type { TeamSettings } from './team.ts'

/** The instants of one member's standup on one date, in their zone. */
export interface CheckinWindow {
  date: Temporal.PlainDate
  /** 17:00 on the previous working day, or 8 hours before a prompt in the evening. From then on the member can answer. */
  opensAt: Temporal.Instant
  promptAt: Temporal.Instant
  remindAt: Temporal.Instant
  closeAt: Temporal.Instant
  /** Midnight at the end of the date. Late answers are accepted until then. */
  lateUntil: Temporal.Instant
}

export type CheckinTimes = Pick<TeamSettings, 'promptTime' | 'closeAfterMinutes' | 'remindBeforeCloseMinutes'>

const OPENS_AT = '17:00'
/** A prompt later than this is about the day that ends: it asks for its numbers, and never opens the day before. */
const EVENING_AFTER = '15:00'
const EVENING_OPENS_HOURS = 8

export const isEvening = ({ promptTime }: Pick<TeamSettings, 'promptTime'>): boolean =>
  promptTime > EVENING_AFTER

/** The time zone in which the member is asked. */
export function zoneOf(settings: Pick<TeamSettings, 'zoneRule' | 'zone'>, memberZone: string): string {
  return settings.zoneRule === 'team' ? settings.zone : memberZone
}

/** The instant of a local time 'HH:MM'. A time that a clock change skips becomes the first minute after it; of a time that occurs twice it is the first. */
export function localInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(time)
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (found.toPlainDateTime().equals(wanted)) return found.toInstant()
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return (jump ?? found).toInstant()
}

/** When the check-in of the date closes. */
export const closeOf = (
  settings: Pick<CheckinTimes, 'promptTime' | 'closeAfterMinutes'>,
  zone: string,
  date: Temporal.PlainDate,
): Temporal.Instant =>
  localInstant(date, settings.promptTime, zone).add({ minutes: settings.closeAfterMinutes })

/** The window of `date`. `previousWorkingDay` null (a new member): one in the morning opens on the day before. `lateUntil` is never before `closeAt`. */
export function checkinWindow(
  settings: CheckinTimes,
  zone: string,
  date: Temporal.PlainDate,
  previousWorkingDay: Temporal.PlainDate | null,
): CheckinWindow {
  const promptAt = localInstant(date, settings.promptTime, zone)
  const closeAt = promptAt.add({ minutes: settings.closeAfterMinutes })
  const midnight = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return {
    date,
    opensAt: isEvening(settings)
      ? promptAt.subtract({ hours: EVENING_OPENS_HOURS })
      : localInstant(previousWorkingDay ?? date.subtract({ days: 1 }), OPENS_AT, zone),
    promptAt,
    remindAt: closeAt.subtract({ minutes: settings.remindBeforeCloseMinutes }),
    closeAt,
    lateUntil: isBefore(midnight, closeAt) ? closeAt : midnight,
  }
}

/** The window of a member on a date, by the member's own calendar and time zone. */
export const windowOf = (
  settings: CheckinTimes,
  of: { calendar: MemberCalendar; zone: string },
  date: Temporal.PlainDate,
): CheckinWindow => checkinWindow(settings, of.zone, date, previousWorkingDay(of.calendar, date))
