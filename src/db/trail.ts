// Reads who entered what when for one day and metric: the trail that every correction leaves.
import { and, desc, eq } from 'drizzle-orm'
import type { MetricKey, UserId } from '../domain/ids.ts'
import { type ActivitySource, activity } from './activity.sql.ts'
import type { MemberDay } from './activity.ts'
import type { Queryable } from './client.ts'

export interface TrailEntry {
  /** What it added; of a level, what it became. */
  value: number
  source: ActivitySource
  enteredBy: UserId
  enteredAt: Temporal.Instant
  reason: string | null
}

/** The newest first. */
export async function trailOf(
  q: Queryable,
  day: MemberDay,
  metricKey: MetricKey,
  limit: number,
): Promise<TrailEntry[]> {
  return q
    .select({
      value: activity.value,
      source: activity.source,
      enteredBy: activity.enteredBy,
      enteredAt: activity.enteredAt,
      reason: activity.reason,
    })
    .from(activity)
    .where(
      and(
        eq(activity.workspaceId, day.workspaceId),
        eq(activity.memberId, day.memberId),
        eq(activity.date, day.date),
        eq(activity.metricKey, metricKey),
      ),
    )
    .orderBy(desc(activity.enteredAt))
    .limit(limit)
}
