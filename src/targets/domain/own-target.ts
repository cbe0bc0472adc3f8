// How a member stands against one target, and what of it is each day's.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type DayShare, dayPart } from './day-shares.ts'
import type { Progress } from './progress.ts'
import type { TargetPart } from './target.ts'
import type { TargetPeriod } from './target-period.ts'

export interface OwnTarget {
  metric: Metric
  period: TargetPeriod
  part: TargetPart
  shares: readonly DayShare[]
  through: Temporal.PlainDate | null
  progress: Progress
  /** What the rest means in work a day: 6 calls. Null: it is work itself, or nothing is known. */
  work: { metric: Metric; perDay: number } | null
}

export interface DayTarget {
  target: OwnTarget
  /** Scaled; null: the target is not split into days. */
  day: number | null
}

/** What is to be reached on the date, by metric: whole ticks that sum to the target. */
export const targetsOfDay = (
  targets: readonly OwnTarget[],
  date: Temporal.PlainDate,
): ReadonlyMap<MetricKey, DayTarget> =>
  new Map(
    targets.map((target) => [
      target.metric.key,
      {
        target,
        day: target.metric.kind === 'additive' ? dayPart(target.progress.target, target.shares, date) : null,
      },
    ]),
  )
