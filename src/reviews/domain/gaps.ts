// Says which targets of a team were missed, by how much and by whom, and splits what a funnel brings into the shares of its stages.
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { attainment } from '../../targets/domain/attainment.ts'
import type { MemberStanding, TeamProgress, TeamStanding } from '../../targets/domain/team-progress.ts'
import { type GapEffects, gapEffects } from './gap-effects.ts'
import { toldGap } from './told-parts.ts'

export interface Gap {
  metric: Metric
  /** What its parts are held against: the target, or where a stage has none, the period before. */
  against: 'target' | 'before'
  /** What is held against the plan minus the plan, scaled, and rounded as it is told: above 0 where less is better. */
  gap: number
  /** Who is furthest from their own target on the wrong side, scaled; the largest first. */
  people: readonly { userId: UserId; gap: number }[]
  /** Null: the metric is no stage behind another one. */
  arithmetic: { stages: readonly Metric[]; found: GapEffects } | null
}

const MOST_PEOPLE = 3

interface Held {
  target: number
  expected: number
  counted: number | null
}

/** Of a period that is over all that came in is held against all of the target; while it runs, what counts by now against what should be in. */
interface Measured {
  plan: (held: Held) => number
  reached: (held: Held, actual: number | null) => number
  /** Of what has no target of its own: as much of the period as the value before is of. */
  compared: (standing: TeamStanding) => number | null
}
const WHOLE: Measured = {
  plan: ({ target }) => target,
  reached: (_, actual) => actual ?? 0,
  compared: ({ actual }) => actual,
}
const SO_FAR: Measured = {
  plan: ({ expected }) => expected,
  reached: ({ counted }) => counted ?? 0,
  compared: ({ change }) => change.now,
}

/** Sums without entries are zero; a rate without a value or of too little says nothing, and a team has no level. */
const saysSomething = ({ metric, actual, target }: TeamStanding): boolean =>
  metric.kind === 'additive' || (metric.kind === 'ratio' && actual !== null && target?.pace !== null)

/** With a target, of which nothing can be said: rates, and levels, which only people have. */
export function unknownOf(counted: readonly TeamStanding[]): { unknown: Metric[]; levels: Metric[] } {
  const silent = counted
    .filter((one) => one.target !== null && !saysSomething(one))
    .map(({ metric }) => metric)
  return {
    unknown: silent.filter(({ kind }) => kind !== 'level'),
    levels: silent.filter(({ kind }) => kind === 'level'),
  }
}

const isWorse = ({ higherIsBetter }: Metric, gap: number): boolean => (higherIsBetter ? gap < 0 : gap > 0)

/** Of everything with a target that is not reached, by how much of it is missing. */
export function gapsOf(
  counted: readonly TeamStanding[],
  before: ReadonlyMap<MetricKey, number | null>,
  progress: TeamProgress,
  isOver: boolean,
): Gap[] {
  const by = isOver ? WHOLE : SO_FAR
  return counted
    .flatMap((one) => {
      const { metric, actual, target } = one
      if (!target || !saysSomething(one)) return []
      const [plan, so] = [by.plan(target), by.reached(target, actual)]
      const gap = toldGap(metric, so - plan)
      if (!isWorse(metric, gap)) return []
      return [{ one, gap, reached: attainment(so, plan, metric.higherIsBetter) ?? 0 }]
    })
    .toSorted((one, other) => one.reached - other.reached)
    .map(({ one: { metric }, gap }) => ({
      ...{ metric, gap, people: furthestOff(metric, progress.people, by) },
      ...partsOf(metric, counted, before, by),
    }))
}

/** What the stages on the way did. Of rates, levels and what should be little there is no way to split. */
function partsOf(
  metric: Metric,
  counted: readonly TeamStanding[],
  before: ReadonlyMap<MetricKey, number | null>,
  by: Measured,
): Pick<Gap, 'against' | 'arithmetic'> {
  const chain = metric.kind === 'additive' && metric.higherIsBetter ? chainTo(metric, counted) : []
  const planned = chain.every(({ target }) => target !== null)
  const against = planned ? 'target' : 'before'
  if (chain.length < 2) return { against, arithmetic: null }
  const volumes = (of: (one: TeamStanding) => number | null) =>
    chain.map((one) => wholeUnits(one.metric, of(one)))
  const plan = volumes((one) => (planned ? by.plan(one.target!) : (before.get(one.metric.key) ?? null)))
  const reached = volumes((one) => (planned ? by.reached(one.target!, one.actual) : by.compared(one)))
  const found = gapEffects(plan, reached)
  return { against, arithmetic: { stages: chain.map((stage) => stage.metric), found } }
}

/** From the first to the last. */
export const stagesOf = (counted: readonly TeamStanding[]): TeamStanding[] =>
  counted
    .filter(({ metric }) => metric.kind === 'additive' && metric.funnelOrder !== null)
    .toSorted((one, other) => one.metric.funnelOrder! - other.metric.funnelOrder!)

/** The stages up to the metric; a result in money stands behind the last of them. */
function chainTo(metric: Metric, counted: readonly TeamStanding[]): TeamStanding[] {
  const stages = stagesOf(counted)
  const own = counted.filter((one) => one.metric.key === metric.key)
  if (metric.funnelOrder !== null)
    return stages.slice(0, stages.findIndex((one) => one.metric.key === metric.key) + 1)
  return metric.unit === 'money' && metric.layer === 'result' && stages.length > 0 ? [...stages, ...own] : own
}

function furthestOff(metric: Metric, people: readonly MemberStanding[], by: Measured): Gap['people'] {
  return people
    .flatMap(({ member, metrics }) => {
      const progress = metrics.find((one) => one.metric.key === metric.key)?.progress
      if (!progress || (metric.kind !== 'additive' && progress.actual === null)) return []
      if (!progress.pace.known && progress.pace.reason === 'too-few') return []
      const gap = by.reached(progress, progress.actual) - by.plan(progress)
      return [{ userId: member.userId, gap: toldGap(metric, gap) }]
    })
    .filter(({ gap }) => isWorse(metric, gap))
    .toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap))
    .slice(0, MOST_PEOPLE)
}

export const wholeUnits = ({ decimals }: Metric, value: number | null): number =>
  (value ?? 0) / 10 ** decimals
