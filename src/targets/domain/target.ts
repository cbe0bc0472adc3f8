// A target of a team and its reps for one metric and period, in versions that only go forward.
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MonthLock } from './plan.ts'
import type { PeopleSplit } from './split-people.ts'
import type { TargetPeriod } from './target-period.ts'

/** The team's target of one metric and period. */
export interface TargetRef {
  teamId: TeamId
  metricKey: MetricKey
  period: TargetPeriod
}

export interface TargetVersion extends TargetRef {
  /** From 1 on. */
  version: number
  /** The team's whole, scaled. Null: only single reps have a target. */
  whole: number | null
  /** Null: a single rep's part was set. */
  split: PeopleSplit | null
  /** Null: of the whole team, or of a single rep. */
  role: Role | null
  lock: MonthLock | null
  follows: boolean
  /** The team above of whose target the whole is a part. Null: it was set for itself. */
  partOf: TeamId | null
  /** It was set itself, or by hand as a part, and stays where the target above changes. */
  keeps: boolean
  /** What of the whole is the team's own people's, beside the teams below it. Null: all of it. */
  own: number | null
  ownKeeps: boolean
  /** Of a quarter whose parts are not those of its months: one weight for each. Null: by working days alone. */
  monthWeights: readonly number[] | null
  /** Measures from this date on; never before the day on which it was set. */
  effectiveFrom: Temporal.PlainDate
  reason: string
  setBy: UserId
  setAt: Temporal.Instant
}

/** A rep's part from the version on, until a later version changes it. */
export interface TargetPart extends TargetRef {
  memberId: MemberId
  version: number
  /** Scaled. */
  value: number
  byHand: boolean
  /** The last day that the part is for, as far as was known then. */
  until: Temporal.PlainDate
  effectiveFrom: Temporal.PlainDate
}

export interface WeightedPart extends TargetPart {
  /** Of the months of its period, as they are in force. Null: by working days alone. */
  monthWeights: readonly number[] | null
}

/** The one that measures the date: the latest of those in force by then. Null: there was none yet. */
export function inForceOn<T extends { version: number; effectiveFrom: Temporal.PlainDate }>(
  versions: readonly T[],
  date: Temporal.PlainDate,
): T | null {
  let found: T | null = null
  for (const one of versions)
    if (
      Temporal.PlainDate.compare(one.effectiveFrom, date) <= 0 &&
      (found === null || one.version > found.version)
    )
      found = one
  return found
}

/** What of the team's whole its own people are to reach. */
export const ownWhole = ({ own, whole }: Pick<TargetVersion, 'own' | 'whole'>): number | null => own ?? whole

/** Tells the targets of one team apart. */
export const targetKey = ({ metricKey, period }: Pick<TargetRef, 'metricKey' | 'period'>): string =>
  `${metricKey} ${period.kind} ${period.from}`
