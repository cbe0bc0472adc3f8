// Says where a team's distance to what should be in of a week comes from: whose part is how large, so that the parts add up exactly.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { roundTogether } from '../../targets/domain/round-together.ts'
import type { TeamProgress, TeamStanding } from '../../targets/domain/team-progress.ts'

/** Values are scaled by the metric's decimals. */
export interface Contribution {
  userId: UserId
  /** What the person reached above what is expected of them by their last day with numbers; below 0: less. */
  gap: number
}

export interface WeekStanding {
  metric: Metric
  actual: number
  target: number
  attainment: number | null
  /** Better than what should be in, or just it. */
  ahead: boolean
  /** False: somebody's numbers of some days are not counted yet, and the gap is against what should be in by now. */
  complete: boolean
  /** What is counted minus what is expected of the days that are, rounded as its parts are. */
  gap: number
  /** Of people, those first who moved it furthest in its direction; rounded so that all of it adds up. */
  parts: readonly Contribution[]
  /** What is left of the gap: what belongs to nobody, and people who have left. */
  others: number
}

/** Money of this size is told without cents, so the parts are whole, too. */
const NO_CENTS_FROM = 100

/** Everything that is added up and has a target in the week; the furthest behind first, then the furthest ahead. */
export function weekStandings(week: TeamProgress): WeekStanding[] {
  const standings = week.team.flatMap((one) => weekStanding(one, week))
  const reached = ({ gap, target, metric }: WeekStanding) =>
    (metric.higherIsBetter ? gap : -gap) / Math.max(Math.abs(target), 1)
  return standings.toSorted((one, other) => reached(one) - reached(other))
}

function weekStanding(
  { metric, actual, target, nobody }: TeamStanding,
  { people }: TeamProgress,
): WeekStanding[] {
  if (metric.kind !== 'additive' || !target || nobody) return []
  const all = target.counted - target.expected
  const tick = tickOf(metric, all)
  const exact = people.flatMap(({ member, metrics }): Contribution[] => {
    const progress = metrics.find((one) => one.metric.key === metric.key)?.progress
    if (!progress || member.leftOn) return []
    return [{ userId: member.userId, gap: (progress.counted ?? 0) - progress.expected }]
  })
  const left = exact.reduce((rest, one) => rest - one.gap, all)
  const [others = 0, ...gaps] = roundTogether([left, ...exact.map((one) => one.gap)], tick)
  const gap = gaps.reduce((sum, one) => sum + one, others)
  const ahead = metric.higherIsBetter ? gap >= 0 : gap <= 0
  const complete = Math.round((target.target - target.expected) / tick) === 0
  const parts = exact
    .map((one, index) => ({ ...one, gap: gaps[index]! }))
    .filter((one) => one.gap !== 0)
    .toSorted((one, other) => (gap < 0 ? one.gap - other.gap : other.gap - one.gap))
  const { attainment } = target
  return [
    { metric, actual: actual ?? 0, target: target.target, attainment, ahead, complete, gap, parts, others },
  ]
}

/** What a gap, and its parts, are multiples of. */
export const tickOf = ({ unit, decimals }: Metric, gap: number): number =>
  unit === 'money' && Math.abs(gap) >= NO_CENTS_FROM * 10 ** decimals ? 10 ** decimals : 1

/** The largest of the parts, up or down, in their order; what the others make is added to what is left. */
export function largestParts({ parts, others }: WeekStanding, most: number) {
  const bySize = parts.toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap))
  const largest = new Set(bySize.slice(0, most))
  const shown = parts.filter((one) => largest.has(one))
  const rest = parts.reduce((sum, one) => (largest.has(one) ? sum : sum + one.gap), others)
  return { shown, rest }
}

/** Of each person with a target in the week: the last day on which some number of theirs is counted. Null: none is. */
export function countedThrough(week: TeamProgress): Map<MemberId, Temporal.PlainDate | null> {
  const found = new Map<MemberId, Temporal.PlainDate | null>()
  for (const { member, metrics } of week.people)
    for (const { metric, progress, through } of metrics) {
      if (metric.kind !== 'additive' || !progress || through === undefined || member.leftOn) continue
      const so = found.get(member.memberId) ?? null
      const isLater = !so || (through && Temporal.PlainDate.compare(through, so) > 0)
      found.set(member.memberId, isLater ? through : so)
    }
  return found
}

/** Whose numbers until the report's date are not all counted yet. `until` null: none of the week are. */
export interface UncountedNumbers {
  until: Temporal.PlainDate | null
  names: readonly string[]
}
