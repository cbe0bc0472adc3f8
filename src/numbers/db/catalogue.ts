// Reads and writes the workspace's catalogue of metrics, and what teams adopt from it.
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Metric } from '../domain/metrics.ts'
import { catalogue, metrics } from './metrics.sql.ts'

type Adopted = typeof metrics.$inferSelect
type Defined = typeof catalogue.$inferSelect

/** Of the catalogue's values of money, which has no currency of its own. */
const MONEY_DECIMALS = 4

/** A metric as the team counts it. */
export function metricOf(adopted: Adopted, defined: Defined): Metric {
  const { workspaceId: _workspace, teamId: _owner, metricKey: key, ...metric } = defined
  const decimals = metric.decimals ?? adopted.decimals ?? 0
  const scale = <V extends number | null>(value: V) => fromCatalogue(value, metric.decimals, decimals)
  return {
    ...metric,
    key,
    decimals,
    hardMin: scale(metric.hardMin),
    hardMax: scale(metric.hardMax),
    baseline: scale(metric.baseline),
    benchmark: scale(metric.benchmark),
    label: adopted.label,
    currency: adopted.currency,
    plausibleMin: adopted.plausibleMin,
    plausibleMax: adopted.plausibleMax,
    points: adopted.points,
    formerKey: adopted.formerKey,
  }
}

/** `stored` null: money, whose values the catalogue keeps with four decimals. */
function fromCatalogue<V extends number | null>(value: V, stored: number | null, decimals: number): V {
  if (value === null || stored !== null) return value
  return Math.trunc(value / 10 ** (MONEY_DECIMALS - decimals)) as V
}

/** Of a team's metric, what the catalogue keeps. `owner` null: it is the company's. */
export function definitionOf(workspaceId: WorkspaceId, metric: Metric, owner: TeamId | null): Defined {
  const { key, label: _label, currency: _currency, plausibleMin: _min, plausibleMax: _max, ...more } = metric
  const { points: _points, formerKey: _former, ...defined } = more
  const isMoney = metric.unit === 'money'
  const factor = isMoney ? 10 ** (MONEY_DECIMALS - metric.decimals) : 1
  const scale = (value: number | null) => (value === null ? null : value * factor)
  return {
    ...{ workspaceId, metricKey: key, ...defined, names: { ...metric.names }, aliases: [...metric.aliases] },
    decimals: isMoney ? null : metric.decimals,
    hardMin: metric.hardMin * factor,
    hardMax: metric.hardMax * factor,
    baseline: scale(metric.baseline),
    benchmark: scale(metric.benchmark),
    teamId: owner,
  }
}

/** Adopts metrics for a team. What the catalogue or the team already has stays unchanged; what is new there and no preset is the team's own. */
export async function adoptMetrics(q: Queryable, ref: TeamRef, added: readonly Metric[]): Promise<void> {
  if (added.length === 0) return
  const owner = ({ key }: Metric) => (key.startsWith('own-') ? ref.teamId : null)
  await q
    .insert(catalogue)
    .values(added.map((metric) => definitionOf(ref.workspaceId, metric, owner(metric))))
    .onConflictDoNothing()
  await q
    .insert(metrics)
    .values(
      added.map(({ key, label, unit, currency, decimals, plausibleMin, plausibleMax, points, formerKey }) => {
        const ofMoney = { currency, decimals: unit === 'money' ? decimals : null }
        return { ...ref, metricKey: key, label, ...ofMoney, plausibleMin, plausibleMax, points, formerKey }
      }),
    )
    .onConflictDoNothing()
}

/** The keys that the workspace's catalogue has, or ever had. */
export async function catalogueKeys(q: Queryable, workspaceId: WorkspaceId): Promise<MetricKey[]> {
  const rows = await q
    .select({ key: catalogue.metricKey })
    .from(catalogue)
    .where(eq(catalogue.workspaceId, workspaceId))
  return rows.map(({ key }) => key)
}

/** Joins what a team adopted with what the catalogue says of it. */
export const sameDefinition = () =>
  and(eq(catalogue.workspaceId, metrics.workspaceId), eq(catalogue.metricKey, metrics.metricKey))
