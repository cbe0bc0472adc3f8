// How a team stands together with all the teams below it: sums of their numbers against the target of the whole.
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { attainment } from './attainment.ts'
import { LEAST_BELOW } from './progress.ts'
import type { TeamStanding, TeamTarget } from './team-progress.ts'

export interface TreeTeam {
  teamId: TeamId
  /** Of its own people. */
  standings: readonly TeamStanding[]
  /** What was set for it and the teams below together, of just this period. */
  wholes: ReadonlyMap<MetricKey, number>
  /** The currency of each that is money. */
  wholeIn?: ReadonlyMap<MetricKey, string>
  below: readonly TreeTeam[]
}

const UNMARKED = { late: false, implausible: false, correctedUp: false }
const UNKNOWN = { now: null, before: null }

/** Of all numbers that any of the teams counts; levels, and money of several currencies, are no sums and left out. */
export function treeStanding({ standings, wholes, below }: TreeTeam): TeamStanding[] {
  if (below.length === 0) return [...standings]
  const parts = [standings, ...below.map(treeStanding)]
  const all = Map.groupBy(parts.flat(), ({ metric }) => metric.key)
  const byKey = new Map([...all].map(([key, own]) => [key, countedOf(own)]))
  const metrics = new Map([...byKey].map(([key, own]) => [key, own[0]!.metric]))
  const sums = new Map(
    [...byKey].flatMap(([key, own]) => {
      const sum = summedOf(own, wholes.get(key) ?? null)
      return sum ? [[key, sum] as const] : []
    }),
  )
  return [...byKey].flatMap(([key, own]) => {
    const { metric } = own[0]!
    if (metric.kind === 'ratio') return ratioOf(metric, own, wholes.get(key) ?? null, sums, metrics)
    return sums.get(key) ?? []
  })
}

/** A team of which nobody counts the number keeps no sum from having a target; its currency says nothing of the others'. */
function countedOf(parts: readonly TeamStanding[]): readonly TeamStanding[] {
  const counted = parts.filter((one) => !one.nobody || one.actual !== null)
  return counted.length > 0 ? counted : parts
}

/** Null: they cannot be added up. */
function summedOf(parts: readonly TeamStanding[], whole: number | null): TeamStanding | null {
  const { metric } = parts[0]!
  const isOneMoney = parts.every((one) => one.metric.currency === metric.currency)
  if (metric.kind !== 'additive' || !isOneMoney) return null
  const reported = parts.flatMap(({ actual }) => actual ?? [])
  const actual = reported.length === 0 ? null : sumOf(reported)
  const nobody = parts.every((one) => one.nobody) ? ({ nobody: true } as const) : {}
  return { metric, actual, change: UNKNOWN, target: targetOf(metric, parts, actual, whole), ...nobody }
}

/** `whole` null: what the teams are to reach is added up, as far as each that counts it has a target. */
function targetOf(
  { higherIsBetter }: Metric,
  parts: readonly TeamStanding[],
  actual: number | null,
  whole: number | null,
): TeamTarget | null {
  const held = parts.flatMap(({ target }) => target ?? [])
  if (held.length === 0 || (whole === null && held.length < parts.length)) return null
  const assigned = sumOf(held.map(({ target }) => target))
  const target = whole ?? assigned
  const due = sumOf(held.map((one) => one.expected))
  // What belongs to no team is expected at the pace of the rest.
  const expected = assigned === 0 ? 0 : (due * target) / assigned
  const counted = sumOf(held.map((one) => one.counted))
  const unassigned = target - assigned + sumOf(held.map((one) => one.unassigned))
  return {
    ...{ target, expected, counted, unassigned },
    ...sinceOf(held),
    attainment: attainment(actual ?? 0, target, higherIsBetter),
    pace: expected > 0 ? attainment(counted, expected, higherIsBetter) : null,
  }
}

/** Said where every team's counts late. */
function sinceOf(held: readonly TeamTarget[]): Pick<TeamTarget, 'since'> {
  const starts = held.flatMap(({ since }) => since ?? []).toSorted(Temporal.PlainDate.compare)
  return starts.length === held.length ? { since: starts[0]! } : {}
}

/** The sums are divided; the target is that of the whole, or the same of all teams. */
function ratioOf(
  metric: Metric,
  parts: readonly TeamStanding[],
  whole: number | null,
  sums: ReadonlyMap<MetricKey, TeamStanding>,
  metrics: ReadonlyMap<MetricKey, Metric>,
): TeamStanding[] {
  const totals = Object.fromEntries(
    [...sums].flatMap(([key, { actual }]) =>
      actual === null ? [] : [[key, { ...UNMARKED, value: actual }]],
    ),
  )
  const actual = valueIn(totals, metric, metrics)
  const targets = new Set(parts.flatMap(({ target }) => target?.target ?? []))
  const target = whole ?? (targets.size === 1 ? [...targets][0]! : null)
  if (target === null) return [{ metric, actual, change: UNKNOWN, target: null }]
  const below = metric.denominator ? metrics.get(metric.denominator) : undefined
  const units = below ? (sums.get(below.key)?.actual ?? 0) / 10 ** below.decimals : 0
  const reached = actual === null ? null : attainment(actual, target, metric.higherIsBetter)
  const pace = units >= LEAST_BELOW ? reached : null
  return [
    {
      ...{ metric, actual, change: UNKNOWN },
      target: { target, attainment: reached, pace, expected: target, counted: actual ?? 0, unassigned: 0 },
    },
  ]
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
