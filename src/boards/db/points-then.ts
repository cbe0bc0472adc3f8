// Reads what was on record for boards of the past: points that were changed since, and roles.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { formerOf } from '../../org/db/former-states.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Member, Role } from '../../org/domain/team.ts'
import type { FormerPoints } from '../domain/points-then.ts'

/** In the order of the changes. */
export async function formerPointsOf(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  zone: string,
): Promise<FormerPoints[]> {
  const rows = await formerOf(q, workspaceId, 'metrics', [teamId])
  return rows.map(({ rowKey, state, until }) => ({
    ...{ metricKey: rowKey, points: Number(state.points), until: localDate(until, zone) },
  }))
}

/** The roles that members had when the date was over; who is missing has the same now. */
export async function rolesAfter(
  q: Queryable,
  members: readonly Member[],
  date: Temporal.PlainDate,
  zone: string,
): Promise<Map<MemberId, Role>> {
  const [one] = members
  if (!one) return new Map()
  const ids = members.map(({ memberId }) => memberId)
  const rows = await formerOf(q, one.workspaceId, 'members', ids)
  const over = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const since = rows.filter(({ until }) => Temporal.Instant.compare(until, over) >= 0)
  // The first change afterwards says what it was.
  return new Map(since.reverse().map(({ subject, state }) => [subject, state.role as Role]))
}
