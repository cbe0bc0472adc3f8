// What the audit records of changes of metrics and of numbers.
import type { MetricKey } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { MetricEdit } from './metric-edit.ts'
import type { Metric, MetricLayer, Unit } from './metrics.ts'

/** Bounds are scaled by the metric's decimals. The name is left out: what was typed is not kept. */
export interface AuditedMetric {
  metric: MetricKey
  plausibleMin: number | null
  plausibleMax: number | null
  points: number
}

export interface AuditedNumber {
  metric: MetricKey
  date: string
  /** Scaled by the metric's decimals. Null: nothing was recorded for the day. */
  value: number | null
}

/** The chosen values of a metric in the catalogue, scaled by `decimals`. Names, aliases and measure words are left out: what was typed is not kept. */
export interface AuditedDefinition {
  metric: MetricKey
  layer: MetricLayer
  leading: boolean
  decimals: number
  hardMin: number
  hardMax: number
  baseline: number | null
  benchmark: number | null
  funnelOrder: number | null
  retired: boolean
  /** False: it is a team's own. */
  company: boolean
}

interface DefinitionChange {
  before: AuditedDefinition
  after: AuditedDefinition & { renamed: boolean; aliased: boolean; reworded: boolean }
}

/** Rates to ten decimals, by currency. */
export interface AuditedRates {
  /** The first day of the fiscal year. */
  year: string
  reporting: string
  rates: Readonly<Record<string, number>>
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'metric-edited': { before: AuditedMetric; after: AuditedMetric & { renamed: boolean } }
    'metric-added': { before: null; after: { metric: MetricKey; role: Role; unit: Unit; decimals: number } }
    'metric-switched': {
      before: { metric: MetricKey; role: Role; on: boolean }
      after: { metric: MetricKey; role: Role; on: boolean }
    }
    'role-added': { before: null; after: { role: Role; metrics: readonly MetricKey[] } }
    'metric-defined': DefinitionChange
    'plan-rates-set': { before: AuditedRates | null; after: AuditedRates }
    'number-corrected': { before: AuditedNumber; after: AuditedNumber }
  }
}

/** Null: nothing changed. */
export function metricChange(
  metric: Metric,
  edit: MetricEdit,
): { before: AuditedMetric; after: AuditedMetric & { renamed: boolean } } | null {
  const { key, plausibleMin, plausibleMax, points } = metric
  const renamed = metric.label !== edit.label
  const same =
    plausibleMin === edit.plausibleMin && plausibleMax === edit.plausibleMax && points === edit.points
  if (same && !renamed) return null
  const { label: _, ...edited } = edit
  return {
    before: { metric: key, plausibleMin, plausibleMax, points },
    after: { metric: key, ...edited, renamed },
  }
}

function audited({ metric, owner }: CatalogueEntry): AuditedDefinition {
  const { key, layer, leading, decimals, hardMin, hardMax, baseline, benchmark, funnelOrder, retiredAt } =
    metric
  const values = { decimals, hardMin, hardMax, baseline, benchmark, funnelOrder }
  return { metric: key, layer, leading, ...values, retired: retiredAt !== null, company: owner === null }
}

/** Null: nothing changed. */
export function definitionChange(before: CatalogueEntry, after: CatalogueEntry): DefinitionChange | null {
  const isSame = (field: 'names' | 'aliases' | 'measureWords') =>
    JSON.stringify(before.metric[field]) === JSON.stringify(after.metric[field])
  const texts = { renamed: !isSame('names'), aliased: !isSame('aliases'), reworded: !isSame('measureWords') }
  const [was, is] = [audited(before), audited(after)]
  const changed = Object.values(texts).includes(true) || JSON.stringify(was) !== JSON.stringify(is)
  return changed ? { before: was, after: { ...is, ...texts } } : null
}
