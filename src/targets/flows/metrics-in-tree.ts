// Loads the metrics of a team, and those that only the teams below it count.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import type { TeamRef } from '../../org/db/teams.ts'

/** The team's own as it has them, the others as the first of the teams below has them. */
export async function metricsInTree(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
): Promise<Map<MetricKey, Metric>> {
  const all = [{ workspaceId, teamId }, ...(await teamsBelow(q, { workspaceId, teamId }))]
  const found = new Map<MetricKey, Metric>()
  for (const team of all)
    for (const [key, metric] of await metricsOfTeam(q, workspaceId, team.teamId))
      if (!found.has(key)) found.set(key, metric)
  return found
}
