// Reads the parts that single members have in months.
import { and, between, eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, WorkspaceId } from '../../core/ids.ts'
import type { Member } from '../../org/domain/team.ts'
import type { DatedPart } from '../domain/leave-offer.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import { targetParts, targetVersions } from './targets.sql.ts'

/** The first days of the months of the span in which the member has a target. */
export async function monthsWithParts(
  q: Queryable,
  { workspaceId, memberId }: Pick<Member, 'workspaceId' | 'memberId'>,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Temporal.PlainDate[]> {
  const rows = await q
    .selectDistinct({ from: targetParts.fromDate })
    .from(targetParts)
    .where(and(ofMember(workspaceId, memberId), between(targetParts.fromDate, from, to)))
    .orderBy(targetParts.fromDate)
  return rows.map((row) => row.from)
}

/** What each version gave to the member in the month that begins with the date, and when it was set. */
export async function datedPartsOf(
  q: Queryable,
  { workspaceId, memberId }: Pick<Member, 'workspaceId' | 'memberId'>,
  from: Temporal.PlainDate,
): Promise<(DatedPart & { metricKey: MetricKey })[]> {
  const { metricKey, version, value } = targetParts
  return q
    .select({ metricKey, version, value, setAt: targetVersions.setAt })
    .from(targetParts)
    .innerJoin(
      targetVersions,
      and(
        eq(targetVersions.workspaceId, targetParts.workspaceId),
        eq(targetVersions.teamId, targetParts.teamId),
        eq(targetVersions.metricKey, targetParts.metricKey),
        eq(targetVersions.period, targetParts.period),
        eq(targetVersions.fromDate, targetParts.fromDate),
        eq(targetVersions.version, targetParts.version),
      ),
    )
    .where(and(ofMember(workspaceId, memberId), eq(targetParts.fromDate, from)))
}

const ofMember = (workspaceId: WorkspaceId, memberId: MemberId) =>
  and(
    eq(targetParts.workspaceId, workspaceId),
    eq(targetParts.memberId, memberId),
    eq(targetParts.period, 'month'),
  )
