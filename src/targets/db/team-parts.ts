// Reads what the teams directly below a team have of its targets, and lets changes of them wait for each other.
import { and, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { MetricKey } from '../../core/ids.ts'
import { teams } from '../../org/db/teams.sql.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import type { TargetVersion } from '../domain/target.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import { targetVersions } from './targets.sql.ts'
import { versionOf } from './targets.ts'

/** The latest version of each target for the metric that shares a day with the span; paused teams have none. */
export async function partsOfTeamsBelow(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  metricKey: MetricKey,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<TargetVersion[]> {
  const rows = await q
    .selectDistinctOn([targetVersions.teamId, targetVersions.period, targetVersions.fromDate], {
      version: targetVersions,
    })
    .from(targetVersions)
    .innerJoin(
      teams,
      and(eq(teams.workspaceId, targetVersions.workspaceId), eq(teams.teamId, targetVersions.teamId)),
    )
    .where(
      and(
        eq(targetVersions.workspaceId, workspaceId),
        eq(teams.parentTeamId, teamId),
        isNull(teams.archivedAt),
        eq(targetVersions.metricKey, metricKey),
        lte(targetVersions.fromDate, to),
        gte(targetVersions.toDate, from),
      ),
    )
    .orderBy(
      ...([targetVersions.teamId, targetVersions.period, targetVersions.fromDate] as const),
      desc(targetVersions.version),
    )
  return rows.map(({ version }) => versionOf(version))
}

/** Until the transaction ends, no other part of the targets of the teams above changes. Taken after the locks of teams. */
export async function lockPartsAbove(
  tx: Transaction,
  teamsBelow: readonly Pick<Team, 'workspaceId' | 'parentTeamId'>[],
): Promise<void> {
  const keys = teamsBelow.flatMap(({ workspaceId, parentTeamId }) =>
    parentTeamId === null ? [] : [`target parts ${workspaceId} ${parentTeamId}`],
  )
  if (keys.length === 0) return
  // In one order everywhere, so that two changes do not wait for each other.
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext(key))
    from (select distinct unnest(${textArray(keys)}) as key order by key) keys`)
}
