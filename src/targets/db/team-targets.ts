// Reads all targets of a team that overlap a stretch of time: the versions, and the parts of its members.
import { and, desc, eq, gte, lte } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { TargetPart, TargetVersion } from '../domain/target.ts'
import { targetParts, targetVersions } from './targets.sql.ts'
import { partOf, versionOf } from './targets.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** In every version, of members who have left as well. */
export async function partsOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  { from, to }: Span,
): Promise<TargetPart[]> {
  if (wanted.length === 0) return []
  const { workspaceId, teamId, fromDate, toDate } = targetParts
  const rows = await q
    .select()
    .from(targetParts)
    .where(and(among({ workspaceId, teamId }, wanted), lte(fromDate, to), gte(toDate, from)))
  return rows.map(partOf)
}

/** The newest first. */
export async function versionsOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  { from, to }: Span,
): Promise<TargetVersion[]> {
  if (wanted.length === 0) return []
  const { workspaceId, teamId, fromDate, toDate, version } = targetVersions
  const rows = await q
    .select()
    .from(targetVersions)
    .where(and(among({ workspaceId, teamId }, wanted), lte(fromDate, to), gte(toDate, from)))
    .orderBy(desc(version))
  return rows.map(versionOf)
}

type Columns =
  | Pick<typeof targetParts, 'workspaceId' | 'teamId'>
  | Pick<typeof targetVersions, 'workspaceId' | 'teamId'>

const among = ({ workspaceId, teamId }: Columns, wanted: readonly TeamRef[]) =>
  amongPairs(
    { workspaceId, id: teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )

/** The first day of the earliest period for which the team has ever had a target. Null: it has had none. */
export async function firstTargetOf(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
): Promise<Temporal.PlainDate | null> {
  const [row] = await q
    .select({ from: targetVersions.fromDate })
    .from(targetVersions)
    .where(and(eq(targetVersions.workspaceId, workspaceId), eq(targetVersions.teamId, teamId)))
    .orderBy(targetVersions.fromDate)
    .limit(1)
  return row?.from ?? null
}
