// Adds metrics of the workspace's catalogue to what a role of a team enters, in the team's currency.

import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { rolesOf } from '../../org/db/roles.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import type { Role } from '../../org/domain/team.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { inTeam } from '../db/catalogue.ts'
import { addRoleMetrics, metricsOfTeam, roleListOf } from '../db/metrics.ts'
import { adopted } from '../domain/adopted-metric.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import type { Metric } from '../domain/metrics.ts'
import { MAX_METRICS } from './change-metrics.ts'
import { currencyOfTeam } from './role-metrics.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

export type MetricsAdopted = { ok: true } | { ok: false; reason: 'not-allowed' | 'too-many' | 'gone' }

/** What the catalogue has and nobody has retired. */
export async function inUse(q: Queryable, workspaceId: WorkspaceId): Promise<CatalogueEntry[]> {
  return [...(await wholeCatalogue(q, workspaceId)).values()].filter(
    ({ metric }) => metric.retiredAt === null,
  )
}

/** What the catalogue has, and the role does not. */
export async function notAdopted(q: Queryable, ref: TeamRef, role: Role): Promise<CatalogueEntry[]> {
  const listed = new Set((await roleListOf(q, ref, role)).map(({ metric }) => metric.key))
  return (await inUse(q, ref.workspaceId)).filter(({ metric }) => !listed.has(metric.key))
}

/** A ratio brings the metrics that it is made of. What the role has already is left as it is. */
export function adoptMetricsFor(
  context: Context,
  who: Person,
  teamId: TeamId,
  role: Role,
  keys: readonly MetricKey[],
): Promise<MetricsAdopted> {
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<MetricsAdopted> => {
    if (!(await rolesOf(tx, ref.workspaceId)).includes(role)) return { ok: false, reason: 'gone' }
    const listed = (await roleListOf(tx, ref, role)).map(({ metric }) => metric.key)
    const wanted = withParts(keys, await wholeCatalogue(tx, ref.workspaceId))
    if (!wanted) return { ok: false, reason: 'gone' }
    const missing = wanted.filter(({ metric }) => !listed.includes(metric.key))
    if (listed.length + missing.length > MAX_METRICS) return { ok: false, reason: 'too-many' }
    const settings = (await settingsNow(tx, ref, context.clock.now()))!
    const currency = await currencyOfTeam(tx, ref, settings)
    const known = await metricsOfTeam(tx, ref.workspaceId, teamId)
    const added = missing.map(({ metric }) => known.get(metric.key) ?? adopted(inTeam(metric, currency)))
    await addRoleMetrics(tx, ref, role, added)
    const by = { workspaceId: who.workspaceId, teamId, actorUserId: who.userId, userId: null } as const
    const change = ({ key, unit, decimals }: Metric) => ({ metric: key, role, unit, decimals })
    await recordAudit(
      tx,
      context,
      added.map((metric) => ({
        ...({ ...by, screen: '/kpi metrics', kind: 'metric-added' } as const),
        ...{ before: null, after: change(metric) },
      })),
    )
    return { ok: true }
  })
}

/** Null: one of them is not in the catalogue, or retired. */
export function withParts(
  keys: readonly MetricKey[],
  all: ReadonlyMap<MetricKey, CatalogueEntry>,
): CatalogueEntry[] | null {
  const parts = keys.flatMap((key) => {
    const metric = all.get(key)?.metric
    return metric ? [metric.numerator, metric.denominator].filter((part) => part !== null) : []
  })
  const entries = [...new Set([...parts, ...keys])].map((key) => all.get(key))
  const usable = entries.filter((entry) => entry !== undefined && entry.metric.retiredAt === null)
  return usable.length === entries.length ? (usable as CatalogueEntry[]) : null
}
