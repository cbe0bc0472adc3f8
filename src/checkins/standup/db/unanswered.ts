// Reads since when members have not answered: the closed days without an answer after their last one.
import { and, asc, between, eq, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { amongPairs } from '../../../core/db/pairs.ts'
import type { MemberId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import { standups } from './standups.sql.ts'

/** Oldest first. Excused days are none of them; members who have answered since are missing. */
export async function unansweredDays(
  q: Queryable,
  teams: readonly TeamRef[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Map<MemberId, Temporal.PlainDate[]>> {
  const found = new Map<MemberId, Temporal.PlainDate[]>()
  if (teams.length === 0) return found
  const among = amongPairs(
    { workspaceId: sql`s.workspace_id`, id: sql`s.team_id`, idType: 'uuid' },
    teams.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId })),
  )
  const rows = await q.execute<{ member_id: MemberId; date: string }>(sql`
    select s.member_id, s.date::text from standups s
    where ${among} and s.date between ${from.toString()}::date and ${to.toString()}::date and s.state = 'missed'
      and not exists (select 1 from standups later where later.workspace_id = s.workspace_id
        and later.member_id = s.member_id and later.date > s.date and later.state in ('answered', 'late'))
    order by s.date`)
  for (const { member_id, date } of rows)
    found.set(member_id, [...(found.get(member_id) ?? []), Temporal.PlainDate.from(date)])
  return found
}

/** A day on which a member was asked. `answeredAt` null: they never answered. */
export interface AskedRow {
  memberId: MemberId
  date: Temporal.PlainDate
  answeredAt: Temporal.Instant | null
}

/** Of a team's members, both ends included, the oldest first. Excused days are none of them. */
export async function askedDays(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<AskedRow[]> {
  return q
    .select({ memberId: standups.memberId, date: standups.date, answeredAt: standups.answeredAt })
    .from(standups)
    .where(
      and(
        eq(standups.workspaceId, workspaceId),
        eq(standups.teamId, teamId),
        between(standups.date, from, to),
        ne(standups.state, 'excused'),
      ),
    )
    .orderBy(asc(standups.date))
}
