// How each member of a team, and the team as a whole, stands in a period: numbers, targets, pace, and change.
import type { MemberId, MetricKey } from '../../core/ids.ts'
import type { DayTotal, DayTotals } from '../../numbers/domain/activity.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Member } from '../../org/domain/team.ts'
import { attainment } from './attainment.ts'
import { LEAST_BELOW, type Progress } from './progress.ts'
import type { TeamWhole } from './since.ts'

/** The same working days of this period and of the one before; null where nothing was reported. */
export interface Change {
  now: number | null
  before: number | null
}

/** Scaled by the metric's decimals, as all values here. */
export interface MetricStanding {
  metric: Metric
  actual: number | null
  change: Change
  /** Null: there is no target. */
  progress: Progress | null
  /** The last working day that is counted. Null: none is. Missing: there is no target. */
  through?: Temporal.PlainDate | null
}

export interface MemberStanding {
  member: Member
  /** The numbers of the member's role, in the team's order. */
  metrics: readonly MetricStanding[]
}

export interface TeamStanding {
  metric: Metric
  /** Null: nothing was reported, or it is no sum that a team has. */
  actual: number | null
  change: Change
  /** Null: there is no target of the whole team. */
  target: TeamTarget | null
  /** Nobody of the team counts it. */
  nobody?: true
}

export interface TeamTarget {
  target: number
  attainment: number | null
  /** Null: nothing is expected so far. */
  pace: number | null
  expected: number
  /** What is held against it: without what came early. */
  counted: number
  /** What of the target belongs to nobody. */
  unassigned: number
  /** From when on pace counts. Missing: from the first day of the period. */
  since?: Temporal.PlainDate
}

/** Against what should be there by now, above 0: ahead, whichever direction is better. Null: nothing is due, or nothing can be said. */
export function gapOfTeam({ higherIsBetter }: Metric, target: TeamTarget | null): number | null {
  if (!target || target.pace === null) return null
  const { counted, expected } = target
  return higherIsBetter ? counted - expected : expected - counted
}

/** What a team's numbers were in a stretch of time, by member; with those who have left. */
export type TotalsByMember = ReadonlyMap<MemberId, DayTotals>

export interface TotalsOfTeam {
  period: TotalsByMember
  /** Those whose numbers are due, and as many working days of the period before. */
  due: TotalsByMember
  before: TotalsByMember
  /** By the ISO date since when on a target counts: those of the period before that date. */
  early: ReadonlyMap<string, TotalsByMember>
}

export interface TeamProgress {
  period: Period
  /** The date on which it is seen: today, or the last of a period that is over. */
  on: Temporal.PlainDate
  /** The days of the period before that are compared; null: nothing is due yet. */
  compared: { from: Temporal.PlainDate; to: Temporal.PlainDate; days: number } | null
  people: readonly MemberStanding[]
  team: readonly TeamStanding[]
  /** True: the team has a score beside what is reached. */
  okr?: boolean
}

/** Of people without a target, what they had before the date. */
export function earlyOf(
  early: TotalsOfTeam['early'],
  since: Temporal.PlainDate,
  { key }: Metric,
  people: readonly MemberStanding[],
): number {
  const holds = ({ metrics }: MemberStanding) => metrics.some((one) => one.metric.key === key && one.progress)
  const held = new Set(people.filter(holds).map(({ member }) => member.memberId))
  const others = [...(early.get(since.toString()) ?? [])].filter(([memberId]) => !held.has(memberId))
  return others.reduce((sum, [, totals]) => sum + (totals[key]?.value ?? 0), 0)
}

/** All members' totals in one; levels are left out, because no sum of them says anything. */
export function summed(totals: TotalsByMember, metrics: ReadonlyMap<MetricKey, Metric>): DayTotals {
  const sum: Record<MetricKey, DayTotal> = {}
  for (const own of totals.values())
    for (const [key, total] of Object.entries(own)) {
      if (metrics.get(key)?.kind !== 'additive') continue
      const so = sum[key]
      sum[key] = so ? { ...so, value: so.value + total.value } : { ...total }
    }
  return sum
}

/** A team's whole. `isLate`: it does not count from the first day on; `uncounted`: what people without a target had before. */
export type CountedWhole = TeamWhole & { isLate: boolean; uncounted: number }

/**
 * The team in one metric. `whole`: the team's target of just this period, with what belongs to nobody; null: there is none, and
 * what its people are to reach is added up, as far as everyone who counts it has a target.
 */
export function teamStanding(
  metric: Metric,
  people: readonly MemberStanding[],
  totals: Record<Exclude<keyof TotalsOfTeam, 'early'>, DayTotals>,
  whole: CountedWhole | null,
  metrics: ReadonlyMap<MetricKey, Metric>,
): TeamStanding {
  const actual = valueIn(totals.period, metric, metrics)
  const change = {
    now: valueIn(totals.due, metric, metrics),
    before: valueIn(totals.before, metric, metrics),
  }
  const own = people.flatMap((one) => one.metrics.filter((standing) => standing.metric.key === metric.key))
  const below = wholeUnits(totals.period, metric.denominator, metrics) ?? 0
  const target = teamTarget(metric, actual, own, whole, below)
  return { metric, actual, change, target, ...(own.length === 0 ? { nobody: true } : {}) }
}

/** Null: nothing was reported. */
export function wholeUnits(
  totals: DayTotals,
  key: MetricKey | null,
  metrics: ReadonlyMap<MetricKey, Metric>,
): number | null {
  const metric = key === null ? undefined : metrics.get(key)
  const total = metric && totals[metric.key]
  return total ? total.value / 10 ** metric.decimals : null
}

function teamTarget(
  metric: Metric,
  actual: number | null,
  own: readonly MetricStanding[],
  set: CountedWhole | null,
  below: number,
): TeamTarget | null {
  const { higherIsBetter } = metric
  const held = own.flatMap(({ progress }) => progress ?? [])
  const whole = set?.value ?? null
  if (metric.kind !== 'additive') {
    const target = whole ?? held[0]?.target ?? null
    if (target === null || (whole === null && held.some((one) => one.target !== target))) return null
    const reached = actual === null ? null : attainment(actual, target, higherIsBetter)
    const says = metric.kind !== 'ratio' || below >= LEAST_BELOW
    const pace = says ? reached : null
    return { target, attainment: reached, pace, expected: target, counted: actual ?? 0, unassigned: 0 }
  }
  const sums = held.map((one) => ({ ...one, early: (one.actual ?? 0) - (one.counted ?? 0) }))
  return summedTarget(metric, { actual, held: sums, people: own.length, set })
}

/** What one member is to reach of a number that is added up. `early`: what of theirs is not held against it. */
export interface HeldSum {
  target: number
  expected: number
  early: number
}

/** `people`: who counts the number. Null: the team has no target. */
export function summedTarget(
  { higherIsBetter }: Metric,
  facts: { actual: number | null; held: readonly HeldSum[]; people: number; set: CountedWhole | null },
): TeamTarget | null {
  const { actual, held, people, set } = facts
  const whole = set?.value ?? null
  if (held.length === 0 || (whole === null && held.length < people)) return null
  const assigned = held.reduce((sum, { target }) => sum + target, 0)
  const target = whole ?? assigned
  const due = held.reduce((sum, { expected }) => sum + expected, 0)
  const early = held.reduce((sum, one) => sum + one.early, set?.uncounted ?? 0)
  // What belongs to nobody is expected at the pace of the rest, unless its month was over when it was set.
  const expected = assigned === 0 ? 0 : (due * (target - (set?.over ?? 0))) / assigned
  const counted = (actual ?? 0) - early
  return {
    ...{ target, expected, counted, unassigned: target - assigned },
    ...(set?.isLate ? { since: set.since } : {}),
    attainment: attainment(actual ?? 0, target, higherIsBetter),
    pace: expected > 0 ? attainment(counted, expected, higherIsBetter) : null,
  }
}
