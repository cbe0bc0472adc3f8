// Loads the metrics that an audit event can be about: as its team names them now, and those that the team does not enter from the catalogue.
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
  const all = [...(await wholeCatalogue(db, workspaceId))]
  const own = teamId ? await metricsOfTeam(db, workspaceId, teamId) : []
  return new Map([...all.map(([key, { metric }]) => [key, metric] as const), ...own])
}
