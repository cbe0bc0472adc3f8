// Reads and writes which public holidays were known, so that an update of them does not change dates that are over.
import { sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { HolidayPlace } from '../domain/calendar.ts'
import { knownHolidays } from './former-states.sql.ts'
import { keepFormer } from './former-states.ts'
import { ownHolidays, teamSettings } from './teams.sql.ts'

export type KnownHolidays = typeof knownHolidays.$inferSelect

/** Whose holidays teams and people of each workspace keep or kept. */
export async function placesInUse(
  q: Queryable,
): Promise<(HolidayPlace & { workspaceId: WorkspaceId; country: string })[]> {
  const rows = await q.execute<{ workspace_id: string; country: string; region: string | null }>(sql`
    select workspace_id, settings ->> 'holidayCountry' as country, settings ->> 'holidayRegion' as region
    from ${teamSettings} where settings ->> 'holidayCountry' is not null
    union
    select workspace_id, country, region from ${ownHolidays} where country is not null`)
  return rows.map(({ workspace_id, country, region }) => ({ workspaceId: workspace_id, country, region }))
}

export const allKnownHolidays = (q: Queryable): Promise<KnownHolidays[]> => q.select().from(knownHolidays)

/** What was known instead is kept as it was. */
export async function saveKnownHolidays(
  tx: Transaction,
  known: readonly KnownHolidays[],
  now: Temporal.Instant,
): Promise<void> {
  if (known.length === 0) return
  const json = JSON.stringify(
    known.map(({ workspaceId, place, year, dates }) => ({ workspace_id: workspaceId, place, year, dates })),
  )
  const saved = sql`jsonb_to_recordset(${json}::jsonb) as saved(workspace_id text, place text, year integer, dates jsonb)`
  await keepFormer(
    tx,
    'known_holidays',
    now,
    sql`select k.workspace_id, k.place as subject, k.year::text as row_key, jsonb_build_object('dates', k.dates) as state
      from ${knownHolidays} k join ${saved} using (workspace_id, place, year) where k.dates <> saved.dates`,
  )
  await tx.execute(sql`
    insert into ${knownHolidays} (workspace_id, place, year, dates, known_since)
    select workspace_id, place, year, dates, ${now.toString()}::timestamptz from ${saved}
    on conflict (workspace_id, place, year) do update set dates = excluded.dates, known_since = excluded.known_since
    where ${knownHolidays}.dates <> excluded.dates`)
}
