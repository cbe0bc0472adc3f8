// What a team gets with a metric that it adopts: a preset's usual range and points, or the usual points of the unit.
import type { Metric } from './metrics.ts'
import { defaultPoints } from './points.ts'
import { presetMetric } from './presets.ts'

/** `metric`: of the catalogue, in the team's currency. */
export function adopted(metric: Metric): Metric {
  const preset = presetMetric(metric.key, metric.currency ?? 'USD')
  const points = preset?.points ?? (metric.kind === 'additive' ? defaultPoints(metric.unit) : 0)
  return {
    ...metric,
    plausibleMin: preset?.plausibleMin ?? null,
    plausibleMax: preset?.plausibleMax ?? null,
    points,
  }
}
