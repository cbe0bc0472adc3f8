// Decides whether a team can rank its board by a measure.
import { metricsIn } from '../../org/domain/measure.ts'
import type { Measure, Role } from '../../org/domain/team.ts'
import type { Metric } from './metrics.ts'

/** False: no role in the team has one of the metrics, so a board by it would be empty. */
export function isMeasureAvailable(
  measure: Measure,
  roles: readonly Role[],
  metricsOf: (role: Role) => readonly Metric[],
): boolean {
  return metricsIn(measure).every((key) =>
    roles.some((role) => metricsOf(role).some((metric) => metric.key === key)),
  )
}
