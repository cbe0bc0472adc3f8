// Decides whether a board's measure is something that anyone in the team is asked for.
import type { Measure, Role } from '../../org/domain/team.ts'
import type { Metric } from './metrics.ts'

/** A board can only rank by what someone in the team is asked for. */
export function isCounted(
  measure: Measure,
  roles: readonly Role[],
  metricsOf: (role: Role) => readonly Metric[],
): boolean {
  if (measure.kind === 'points') return true
  return roles.some((role) => metricsOf(role).some((metric) => metric.key === measure.metric))
}
