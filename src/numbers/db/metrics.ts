// Reads and writes a team's metrics and the metrics of each role.
import { and, asc, eq, gt, isNull, max, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { keepFormer } from '../../org/db/former-states.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MetricEdit } from '../domain/metric-edit.ts'
import type { Metric } from '../domain/metrics.ts'
import { adoptMetrics, metricOf, sameDefinition } from './catalogue.ts'
import { catalogue, metrics, roleMetrics } from './metrics.sql.ts'

/** A metric in the list of a role. */
export interface RoleMetric {
  role: Role
  metric: Metric
  /** The team whose own the metric is. Null: the company's. */
  owner: TeamId | null
  position: number
  enabled: boolean
}

/** By role; a role without metrics is missing. */
export type RoleLists = Readonly<Partial<Record<Role, readonly Metric[]>>>

/**
 * The enabled metrics of each role in the teams, in the team's order. Teams without metrics are missing. `asOf`: those
 * that were retired later too, for what is shown of the past.
 */
export async function roleMetricsOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  asOf?: Temporal.Instant,
): Promise<Map<TeamId, RoleLists>> {
  const byTeam = new Map<TeamId, Record<Role, Metric[]>>()
  if (wanted.length === 0) return byTeam
  const rows = await q
    .select({ teamId: roleMetrics.teamId, role: roleMetrics.role, adopted: metrics, defined: catalogue })
    .from(roleMetrics)
    .innerJoin(metrics, sameMetric())
    .innerJoin(catalogue, sameDefinition())
    .where(
      and(
        amongPairs(
          { workspaceId: roleMetrics.workspaceId, id: roleMetrics.teamId, idType: 'uuid' },
          wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
        ),
        eq(roleMetrics.enabled, true),
        asOf ? or(isNull(catalogue.retiredAt), gt(catalogue.retiredAt, asOf)) : isNull(catalogue.retiredAt),
      ),
    )
    .orderBy(roleMetrics.teamId, roleMetrics.role, asc(roleMetrics.position))
  for (const { teamId, role, adopted, defined } of rows) {
    const lists = byTeam.get(teamId) ?? {}
    lists[role] = [...(lists[role] ?? []), metricOf(adopted, defined)]
    byTeam.set(teamId, lists)
  }
  return byTeam
}

/** All metrics of the team by key, including those that no role enters. */
export const metricsOfTeam = async (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
): Promise<ReadonlyMap<MetricKey, Metric>> =>
  (await metricsOfTeams(q, [{ workspaceId, teamId }])).get(teamId) ?? new Map()

/** The same of several teams; those without metrics are missing. */
export async function metricsOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
): Promise<Map<TeamId, Map<MetricKey, Metric>>> {
  const rows = await q
    .select({ adopted: metrics, defined: catalogue })
    .from(metrics)
    .innerJoin(catalogue, sameDefinition())
    .where(
      amongPairs(
        { workspaceId: metrics.workspaceId, id: metrics.teamId, idType: 'uuid' },
        wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
      ),
    )
    .orderBy(metrics.metricKey)
  const byTeam = Map.groupBy(rows, ({ adopted }) => adopted.teamId)
  return new Map(
    [...byTeam].map(([teamId, own]) => [
      teamId,
      new Map(own.map(({ adopted, defined }) => [adopted.metricKey, metricOf(adopted, defined)])),
    ]),
  )
}

/** All metrics of a role that are not retired, including those switched off, for the manager to edit. */
export async function roleListOf(q: Queryable, ref: TeamRef, role: Role): Promise<RoleMetric[]> {
  const rows = await q
    .select({ listed: roleMetrics, adopted: metrics, defined: catalogue })
    .from(roleMetrics)
    .innerJoin(metrics, sameMetric())
    .innerJoin(catalogue, sameDefinition())
    .where(and(ofTeam(ref), eq(roleMetrics.role, role), isNull(catalogue.retiredAt)))
    .orderBy(asc(roleMetrics.position))
  return rows.map(({ listed: { position, enabled }, adopted, defined }) => {
    return { role, metric: metricOf(adopted, defined), owner: defined.teamId, position, enabled }
  })
}

/** The roles that have metrics in the team. */
export async function rolesWithMetrics(q: Queryable, ref: TeamRef): Promise<Role[]> {
  const rows = await q.selectDistinct({ role: roleMetrics.role }).from(roleMetrics).where(ofTeam(ref))
  return inRoleOrder(rows.map((row) => row.role))
}

/** Adds metrics at the end of a role's list. What the catalogue, the team or the role already has stays unchanged. */
export async function addRoleMetrics(
  q: Queryable,
  ref: TeamRef,
  role: Role,
  added: readonly Metric[],
): Promise<void> {
  if (added.length === 0) return
  await adoptMetrics(q, ref, added)
  const last = await q
    .select({ position: max(roleMetrics.position) })
    .from(roleMetrics)
    .where(and(ofTeam(ref), eq(roleMetrics.role, role)))
  const first = (last[0]?.position ?? 0) + 1
  await q
    .insert(roleMetrics)
    .values(added.map(({ key }, place) => ({ ...ref, role, metricKey: key, position: first + place })))
    .onConflictDoNothing()
}

/** Saves the order of a role's metrics and which of them are on. */
export async function saveRoleList(
  q: Queryable,
  ref: TeamRef,
  role: Role,
  list: readonly { key: MetricKey; position: number; enabled: boolean }[],
): Promise<void> {
  for (const { key, position, enabled } of list)
    await q
      .update(roleMetrics)
      .set({ position, enabled })
      .where(and(ofTeam(ref), eq(roleMetrics.role, role), eq(roleMetrics.metricKey, key)))
}

/** Points that are changed are kept as they were: boards of days that are over count by them. */
export async function saveMetric(
  q: Queryable,
  ref: TeamRef,
  key: MetricKey,
  edit: MetricEdit,
  at: Temporal.Instant,
): Promise<void> {
  await keepFormer(
    q,
    'metrics',
    at,
    sql`select workspace_id, team_id::text as subject, metric_key as row_key,
        jsonb_build_object('points', points) as state
      from ${metrics} where workspace_id = ${ref.workspaceId} and team_id = ${ref.teamId}
        and metric_key = ${key} and points <> ${edit.points}`,
  )
  await q
    .update(metrics)
    .set(edit)
    .where(
      and(
        eq(metrics.workspaceId, ref.workspaceId),
        eq(metrics.teamId, ref.teamId),
        eq(metrics.metricKey, key),
      ),
    )
}

function sameMetric() {
  return sql`${metrics.workspaceId} = ${roleMetrics.workspaceId} and ${metrics.teamId} = ${roleMetrics.teamId}
    and ${metrics.metricKey} = ${roleMetrics.metricKey}`
}

function ofTeam(ref: TeamRef) {
  return and(eq(roleMetrics.workspaceId, ref.workspaceId), eq(roleMetrics.teamId, ref.teamId))
}
