// What a review says of a team and a period: target against actual, the funnel step by step, and where the gaps come from.
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamProgress, TeamStanding } from '../../targets/domain/team-progress.ts'
import type { Limits } from '../../warnings/domain/limits.ts'
import { type FunnelStep, funnelLeak, type LeakEvidence } from '../../warnings/domain/signals/funnel-leak.ts'
import { type GapEffects, gapEffects } from './gap-effects.ts'

/** Values are scaled by the metric's decimals, as all values of metrics. */
export interface ReviewedMetric {
  metric: Metric
  target: number | null
  actual: number | null
  attainment: number | null
  /** In the whole period before; while this one runs, on as many of its working days. */
  before: number | null
}

export interface ReviewedStep {
  from: Metric
  to: Metric
  evidence: LeakEvidence
  /** The share of the period before. Null: nobody entered. */
  before: number | null
  /** Far below the benchmark, and not by chance. */
  leaks: boolean
}

export interface Gap {
  metric: Metric
  /** What its parts are held against: the target, or where a stage has none, the period before. */
  against: 'target' | 'before'
  /** Actual minus plan, scaled. */
  gap: number
  /** Who is furthest short of their own target, scaled; the largest first. */
  people: readonly { userId: UserId; gap: number }[]
  /** Null: the metric is no stage behind another one. */
  arithmetic: { stages: readonly Metric[]; found: GapEffects } | null
}

export interface Review {
  /** False: the period still runs, and gaps are held against what should be in by now. */
  isOver: boolean
  hasTargets: boolean
  metrics: readonly ReviewedMetric[]
  steps: readonly ReviewedStep[]
  /** The largest first. */
  gaps: readonly Gap[]
}

/** A share below the benchmark by more than ten percentage points leaks, if chance does not explain it. */
const LEAK: Limits = { sign: '>', levels: { blue: 0.1 }, clearBy: 0 }
const MOST_GAPS = 3
const MOST_PEOPLE = 3

export function reviewOf(now: TeamProgress, before: TeamProgress): Review {
  const isOver = now.on.equals(now.period.to)
  const counted = now.team.filter(({ nobody }) => !nobody)
  const valueBefore = new Map(
    isOver
      ? before.team.map(({ metric, actual }) => [metric.key, actual])
      : now.team.map(({ metric, change }) => [metric.key, change.before]),
  )
  const metrics = counted
    .filter(({ metric, actual, target }) => target !== null || (actual !== null && metric.kind !== 'level'))
    .map(({ metric, actual, target }) => ({
      ...{ metric, actual, target: target?.target ?? null, attainment: target?.attainment ?? null },
      before: valueBefore.get(metric.key) ?? null,
    }))
  return {
    ...{ isOver, metrics, hasTargets: metrics.some(({ target }) => target !== null) },
    steps: stepsOf(counted, valueBefore),
    gaps: gapsOf(counted, valueBefore, now, isOver),
  }
}

/** From the first to the last. */
const stagesOf = (counted: readonly TeamStanding[]): TeamStanding[] =>
  counted
    .filter(({ metric }) => metric.kind === 'additive' && metric.funnelOrder !== null)
    .toSorted((one, other) => one.metric.funnelOrder! - other.metric.funnelOrder!)

function stepsOf(
  counted: readonly TeamStanding[],
  before: ReadonlyMap<MetricKey, number | null>,
): ReviewedStep[] {
  const stages = stagesOf(counted)
  return stages.slice(1).map((to, index) => {
    const from = stages[index]!
    const step = (entered: number | null, converted: number | null): FunnelStep => ({
      entered: whole(from.metric, entered),
      converted: whole(to.metric, converted),
      benchmark: benchmarkOf(from.metric, to.metric, counted),
    })
    const share = ({ entered, converted }: FunnelStep) => (entered > 0 ? converted / entered : null)
    const own = step(from.actual, to.actual)
    const reading = funnelLeak(own, LEAK)
    return {
      ...{ from: from.metric, to: to.metric, leaks: reading.reached !== undefined },
      evidence: { ...reading.evidence, share: share(own) },
      before: share(step(before.get(from.metric.key) ?? null, before.get(to.metric.key) ?? null)),
    }
  })
}

/** What good looks like in the catalogue, of the ratio between two stages, as a share. */
function benchmarkOf(from: Metric, to: Metric, counted: readonly TeamStanding[]): number | null {
  const ratio = counted.find(
    ({ metric }) => metric.kind === 'ratio' && metric.numerator === to.key && metric.denominator === from.key,
  )?.metric
  if (!ratio || ratio.benchmark === null) return null
  return ratio.benchmark / (10 ** ratio.decimals * (ratio.unit === 'percent' ? 100 : 1))
}

/** Of everything with a target that is not reached, by how much of it is missing. */
function gapsOf(
  counted: readonly TeamStanding[],
  before: ReadonlyMap<MetricKey, number | null>,
  progress: TeamProgress,
  isOver: boolean,
): Gap[] {
  const planOf = ({ target }: TeamStanding) => (isOver ? target!.target : target!.expected)
  const reachedOf = (one: TeamStanding) => (planOf(one) > 0 ? (one.actual ?? 0) / planOf(one) : 1)
  return counted
    .filter(({ metric, target }) => metric.kind === 'additive' && metric.higherIsBetter && target !== null)
    .filter((one) => reachedOf(one) < 1)
    .toSorted((one, other) => reachedOf(one) - reachedOf(other))
    .slice(0, MOST_GAPS)
    .map((one) => {
      const { metric, actual } = one
      const chain = chainTo(metric, counted)
      const planned = chain.every((stage) => stage.target !== null)
      const plan = (one: TeamStanding) =>
        planned ? one.target!.target : (before.get(one.metric.key) ?? null)
      const volumes = (of: (one: TeamStanding) => number | null) =>
        chain.map((one) => whole(one.metric, of(one)))
      return {
        ...{ metric, against: planned ? ('target' as const) : ('before' as const) },
        gap: (actual ?? 0) - planOf(one),
        people: furthestShort(metric, progress, isOver),
        arithmetic:
          chain.length < 2
            ? null
            : {
                stages: chain.map((stage) => stage.metric),
                found: gapEffects(
                  volumes(plan),
                  volumes(({ actual: value }) => value),
                ),
              },
      }
    })
}

/** The stages up to the metric; a result in money stands behind the last of them. */
function chainTo(metric: Metric, counted: readonly TeamStanding[]): TeamStanding[] {
  const stages = stagesOf(counted)
  const own = counted.filter((one) => one.metric.key === metric.key)
  if (metric.funnelOrder !== null)
    return stages.slice(0, stages.findIndex((one) => one.metric.key === metric.key) + 1)
  return metric.unit === 'money' && metric.layer === 'result' && stages.length > 0 ? [...stages, ...own] : own
}

function furthestShort({ key }: Metric, { people }: TeamProgress, isOver: boolean): Gap['people'] {
  return people
    .flatMap(({ member, metrics }) => {
      const progress = metrics.find((one) => one.metric.key === key)?.progress
      if (!progress) return []
      const plan = isOver ? progress.target : progress.expected
      return [{ userId: member.userId, gap: (progress.actual ?? 0) - plan }]
    })
    .filter(({ gap }) => gap < 0)
    .toSorted((one, other) => one.gap - other.gap)
    .slice(0, MOST_PEOPLE)
}

const whole = ({ decimals }: Metric, value: number | null): number => (value ?? 0) / 10 ** decimals
