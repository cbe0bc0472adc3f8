// Reads on which days teams work, in every version of their settings.
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamId } from '../../core/ids.ts'
import type { DatedWeek, FormerHolidays } from '../domain/calendar.ts'
import { weekIn } from '../domain/work-calendar.ts'
import { teamSettings } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

/** What is read of a version `s`, beside the team: only what the calendar needs, with former holidays of the workspace. */
export const WEEK_COLUMNS: SQL = sql.raw(`s.effective_from::text, s.settings -> 'workDays' as work_days,
  s.settings ->> 'alternateDay' as alternate_day, s.settings ->> 'holidayCountry' as holiday_country,
  s.settings ->> 'holidayRegion' as holiday_region,
  (select json_agg(json_build_object('place', f.subject, 'year', f.row_key, 'until', f.until, 'dates', f.state -> 'dates')
    order by f.until) from former_states f where f.workspace_id = s.workspace_id and f.kind = 'known_holidays') as former_holidays`)

export type WeekRow = {
  effective_from: string
  work_days: number[]
  alternate_day: string | null
  holiday_country: string | null
  holiday_region: string | null
  former_holidays: FormerHolidaysRow[] | null
}

type FormerHolidaysRow = { place: string; year: string; until: string; dates: FormerHolidays['dates'] }

export function formerHolidaysOf(row: FormerHolidaysRow): FormerHolidays {
  const until = Temporal.Instant.from(row.until)
  // Whoever is on the day of the update keeps that day as it began.
  const lastDay = until.toZonedDateTimeISO('UTC').toPlainDate()
  return { place: row.place, year: Number(row.year), until, lastDay, dates: row.dates }
}

const WorkDays = z.array(z.int().min(1).max(7))

export const weekOfRow = (row: WeekRow): DatedWeek => ({
  from: Temporal.PlainDate.from(row.effective_from),
  ...weekIn({
    workDays: WorkDays.parse(row.work_days),
    alternateDay: row.alternate_day,
    holidayCountry: row.holiday_country,
    holidayRegion: row.holiday_region,
  }),
  ...(row.former_holidays ? { formerHolidays: row.former_holidays.map(formerHolidaysOf) } : {}),
})

/** Every version of each team's week, newest first. */
export async function weeksOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
): Promise<Map<TeamId, DatedWeek[]>> {
  const byTeam = new Map<TeamId, DatedWeek[]>()
  if (wanted.length === 0) return byTeam
  const among = amongPairs(
    { workspaceId: sql`s.workspace_id`, id: sql`s.team_id`, idType: 'uuid' },
    wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId })),
  )
  const rows = await q.execute<WeekRow & { team_id: TeamId }>(sql`
    select s.team_id, ${WEEK_COLUMNS} from ${teamSettings} s where ${among} order by s.effective_from desc`)
  for (const row of rows) byTeam.set(row.team_id, [...(byTeam.get(row.team_id) ?? []), weekOfRow(row)])
  return byTeam
}
