// Loads what the team of a person counts: the team that they report in, or else the first that they lead.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { actorOf } from '../../org/flows/actor.ts'

/** Null: they are in no team and lead none. */
export async function countedMetrics(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<{ teamId: TeamId; metrics: ReadonlyMap<MetricKey, Metric> } | null> {
  const { memberOf, manages, actsFor } = await actorOf(q, who, now)
  const [teamId] = [...memberOf, ...manages, ...actsFor]
  return teamId ? { teamId, metrics: await metricsOfTeam(q, who.workspaceId, teamId) } : null
}
