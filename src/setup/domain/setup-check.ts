// Warnings about a team's set-up that the manager should know, such as missing holidays.

import type { UserId } from '../../core/ids.ts'
import { nextAlternateDay } from '../../org/domain/calendar.ts'
import { hasSingleDaysByDecree, holidayRegions, knowsHolidays, lawDays } from '../../org/domain/holidays.ts'
import { type CalendarSettings, workCalendar } from '../../org/domain/work-calendar.ts'

export type SetupWarning =
  /** A weekday is worked every other week; the date is the next one. */
  | { kind: 'alternate-day'; next: Temporal.PlainDate }
  /** The year's holidays are not published. `lawCounts`: until then those that the law names apply; else the week pattern alone. */
  | { kind: 'holidays-unknown'; country: string; year: number; lawCounts: boolean }
  | { kind: 'no-holidays' }
  /** The country's states have holidays of their own, and no state is selected. */
  | { kind: 'no-region'; country: string }
  /** The country's government adds or swaps single days at short notice. */
  | { kind: 'single-days'; country: string }
  /** These members can answer by direct message, but do not see summary and board. */
  | { kind: 'not-in-channel'; userIds: readonly UserId[] }

/** `inChannel` null: the people in the channel are unknown. */
export function setupCheck(
  settings: CalendarSettings,
  members: readonly UserId[],
  inChannel: readonly UserId[] | null,
  today: Temporal.PlainDate,
): SetupWarning[] {
  const warnings: SetupWarning[] = []
  const { holidayCountry: country, holidayRegion: region } = settings
  const next = nextAlternateDay(workCalendar(settings, {}), today)
  if (next) warnings.push({ kind: 'alternate-day', next })
  if (country === null) warnings.push({ kind: 'no-holidays' })
  else
    for (const year of [today.year, today.year + 1])
      if (!knowsHolidays(country, region, year))
        warnings.push({ kind: 'holidays-unknown', country, year, lawCounts: lawDays(country, year) !== null })
  if (country !== null && region === null && holidayRegions(country).length > 0)
    warnings.push({ kind: 'no-region', country })
  if (country !== null && hasSingleDaysByDecree(country)) warnings.push({ kind: 'single-days', country })
  const outside = inChannel ? members.filter((userId) => !inChannel.includes(userId)) : []
  if (outside.length > 0) warnings.push({ kind: 'not-in-channel', userIds: outside })
  return warnings
}
