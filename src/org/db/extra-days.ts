// Reads and writes extra days: working days and days off that differ from the week pattern and the public holidays.
import { and, between, eq, gte, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { ExtraDay, WorkCalendar } from '../domain/calendar.ts'
import { keepFormer } from './former-states.ts'
import { extraDays } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

export type ExtraDays = Required<Pick<WorkCalendar, 'extraDays' | 'extraDaysSince'>>

/** Extra days by team, both ends of the range included. */
export async function extraDaysBetween(
  q: Queryable,
  wanted: readonly TeamRef[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<TeamId, ExtraDays>> {
  if (wanted.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: extraDays.workspaceId, id: extraDays.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const rows = await q
    .select({ teamId: extraDays.teamId, date: extraDays.date, kind: extraDays.kind, setAt: extraDays.setAt })
    .from(extraDays)
    .where(and(among, between(extraDays.date, from, to)))
  const byDate = <Value>(own: typeof rows, value: (row: (typeof rows)[number]) => Value) =>
    Object.fromEntries(own.map((row) => [row.date.toString(), value(row)]))
  return new Map(
    [...Map.groupBy(rows, ({ teamId }) => teamId)].map(([teamId, own]) => [
      teamId,
      { extraDays: byDate(own, ({ kind }) => kind), extraDaysSince: byDate(own, ({ setAt }) => setAt) },
    ]),
  )
}

/** The team's extra days from the date on, in order. */
export async function extraDaysFrom(
  q: Queryable,
  ref: TeamRef,
  date: Temporal.PlainDate,
): Promise<{ date: Temporal.PlainDate; kind: ExtraDay }[]> {
  return q
    .select({ date: extraDays.date, kind: extraDays.kind })
    .from(extraDays)
    .where(and(ofTeam(ref), gte(extraDays.date, date)))
    .orderBy(extraDays.date)
}

/** `normal` deletes the extra day: the week pattern and the public holidays apply again. What it was is kept. */
export async function saveExtraDay(
  q: Queryable,
  ref: TeamRef,
  day: { date: Temporal.PlainDate; kind: ExtraDay | 'normal' },
  set: { by: UserId; at: Temporal.Instant },
): Promise<void> {
  const { date, kind } = day
  await keepFormer(
    q,
    'extra_days',
    set.at,
    sql`select workspace_id, team_id::text as subject, date::text as row_key,
        jsonb_build_object('date', date, 'kind', kind, 'set_at', set_at) as state
      from ${extraDays} where workspace_id = ${ref.workspaceId} and team_id = ${ref.teamId}
        and date = ${date.toString()}::date`,
  )
  if (kind === 'normal') {
    await q.delete(extraDays).where(and(ofTeam(ref), eq(extraDays.date, date)))
    return
  }
  await q
    .insert(extraDays)
    .values({ ...ref, date, kind, setBy: set.by, setAt: set.at })
    .onConflictDoUpdate({
      target: [extraDays.workspaceId, extraDays.teamId, extraDays.date],
      set: { kind, setBy: set.by, setAt: set.at },
    })
}

function ofTeam(ref: TeamRef) {
  return and(eq(extraDays.workspaceId, ref.workspaceId), eq(extraDays.teamId, ref.teamId))
}
