// Reads and writes the workspace's catalogue of metrics, and what teams adopt from it.
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { teams } from '../../org/db/teams.sql.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import type { Metric } from '../domain/metrics.ts'
import { moneyDecimals } from '../domain/presets.ts'
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

/** A metric of the catalogue in a team's currency. */
export function inTeam(metric: Metric, currency: string): Metric {
  if (metric.unit !== 'money') return metric
  const decimals = moneyDecimals(currency)
  const scale = <V extends number | null>(value: V) => fromCatalogue(value, null, decimals)
  return {
    ...{ ...metric, currency, decimals, hardMin: scale(metric.hardMin), hardMax: scale(metric.hardMax) },
    ...{ baseline: scale(metric.baseline), benchmark: scale(metric.benchmark) },
  }
}

/**
 * Adopts metrics for a team. What the catalogue or the team already has stays unchanged; what is new there and no preset
 * is the team's own, and the company's once a second team adopts it.
 */
export async function adoptMetrics(q: Queryable, ref: TeamRef, added: readonly Metric[]): Promise<void> {
  if (added.length === 0) return
  const owner = ({ key }: Metric) => (key.startsWith('own-') ? ref.teamId : null)
  await q
    .insert(catalogue)
    .values(added.map((metric) => definitionOf(ref.workspaceId, metric, owner(metric))))
    .onConflictDoNothing()
  const ownKeys = added.filter((metric) => owner(metric) !== null).map(({ key }) => key)
  if (ownKeys.length > 0)
    await q
      .update(catalogue)
      .set({ teamId: null })
      .where(
        and(
          eq(catalogue.workspaceId, ref.workspaceId),
          inArray(catalogue.metricKey, ownKeys),
          ne(catalogue.teamId, ref.teamId),
        ),
      )
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

/** Presets that no team has adopted and nobody has changed are missing. */
export async function loadCatalogue(
  q: Queryable,
  workspaceId: WorkspaceId,
): Promise<Map<MetricKey, CatalogueEntry>> {
  const rows = await q
    .select()
    .from(catalogue)
    .where(eq(catalogue.workspaceId, workspaceId))
    .orderBy(catalogue.metricKey)
  return new Map(rows.map((defined) => [defined.metricKey, entryOf(defined)]))
}

/** As in no team: without label, currency, usual range and points. */
function entryOf(defined: Defined): CatalogueEntry {
  const { workspaceId, metricKey, teamId } = defined
  const inNoTeam = { label: null, currency: null, decimals: MONEY_DECIMALS, formerKey: null, points: 0 }
  const adopted = { workspaceId, teamId: teamId ?? '', metricKey, plausibleMin: null, plausibleMax: null }
  return { metric: metricOf({ ...adopted, ...inNoTeam }, defined), owner: teamId }
}

/** A preset as the catalogue has it. */
export const inCatalogue = (preset: Metric): CatalogueEntry => entryOf(definitionOf('', preset, null))

/** `metric` with the values of money to four decimals. */
export async function saveDefinition(
  q: Queryable,
  workspaceId: WorkspaceId,
  { metric, owner }: CatalogueEntry,
): Promise<void> {
  const { workspaceId: _, metricKey: __, ...changed } = definitionOf(workspaceId, metric, owner)
  await q
    .insert(catalogue)
    .values({ workspaceId, metricKey: metric.key, ...changed })
    .onConflictDoUpdate({ target: [catalogue.workspaceId, catalogue.metricKey], set: changed })
}

/** The teams that have adopted each metric. `isActive`: paused ones are left out. */
export async function adopters(
  q: Queryable,
  workspaceId: WorkspaceId,
): Promise<Map<MetricKey, { teamId: TeamId; isActive: boolean }[]>> {
  const rows = await q
    .select({ key: metrics.metricKey, teamId: metrics.teamId, archivedAt: teams.archivedAt })
    .from(metrics)
    .innerJoin(teams, and(eq(teams.workspaceId, metrics.workspaceId), eq(teams.teamId, metrics.teamId)))
    .where(eq(metrics.workspaceId, workspaceId))
  const found = rows.map(({ key, teamId, archivedAt }) => ({ key, teamId, isActive: archivedAt === null }))
  return Map.groupBy(found, ({ key }) => key)
}

/** Joins what a team adopted with what the catalogue says of it. */
export const sameDefinition = () =>
  and(eq(catalogue.workspaceId, metrics.workspaceId), eq(catalogue.metricKey, metrics.metricKey))
