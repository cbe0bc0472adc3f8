// Reads how the parts of members in a month were changed since an instant, and by whom.
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { targetParts, targetVersions } from './targets.sql.ts'

export interface PartChange {
  teamId: TeamId
  memberId: MemberId
  metricKey: MetricKey
  /** Scaled. */
  value: number
  setBy: UserId
  setAt: Temporal.Instant
}

/** All versions of the parts, the oldest first, of the numbers of which something was set since. In one statement where nothing was. */
export async function partChanges(
  q: Queryable,
  wanted: readonly TeamRef[],
  month: Temporal.PlainDate,
  since: Temporal.Instant,
): Promise<PartChange[]> {
  if (wanted.length === 0) return []
  const { workspaceId, teamId, metricKey, period, fromDate, version } = targetVersions
  const ofMonth = and(eq(period, 'month'), eq(fromDate, month))
  const changed = await q
    .selectDistinct({ workspaceId, teamId, metricKey })
    .from(targetVersions)
    .where(and(among(wanted), ofMonth, gt(targetVersions.setAt, since)))
  if (changed.length === 0) return []
  const keys = [...new Set(changed.map((one) => one.metricKey))]
  return q
    .select({
      ...{ teamId, metricKey, memberId: targetParts.memberId, value: targetParts.value },
      ...{ setBy: targetVersions.setBy, setAt: targetVersions.setAt },
    })
    .from(targetVersions)
    .innerJoin(
      targetParts,
      and(
        ...[eq(targetParts.workspaceId, workspaceId), eq(targetParts.teamId, teamId)],
        ...[eq(targetParts.metricKey, metricKey), eq(targetParts.period, period)],
        ...[eq(targetParts.fromDate, fromDate), eq(targetParts.version, version)],
      ),
    )
    .where(and(among(changed), inArray(metricKey, keys), ofMonth))
    .orderBy(asc(version))
}

const among = (wanted: readonly { workspaceId: WorkspaceId; teamId: TeamId }[]) =>
  amongPairs(
    { workspaceId: targetVersions.workspaceId, id: targetVersions.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
