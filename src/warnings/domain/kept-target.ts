// By which target a warning that is open is measured: to lower the target is no answer of somebody who may not judge the warning.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import { attainment } from '../../targets/domain/attainment.ts'
import type { Progress } from '../../targets/domain/progress.ts'
import type { Episode } from './episode.ts'
import type { Signal } from './rule-settings.ts'
import type { SignalFacts } from './signal-facts.ts'
import type { Warning } from './warning.ts'

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
function progressBefore(
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

const BY_TARGET: readonly Signal[] = ['behind-pace', 'forecast-miss', 'overspend']

/** The facts and what to say, by the target that the warning is measured by. */
export function measuredBy(
  { signal, metricKey, episode }: Pick<Warning, 'signal' | 'metricKey' | 'episode'>,
  { member }: DayMember,
  facts: SignalFacts,
  leads: Leads,
): { facts: SignalFacts; said: TargetEvidence } {
  const own = facts.standings.get(member.memberId)
  const standing = own?.metrics.find(({ metric }) => metric.key === metricKey)
  const changes = facts.targetChanges?.get(`${member.memberId} ${metricKey}`) ?? []
  if (!own || !standing?.progress || !BY_TARGET.includes(signal)) return { facts, said: {} }
  const { metric, progress } = standing
  const lowered = loweredTarget(changes, episode, { leads, rep: member.userId, metric })
  if (!lowered) return { facts, said: {} }
  const before = progressBefore(progress, lowered, metric)
  const metrics = own.metrics.map((one) => (one === standing ? { ...one, progress: before } : one))
  const standings = new Map([...facts.standings, [member.memberId, { ...own, metrics }]])
  const said = { lowered: { before: before.target, now: progress.target, by: lowered.by } }
  return { facts: { ...facts, standings }, said }
}
