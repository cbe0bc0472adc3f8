// Decides what a manager should know about a team's set-up before relying on it: nothing is left to be found out later.

import type { UserId } from '../../core/ids.ts'
import { holidayRegions, knowsHolidays } from '../../org/domain/holidays.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

export type SetupWarning =
  /** The year is worked from the week pattern until its holidays are published. */
  | { kind: 'holidays-unknown'; country: string; year: number }
  | { kind: 'no-holidays' }
  /** Its states have holidays of their own, and none is chosen. */
  | { kind: 'no-region'; country: string }
  /** They answer by direct message, but do not see summary and board. */
  | { kind: 'not-in-channel'; userIds: readonly UserId[] }

/** `inChannel` null: Slack did not tell who is in the channel. */
export function setupCheck(
  settings: Pick<TeamSettings, 'holidayCountry' | 'holidayRegion'>,
  members: readonly UserId[],
  inChannel: readonly UserId[] | null,
  today: Temporal.PlainDate,
): SetupWarning[] {
  const warnings: SetupWarning[] = []
  const { holidayCountry: country, holidayRegion: region } = settings
  if (country === null) warnings.push({ kind: 'no-holidays' })
  else
    for (const year of [today.year, today.year + 1])
      if (!knowsHolidays(country, region, year)) warnings.push({ kind: 'holidays-unknown', country, year })
  if (country !== null && region === null && holidayRegions(country).length > 0)
    warnings.push({ kind: 'no-region', country })
  const outside = inChannel ? members.filter((userId) => !inChannel.includes(userId)) : []
  if (outside.length > 0) warnings.push({ kind: 'not-in-channel', userIds: outside })
  return warnings
}
