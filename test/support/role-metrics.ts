// What one role of a team is asked for, as tests look at it.
import type { Queryable } from '../../src/db/client.ts'
import { roleMetricsOfTeams } from '../../src/db/metrics.ts'
import type { Metric } from '../../src/domain/metrics.ts'
import type { Role } from '../../src/domain/team.ts'

export async function roleMetricsOf(
  q: Queryable,
  workspaceId: string,
  teamId: string,
  role: Role,
): Promise<readonly Metric[]> {
  const lists = await roleMetricsOfTeams(q, [{ workspaceId, teamId }])
  return lists.get(teamId)?.[role] ?? []
}
