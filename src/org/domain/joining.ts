// Decides a person's first and last day in a team, so that nobody is missed in a standup that was not theirs.

import { localDate } from '../../core/time.ts'
import { nextTeamWorkingDay, teamWorksOn, type WorkCalendar } from './calendar.ts'
import { checkinWindow, localInstant, type Rhythm, zoneOf } from './checkin-window.ts'
import type { TeamSettings } from './team.ts'

/** Today where the newcomer is, unless the day's standup is already closed for them: then tomorrow. */
export function firstDay(
  settings: Rhythm & Pick<TeamSettings, 'zoneRule' | 'zone'>,
  memberZone: string,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const zone = zoneOf(settings, memberZone)
  const today = localDate(now, zone)
  const { closeAt } = checkinWindow(settings, zone, today, null)
  return Temporal.Instant.compare(now, closeAt) < 0 ? today : today.add({ days: 1 })
}

/**
 * From which date a new team's standups run, by the team's zone: today while the prompt is still ahead for
 * someone, else from tomorrow on; the first working day of these.
 */
export function firstStandupDate(
  settings: Rhythm & Omit<WorkCalendar, 'extraDays'> & Pick<TeamSettings, 'zoneRule' | 'zone'>,
  memberZones: readonly string[],
  now: Temporal.Instant,
): Temporal.PlainDate {
  const today = localDate(now, settings.zone)
  const ahead = memberZones.some((memberZone) => {
    const promptAt = localInstant(today, settings.promptTime, zoneOf(settings, memberZone))
    return Temporal.Instant.compare(now, promptAt) < 0
  })
  const calendar = { ...settings, extraDays: {} }
  const from = ahead ? today : today.add({ days: 1 })
  return teamWorksOn(calendar, from) ? from : (nextTeamWorkingDay(calendar, from) ?? from)
}

/** The earliest date that is today anywhere: a change reaches every member's day that is not over. */
export const earliestToday = (now: Temporal.Instant): Temporal.PlainDate => localDate(now, '-12:00')

/** Every date that is today somewhere, from UTC-12 to UTC+14. */
export function currentDates(now: Temporal.Instant): Temporal.PlainDate[] {
  const latest = localDate(now, '+14:00')
  const dates = [earliestToday(now)]
  while (!dates.at(-1)!.equals(latest)) dates.push(dates.at(-1)!.add({ days: 1 }))
  return dates
}
