// Loads the metrics of one role of a team, for tests.
import type { Queryable } from '../../src/core/db/client.ts'
import { roleMetricsOfTeams } from '../../src/numbers/db/metrics.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import type { Role } from '../../src/org/domain/team.ts'

export async function roleMetricsOf(
  q: Queryable,
  workspaceId: string,
  teamId: string,
  role: Role,
): Promise<readonly Metric[]> {
  const lists = await roleMetricsOfTeams(q, [{ workspaceId, teamId }])
  return lists.get(teamId)?.[role] ?? []
}
