// By which target a warning that is open is measured: to lower the target is no answer of somebody who may not judge the warning.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { attainment } from '../../targets/domain/attainment.ts'
import type { Progress } from '../../targets/domain/progress.ts'
import type { Episode } from './episode.ts'

/** A version of one person's target of the month. */
export interface TargetChange {
  value: number
  setBy: UserId
  setAt: Temporal.Instant
}

/** Who leads, the nearest first, whether they are there or away. */
export interface Leads {
  inTeam: readonly UserId[]
  above: readonly UserId[]
}

/** What somebody has set since, and who. */
export interface LoweredTarget {
  /** The share of the target of now that the one before was. Infinite: nothing is left of it. */
  times: number
  before: number
  by: UserId
}

/**
 * Null: it is measured by the target of now, which is no easier than the one that the warning opened by, or than the last one that
 * was set by somebody above. `changes`: the oldest first. An early sign is also judged by whoever leads the team. Where nobody else is
 * left to judge, everybody’s target counts.
 */
export function loweredTarget(
  changes: readonly TargetChange[],
  { openedAt, peak }: Pick<Episode, 'openedAt' | 'peak'>,
  { leads, rep, metric }: { leads: Leads; rep: UserId | null; metric: Pick<Metric, 'higherIsBetter'> },
): LoweredTarget | null {
  const last = changes.at(-1)
  if (!openedAt || !last) return null
  const judges = judgesOf(peak, leads).filter((userId) => userId !== rep)
  const counts = ({ setAt, setBy }: TargetChange) =>
    Temporal.Instant.compare(setAt, openedAt) <= 0 || judges.length === 0 || judges.includes(setBy)
  const agreed = changes.findLast(counts)
  if (!agreed || agreed === last) return null
  const isEasier = metric.higherIsBetter ? last.value < agreed.value : last.value > agreed.value
  return isEasier ? { times: agreed.value / last.value, before: agreed.value, by: last.setBy } : null
}

const judgesOf = (peak: Episode['peak'], { inTeam, above }: Leads): readonly UserId[] =>
  peak === 'blue' ? [...inTeam, ...above] : above

/** As if the target was still the one before. */
export function progressBefore(
  progress: Progress,
  { times, before }: LoweredTarget,
  { kind, higherIsBetter }: Pick<Metric, 'kind' | 'higherIsBetter'>,
): Progress {
  const target = progress.target === 0 ? before : progress.target * times
  const expected = kind === 'additive' ? target * progress.timeShare : target
  const pace = attainment(progress.counted ?? 0, expected, higherIsBetter)
  const canSay = progress.pace.known || progress.pace.reason === 'zero-target'
  return {
    ...{ ...progress, target, expected },
    pace: canSay && pace !== null ? { known: true, value: pace } : progress.pace,
  }
}

/** What a warning says of it: both scaled. */
export interface TargetEvidence {
  /** Missing: it is measured by the target of now. */
  lowered?: { before: number; now: number; by: UserId }
}
