// Reads one member's settings and calendar in a single statement, for the moment when someone waits for an answer.
import { sql } from 'drizzle-orm'
import type { ExtraDay, LeavePart, MemberCalendar } from '../domain/calendar.ts'
import type { Member, TeamSettings } from '../domain/team.ts'
import { workCalendar } from './calendars.ts'
import type { Queryable } from './client.ts'

/** Enough for a streak over a long leave, and for the next working day after one. */
const AROUND_DAYS = 100

/** As of the date; before a team's first version of its settings the first one counts. Null: the team has no settings. */
export async function memberCalendar(
  q: Queryable,
  { workspaceId, teamId, userId, joinedOn, leftOn }: Member,
  on: Temporal.PlainDate,
): Promise<{ settings: TeamSettings; calendar: MemberCalendar } | null> {
  const date = sql`${on.toString()}::date`
  const from = sql`${on.subtract({ days: AROUND_DAYS }).toString()}::date`
  const to = sql`${on.add({ days: AROUND_DAYS }).toString()}::date`
  const [row] = await q.execute<{
    settings: TeamSettings | null
    extra_days: Record<string, ExtraDay> | null
    leaves: { from: string; to: string; part: LeavePart }[] | null
  }>(sql`
    select
      (select settings from team_settings where workspace_id = ${workspaceId} and team_id = ${teamId}
        order by effective_from <= ${date} desc, abs(effective_from - ${date}) limit 1) as settings,
      (select jsonb_object_agg(date, kind) from extra_days
        where workspace_id = ${workspaceId} and team_id = ${teamId} and date between ${from} and ${to}) as extra_days,
      (select jsonb_agg(jsonb_build_object('from', from_date, 'to', to_date, 'part', part) order by from_date)
        from leaves where workspace_id = ${workspaceId} and user_id = ${userId} and cancelled_at is null
          and to_date >= ${from} and from_date <= ${to}) as leaves`)
  if (!row?.settings) return null
  const leave = (row.leaves ?? []).map(({ part, ...days }) => ({
    from: Temporal.PlainDate.from(days.from),
    to: Temporal.PlainDate.from(days.to),
    part,
  }))
  const work = workCalendar(row.settings, row.extra_days ?? {})
  return { settings: row.settings, calendar: { ...work, joinedOn, leftOn, leave } }
}
