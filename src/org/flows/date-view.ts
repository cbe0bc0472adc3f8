// Loads how a person's typed dates are read: their day, language, and the week of their home team.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import type { DateReading } from '../../core/typed-dates/read-dates.ts'
import { homeTeamOf } from '../db/home-teams.ts'
import { settingsNow } from '../db/settings.ts'
import { weekStart } from '../domain/calendar.ts'

const MONDAY = 1

export async function dateReadingOf(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>> {
  const { workspaceId, userId, zone, locale } = who
  const teamId = await homeTeamOf(q, { workspaceId, userId })
  const settings = teamId && (await settingsNow(q, { workspaceId, teamId }, now))
  return {
    today: localDate(now, zone),
    locale,
    weekStartsOn: settings ? weekStart(settings.workDays) : MONDAY,
  }
}
