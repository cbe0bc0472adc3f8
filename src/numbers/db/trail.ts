// Reads the ledger entries of one day and metric: who entered what, when and why.

import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, UserId, WorkspaceId } from '../../core/ids.ts'
import type { ActivitySource } from '../domain/activity.ts'
import { activity } from './activity.sql.ts'
import { actsOfDay, type MemberDay, sourceIdOf } from './activity.ts'

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
  const entries = await entriesOfMetric(q, day, metricKey)
  return entries.toReversed().slice(0, limit)
}

export interface CorrectionEntry extends TrailEntry {
  date: Temporal.PlainDate
}

/** The entry of a correction, and the values of the entries before it on the same day, the oldest first. */
export async function correctionOf(
  q: Queryable,
  of: { workspaceId: WorkspaceId; memberId: MemberId; sourceKey: string; metricKey: MetricKey },
): Promise<{ correction: CorrectionEntry; earlier: number[] } | null> {
  const { workspaceId, memberId, metricKey } = of
  const sourceId = sourceIdOf(of.sourceKey)
  const [found] = await q
    .select({ date: activity.date })
    .from(activity)
    .where(
      and(
        eq(activity.workspaceId, workspaceId),
        eq(activity.sourceId, sourceId),
        eq(activity.memberId, memberId),
      ),
    )
  if (!found) return null
  const { date } = found
  const entries = await entriesOfMetric(q, { workspaceId, memberId, date }, metricKey)
  const place = entries.findIndex((entry) => entry.sourceId === sourceId)
  const correction = entries[place]
  if (!correction) return null
  return { correction: { ...correction, date }, earlier: entries.slice(0, place).map(({ value }) => value) }
}

/** The oldest first. */
async function entriesOfMetric(
  q: Queryable,
  day: Omit<MemberDay, 'teamId'>,
  metricKey: MetricKey,
): Promise<(TrailEntry & { sourceId: string })[]> {
  const acts = await actsOfDay(q, day)
  return acts.flatMap(({ sourceId, source, numbers, corrects, enteredBy, enteredAt, reason }) => {
    const value = numbers[metricKey]
    if (value === undefined) return []
    const hasReason = source === 'correction' || corrects?.[metricKey] !== undefined
    return [{ sourceId, value, source, enteredBy, enteredAt, reason: hasReason ? reason : null }]
  })
}
