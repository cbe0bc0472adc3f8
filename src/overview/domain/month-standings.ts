// Says how a team stands against the targets of a month, and which of them no week's line tells of: rates and other numbers that are not added up.
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamProgress } from '../../targets/domain/team-progress.ts'
import type { WeekStanding } from './contributions.ts'

/** How a metric stands in the month that the report's date is in. */
export interface MonthStanding {
  metric: Metric
  actual: number | null
  target: number
  attainment: number | null
  /** Null: nothing is expected so far, or too little is known. */
  pace: number | null
}

export const monthStandings = ({ team }: TeamProgress): MonthStanding[] =>
  team.flatMap(({ metric, actual, target, nobody }) => {
    if (!target || nobody) return []
    const attainment = metric.higherIsBetter ? target.attainment : null
    return [{ metric, actual, target: target.target, attainment, pace: target.pace }]
  })

/** Those behind first; last those of which nothing can be told. */
export function besideWeek(
  month: readonly MonthStanding[],
  week: readonly Pick<WeekStanding, 'metric'>[],
): MonthStanding[] {
  const inWeek = new Set(week.map(({ metric }) => metric.key))
  const reached = ({ pace }: MonthStanding) => pace ?? Number.MAX_VALUE
  return month
    .filter(({ metric }) => !inWeek.has(metric.key))
    .toSorted((one, other) => reached(one) - reached(other))
}
