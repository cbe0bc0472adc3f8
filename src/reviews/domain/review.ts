// What a review says of a team and a period: target against actual, the funnel step by step, and where the gaps come from.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamProgress, TeamStanding } from '../../targets/domain/team-progress.ts'
import type { Limits } from '../../warnings/domain/limits.ts'
import { type FunnelStep, funnelLeak, type LeakEvidence } from '../../warnings/domain/signals/funnel-leak.ts'
import { type Gap, gapsOf, stagesOf, unknownOf, wholeUnits } from './gaps.ts'

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

export interface Review {
  /** False: the period still runs, and gaps are held against what should be in by now. */
  isOver: boolean
  hasTargets: boolean
  metrics: readonly ReviewedMetric[]
  steps: readonly ReviewedStep[]
  /** Every target that was missed, the largest gap first. */
  gaps: readonly Gap[]
  /** Rates with a target of which nothing can be said: no value, or too little below the line. */
  unknown: readonly Metric[]
  /** Levels with a target: each person has their own, the team has none. */
  levels: readonly Metric[]
  /** Left out, because single people stand behind them and the channel does not show everybody's numbers. */
  withheld: readonly Metric[]
}

/** A share below the benchmark by more than ten percentage points leaks, if chance does not explain it. */
const LEAK: Limits = { sign: '>', levels: { blue: 0.1 }, clearBy: 0 }

/** `today`: the team's. On its last day a period still runs. */
export function reviewOf(now: TeamProgress, before: TeamProgress, today: Temporal.PlainDate): Review {
  const isOver = Temporal.PlainDate.compare(today, now.period.to) > 0
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
    ...unknownOf(counted),
    withheld: [],
  }
}

function stepsOf(
  counted: readonly TeamStanding[],
  before: ReadonlyMap<MetricKey, number | null>,
): ReviewedStep[] {
  const stages = stagesOf(counted)
  return stages.slice(1).map((to, index) => {
    const from = stages[index]!
    const step = (entered: number | null, converted: number | null): FunnelStep => ({
      entered: wholeUnits(from.metric, entered),
      converted: wholeUnits(to.metric, converted),
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
