// What the measures of a board have in common: which metrics they name, and whether they rest on targets.
import type { MetricKey } from '../../core/ids.ts'
import type { Measure } from './team.ts'

export type ByTargets = Extract<Measure, { kind: 'attainment' | 'weighted' }>

export const isByTargets = (measure: Measure): measure is ByTargets =>
  measure.kind === 'attainment' || measure.kind === 'weighted'

/** The metrics that a measure names; none: it takes what each member has. */
export function metricsIn(measure: Measure): MetricKey[] {
  switch (measure.kind) {
    case 'points':
      return []
    case 'weighted':
      return measure.weights.map(({ metric }) => metric)
    default:
      return measure.metric === null ? [] : [measure.metric]
  }
}

/** The one metric that a measure is of. Null: it is of several. */
export const metricOf = (measure: Measure): MetricKey | null =>
  measure.kind === 'metric' || measure.kind === 'attainment' ? measure.metric : null

/** Members of several roles are compared only by what they reached of their own targets. */
export const isAcrossRoles = ({ kind }: Measure): boolean => kind === 'attainment'
