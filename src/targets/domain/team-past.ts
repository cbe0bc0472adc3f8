// What the members of a team brought in on the days before: what forecasts and trends are told from.
import type { MemberId, MetricKey } from '../../core/ids.ts'
import type { LearntSums } from '../../numbers/domain/day-sums.ts'
import type { DatedTotals } from '../../numbers/domain/day-values.ts'

export interface TeamPast {
  /** Of each member the days with a report, the oldest first. */
  days: ReadonlyMap<MemberId, readonly DatedTotals[]>
  /** Of each member of the team with a report lately, by metric. */
  team: ReadonlyMap<MemberId, Readonly<Record<MetricKey, LearntSums>>>
}

export const NO_PAST: TeamPast = { days: new Map(), team: new Map() }
