// Decides whether a team can rank its board by a measure.
import type { Measure, Role } from '../../org/domain/team.ts'
import type { Metric } from './metrics.ts'

/** False: no role in the team enters the metric, so a board by it would be empty. */
export function isMeasureAvailable(
  measure: Measure,
  roles: readonly Role[],
  metricsOf: (role: Role) => readonly Metric[],
): boolean {
  if (measure.kind === 'points') return true
  return roles.some((role) => metricsOf(role).some((metric) => metric.key === measure.metric))
}
