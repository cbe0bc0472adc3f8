// Loads the metrics of the team that an audit event is about, to name them as the team does now; without a team, the catalogue's.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { AuditEvent } from '../../org/audit/domain/audit-event.ts'
import { metricsOfTeam } from '../db/metrics.ts'
import type { Metric } from '../domain/metrics.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

export async function metricsOfEvent(
  db: Queryable,
  { workspaceId, teamId }: AuditEvent,
): Promise<ReadonlyMap<MetricKey, Metric>> {
  if (teamId) return metricsOfTeam(db, workspaceId, teamId)
  const all = await wholeCatalogue(db, workspaceId)
  return new Map([...all].map(([key, { metric }]) => [key, metric]))
}
