// Reads the ledger entries of one day and metric: who entered what, when and why.
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, UserId, WorkspaceId } from '../../core/ids.ts'
import type { ActivitySource } from '../domain/activity.ts'
import { activity } from './activity.sql.ts'
import type { MemberDay } from './activity.ts'

export interface TrailEntry {
  /** The value added; for a level, the new value. */
  value: number
  source: ActivitySource
  enteredBy: UserId
  enteredAt: Temporal.Instant
  reason: string | null
}

/** The latest entries, the newest first. */
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

export interface CorrectionEntry extends TrailEntry {
  date: Temporal.PlainDate
}

/** The entry of a correction, and the values of the entries before it on the same day, the oldest first. */
export async function correctionOf(
  q: Queryable,
  of: { workspaceId: WorkspaceId; memberId: MemberId; sourceKey: string; metricKey: MetricKey },
): Promise<{ correction: CorrectionEntry; earlier: number[] } | null> {
  const ofMember = and(
    eq(activity.workspaceId, of.workspaceId),
    eq(activity.memberId, of.memberId),
    eq(activity.metricKey, of.metricKey),
  )
  const [correction] = await q
    .select()
    .from(activity)
    .where(and(ofMember, eq(activity.sourceKey, of.sourceKey)))
  if (!correction) return null
  const entries = await q
    .select({ activityId: activity.activityId, value: activity.value })
    .from(activity)
    .where(and(ofMember, eq(activity.date, correction.date)))
    .orderBy(asc(activity.enteredAt))
  const place = entries.findIndex(({ activityId }) => activityId === correction.activityId)
  return { correction, earlier: entries.slice(0, place).map(({ value }) => value) }
}
