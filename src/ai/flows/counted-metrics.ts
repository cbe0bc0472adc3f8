// Loads what the teams of a person count: those that they report in, then those that they lead.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { actorOf } from '../../org/flows/actor.ts'

const MOST_TEAMS = 10

export async function countedMetrics(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<{ teamId: TeamId; metrics: ReadonlyMap<MetricKey, Metric> }[]> {
  const { memberOf, manages, actsFor } = await actorOf(q, who, now)
  const teams = [...new Set([...memberOf, ...manages, ...actsFor])].slice(0, MOST_TEAMS)
  return Promise.all(
    teams.map(async (teamId) => ({ teamId, metrics: await metricsOfTeam(q, who.workspaceId, teamId) })),
  )
}
