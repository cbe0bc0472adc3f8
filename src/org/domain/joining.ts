// Decides the first day of a new member and of a new team, so that nobody is reported missing in a standup before that.

import { localDate } from '../../core/time.ts'
import { nextTeamWorkingDay, teamWorksOn } from './calendar.ts'
import { type CheckinTimes, checkinWindow, localInstant, zoneOf } from './checkin-window.ts'
import type { TeamSettings } from './team.ts'
import { type CalendarSettings, workCalendar } from './work-calendar.ts'

/** Today in the new member's time zone, or tomorrow when today's standup has already closed there. */
export function firstDay(
  settings: CheckinTimes & Pick<TeamSettings, 'zoneRule' | 'zone'>,
  memberZone: string,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const zone = zoneOf(settings, memberZone)
  const today = localDate(now, zone)
  const { closeAt } = checkinWindow(settings, zone, today, null)
  return Temporal.Instant.compare(now, closeAt) < 0 ? today : today.add({ days: 1 })
}

/**
 * From when on a new team's members can be asked, in the team's time zone: today, or tomorrow when today's prompt time has
 * passed for every member.
 */
function firstDayOfTeam(
  settings: Pick<TeamSettings, 'promptTime' | 'zoneRule' | 'zone'>,
  memberZones: readonly string[],
  now: Temporal.Instant,
): Temporal.PlainDate {
  const today = localDate(now, settings.zone)
  const ahead = memberZones.some((memberZone) => {
    const promptAt = localInstant(today, settings.promptTime, zoneOf(settings, memberZone))
    return Temporal.Instant.compare(now, promptAt) < 0
  })
  return ahead ? today : today.add({ days: 1 })
}

/** The first day of a member of a new team: as in a running team, but not before the team's own. */
export function firstDayInNewTeam(
  settings: CheckinTimes & Pick<TeamSettings, 'zoneRule' | 'zone'>,
  memberZone: string,
  memberZones: readonly string[],
  now: Temporal.Instant,
): Temporal.PlainDate {
  const own = firstDay(settings, memberZone, now)
  const teams = firstDayOfTeam(settings, memberZones, now)
  return Temporal.PlainDate.compare(own, teams) < 0 ? teams : own
}

/**
 * The date of a new team's first standup, in the team's time zone: the first working day from today on, or from
 * tomorrow on when today's prompt time has passed for every member.
 */
export function firstStandupDate(
  settings: CheckinTimes & CalendarSettings & Pick<TeamSettings, 'zoneRule' | 'zone'>,
  memberZones: readonly string[],
  now: Temporal.Instant,
): Temporal.PlainDate {
  const calendar = workCalendar(settings, {})
  const from = firstDayOfTeam(settings, memberZones, now)
  return teamWorksOn(calendar, from) ? from : (nextTeamWorkingDay(calendar, from) ?? from)
}

/** The current date in UTC-12, the last time zone: planning from here covers every member's current day. */
export const earliestToday = (now: Temporal.Instant): Temporal.PlainDate => localDate(now, '-12:00')

/** As long as messages are kept, and with them what was posted about a day. */
const SHOWN_DAYS = 30

/** The current dates, and those before about which something may still be shown. */
export function shownDates(now: Temporal.Instant): Temporal.PlainDate[] {
  const [earliest, ...later] = currentDates(now)
  const before = Array.from({ length: SHOWN_DAYS }, (_, index) =>
    earliest!.subtract({ days: SHOWN_DAYS - index }),
  )
  return [...before, earliest!, ...later]
}

/** Every date that is the current date in some time zone, from UTC-12 to UTC+14. */
export function currentDates(now: Temporal.Instant): Temporal.PlainDate[] {
  const latest = localDate(now, '+14:00')
  const dates = [earliestToday(now)]
  while (!dates.at(-1)!.equals(latest)) dates.push(dates.at(-1)!.add({ days: 1 }))
  return dates
}
