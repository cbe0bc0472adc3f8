// What the audit records of changes of metrics and of numbers.
import type { MetricKey } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MetricEdit } from './metric-edit.ts'
import type { Metric, Unit } from './metrics.ts'

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

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'metric-edited': { before: AuditedMetric; after: AuditedMetric & { renamed: boolean } }
    'metric-added': { before: null; after: { metric: MetricKey; role: Role; unit: Unit; decimals: number } }
    'metric-switched': {
      before: { metric: MetricKey; role: Role; on: boolean }
      after: { metric: MetricKey; role: Role; on: boolean }
    }
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
