// Reads and writes targets: versions of teams' targets, and the parts of their reps.
import {
  and,
  between,
  desc,
  eq,
  exists,
  getTableColumns,
  gte,
  isNotNull,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { uuidArray } from '../../core/db/pairs.ts'
import { asJson, columnsIn, rowsFrom } from '../../core/db/typed-rows.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { TargetPart, TargetRef, TargetVersion, WeightedPart } from '../domain/target.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import type { NewVersion } from '../domain/versions-to-write.ts'
import { targetParts, targetVersions } from './targets.sql.ts'

type VersionRow = typeof targetVersions.$inferSelect
type PartRow = typeof targetParts.$inferSelect

export const versionOf = ({ period, fromDate, toDate, workspaceId: _, sourceKey: __, ...more }: VersionRow) =>
  ({ ...more, period: { kind: period, from: fromDate, to: toDate } }) satisfies TargetVersion

export const partOf = ({ period, fromDate, toDate, workspaceId: _, ...more }: PartRow) =>
  ({ ...more, period: { kind: period, from: fromDate, to: toDate } }) satisfies TargetPart

/** The member's parts in every version, of periods that contain the date. */
export async function partsOfMember(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  date: Temporal.PlainDate,
): Promise<TargetPart[]> {
  const rows = await q
    .select()
    .from(targetParts)
    .where(
      and(
        eq(targetParts.workspaceId, workspaceId),
        eq(targetParts.memberId, memberId),
        lte(targetParts.fromDate, date),
        gte(targetParts.toDate, date),
      ),
    )
  return rows.map(partOf)
}

/** The same, each with the weights of the months that are in force on `on`. `knownAt`: without what was set afterwards. */
export async function weightedPartsOfMember(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  on: Temporal.PlainDate,
  knownAt: Temporal.Instant | null = null,
): Promise<WeightedPart[]> {
  const isKnown = knownAt === null ? undefined : lte(targetVersions.setAt, knownAt)
  const sameTarget = and(
    eq(targetVersions.workspaceId, targetParts.workspaceId),
    eq(targetVersions.teamId, targetParts.teamId),
    eq(targetVersions.metricKey, targetParts.metricKey),
    eq(targetVersions.period, targetParts.period),
    eq(targetVersions.fromDate, targetParts.fromDate),
  )
  const inForce = q
    .select({ monthWeights: targetVersions.monthWeights })
    .from(targetVersions)
    .where(and(sameTarget, lte(targetVersions.effectiveFrom, on), isKnown))
    .orderBy(desc(targetVersions.version))
    .limit(1)
    .as('in_force')
  const rows = await q
    .select({ ...getTableColumns(targetParts), monthWeights: inForce.monthWeights })
    .from(targetParts)
    .leftJoinLateral(inForce, sql`true`)
    .where(
      and(
        eq(targetParts.workspaceId, workspaceId),
        eq(targetParts.memberId, memberId),
        lte(targetParts.fromDate, on),
        gte(targetParts.toDate, on),
        ...(isKnown
          ? [
              exists(
                q
                  .select()
                  .from(targetVersions)
                  .where(and(sameTarget, eq(targetVersions.version, targetParts.version), isKnown)),
              ),
            ]
          : []),
      ),
    )
  return rows.map(({ monthWeights, ...row }) => ({ ...partOf(row), monthWeights }))
}

/** All versions of the team's targets for periods that contain the date, the newest first. */
export async function versionsOfTeam(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<TargetVersion[]> {
  return versions(
    q,
    and(ofTeam(workspaceId, teamId), lte(targetVersions.fromDate, date), gte(targetVersions.toDate, date)),
  )
}

/** The latest version of each of the team's targets for the metric that share a day with the span. */
export const versionsWithin = async (
  q: Queryable,
  workspaceId: WorkspaceId,
  { teamId, metricKey }: Pick<TargetRef, 'teamId' | 'metricKey'>,
  span: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<TargetVersion[]> =>
  (await versionsOfTeamsWithin(q, workspaceId, { teamIds: [teamId], metricKey }, span)).get(teamId) ?? []

/** The same of many teams; those without any are missing. */
export async function versionsOfTeamsWithin(
  q: Queryable,
  workspaceId: WorkspaceId,
  { teamIds, metricKey }: { teamIds: readonly TeamId[]; metricKey: MetricKey },
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Map<TeamId, TargetVersion[]>> {
  const { teamId, period, fromDate } = targetVersions
  const rows = await q
    .selectDistinctOn([teamId, period, fromDate])
    .from(targetVersions)
    .where(
      and(
        ...[eq(targetVersions.workspaceId, workspaceId), sql`${teamId} = any(${uuidArray(teamIds)})`],
        ...[eq(targetVersions.metricKey, metricKey), lte(fromDate, to), gte(targetVersions.toDate, from)],
      ),
    )
    .orderBy(teamId, period, fromDate, desc(targetVersions.version))
  return Map.groupBy(rows.map(versionOf), (one) => one.teamId)
}

/** The team's latest changes of any target, what only follows from others included. */
export async function latestVersions(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  limit: number,
): Promise<TargetVersion[]> {
  return versions(q, ofTeam(workspaceId, teamId), limit)
}

/** Of one target, the newest first. */
export async function versionsOfTarget(
  q: Queryable,
  workspaceId: WorkspaceId,
  target: TargetRef,
): Promise<TargetVersion[]> {
  return versions(q, ofTarget(workspaceId, target))
}

async function versions(q: Queryable, where: SQL | undefined, limit = 1000): Promise<TargetVersion[]> {
  const rows = await q
    .select()
    .from(targetVersions)
    .where(where)
    .orderBy(desc(targetVersions.setAt), desc(targetVersions.version))
    .limit(limit)
  return rows.map(versionOf)
}

/** True: this submit of the form is saved already. */
export async function isSaved(
  q: Queryable,
  workspaceId: WorkspaceId,
  target: TargetRef,
  sourceKey: string,
): Promise<boolean> {
  const rows = await q
    .select({ version: targetVersions.version })
    .from(targetVersions)
    .where(and(ofTarget(workspaceId, target), eq(targetVersions.sourceKey, sourceKey)))
    .limit(1)
  return rows.length > 0
}

/** True: the team has a target of the metric for a period that contains this one. */
export async function hasWhole(
  q: Queryable,
  workspaceId: WorkspaceId,
  { teamId, metricKey, period }: TargetRef,
): Promise<boolean> {
  const rows = await q
    .select({ version: targetVersions.version })
    .from(targetVersions)
    .where(
      and(
        ofTeam(workspaceId, teamId),
        eq(targetVersions.metricKey, metricKey),
        lte(targetVersions.fromDate, period.from),
        gte(targetVersions.toDate, period.to),
        isNotNull(targetVersions.whole),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** The latest part of each member of the teams in each month of the span, those who left included. */
export async function latestMonthParts(
  q: Queryable,
  workspaceId: WorkspaceId,
  { teamIds, metricKey }: { teamIds: readonly TeamId[]; metricKey: MetricKey },
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<TargetPart[]> {
  const { teamId, memberId, fromDate } = targetParts
  const rows = await q
    .selectDistinctOn([teamId, memberId, fromDate])
    .from(targetParts)
    .where(
      and(
        ...[eq(targetParts.workspaceId, workspaceId), sql`${teamId} = any(${uuidArray(teamIds)})`],
        ...[eq(targetParts.metricKey, metricKey), eq(targetParts.period, 'month')],
        between(fromDate, from, to),
      ),
    )
    .orderBy(teamId, memberId, fromDate, desc(targetParts.version))
  return rows.map(partOf)
}

/** What each version gave to the member, by version. */
export async function partsInVersions(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  target: TargetRef,
): Promise<Map<number, TargetPart>> {
  const rows = await q
    .select()
    .from(targetParts)
    .where(
      and(
        eq(targetParts.workspaceId, workspaceId),
        eq(targetParts.memberId, memberId),
        eq(targetParts.metricKey, target.metricKey),
        eq(targetParts.period, target.period.kind),
        eq(targetParts.fromDate, target.period.from),
      ),
    )
  return new Map(rows.map((row) => [row.version, partOf(row)]))
}

/** Versions and their parts, in two statements, however many reps and months there are. */
export async function insertVersions(
  q: Queryable,
  workspaceId: WorkspaceId,
  versions: readonly NewVersion[],
): Promise<void> {
  const targetOf = ({ teamId, metricKey, version, effectiveFrom, period }: TargetVersion) => ({
    ...{ workspaceId, teamId, metricKey, period: period.kind },
    ...{ fromDate: period.from, toDate: period.to, version, effectiveFrom },
  })
  const rowsOfVersions = versions.map(({ version }) => ({ ...version, ...targetOf(version) }))
  if (rowsOfVersions.length > 0) await q.insert(targetVersions).values(rowsOfVersions)
  const rows = versions.flatMap(({ version, parts }) => {
    const target = targetOf(version)
    return parts.map(({ memberId, value, byHand, until }) => ({ ...target, memberId, value, byHand, until }))
  })
  if (rows.length === 0) return
  await q.execute(
    sql`insert into ${targetParts} (${columnsIn(targetParts)}) ${rowsFrom(targetParts, asJson(targetParts, rows))}`,
  )
}

const ofTeam = (workspaceId: WorkspaceId, teamId: TeamId) =>
  and(eq(targetVersions.workspaceId, workspaceId), eq(targetVersions.teamId, teamId))

const ofTarget = (workspaceId: WorkspaceId, { teamId, metricKey, period }: TargetRef) =>
  and(
    ofTeam(workspaceId, teamId),
    eq(targetVersions.metricKey, metricKey),
    eq(targetVersions.period, period.kind),
    eq(targetVersions.fromDate, period.from),
  )
