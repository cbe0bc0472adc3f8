// Reads and writes whose public holidays people keep in place of their team's.
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { UserId } from '../../core/ids.ts'
import type { OwnHolidays } from '../domain/calendar.ts'
import { keepFormer } from './former-states.ts'
import { type UserRef, userKey } from './leaves.ts'
import { ownHolidays } from './teams.sql.ts'

type Row = Pick<typeof ownHolidays.$inferSelect, 'fromDate' | 'followsTeam' | 'country' | 'region'>

export const ownHolidaysIn = ({ fromDate, followsTeam, country, region }: Row): OwnHolidays => ({
  from: fromDate,
  place: followsTeam ? null : { country, region },
})

/** All choices of these people by `userKey`, the newest first. Who made none is missing. */
export async function ownHolidaysOf(
  q: Queryable,
  people: readonly UserRef[],
): Promise<Map<string, OwnHolidays[]>> {
  const byUser = new Map<string, OwnHolidays[]>()
  if (people.length === 0) return byUser
  const among = amongPairs(
    { workspaceId: ownHolidays.workspaceId, id: ownHolidays.userId, idType: 'text' },
    people.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.userId })),
  )
  const rows = await q.select().from(ownHolidays).where(among).orderBy(desc(ownHolidays.fromDate))
  for (const row of rows) {
    const key = userKey(row)
    byUser.set(key, [...(byUser.get(key) ?? []), ownHolidaysIn(row)])
  }
  return byUser
}

/** Replaces the choice of the same day, and later ones: the last change wins. What they were is kept. */
export async function saveOwnHolidays(
  q: Queryable,
  { workspaceId, userId }: UserRef,
  { from, place }: OwnHolidays,
  set: { by: UserId; at: Temporal.Instant },
): Promise<void> {
  const { country, region } = place ?? { country: null, region: null }
  const values = { followsTeam: place === null, country, region, setBy: set.by, setAt: set.at }
  await keepFormer(
    q,
    'own_holidays',
    set.at,
    sql`select workspace_id, user_id as subject, from_date::text as row_key,
        jsonb_build_object('from_date', from_date, 'follows_team', follows_team, 'country', country,
          'region', region, 'set_at', set_at) as state
      from ${ownHolidays} where workspace_id = ${workspaceId} and user_id = ${userId}
        and from_date >= ${from.toString()}::date`,
  )
  const ofPerson = and(eq(ownHolidays.workspaceId, workspaceId), eq(ownHolidays.userId, userId))
  await q.delete(ownHolidays).where(and(ofPerson, gt(ownHolidays.fromDate, from)))
  await q
    .insert(ownHolidays)
    .values({ workspaceId, userId, fromDate: from, ...values })
    .onConflictDoUpdate({
      target: [ownHolidays.workspaceId, ownHolidays.userId, ownHolidays.fromDate],
      set: values,
    })
}
