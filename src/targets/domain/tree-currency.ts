// Brings the money of a tree of teams into one currency, by the plan rates; what has no rate stands apart.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import {
  convertAtPlanRate,
  type PlanRates,
  rateBetween,
  type UsedRate,
} from '../../numbers/domain/plan-rates.ts'
import { moneyDecimals } from '../../numbers/domain/presets.ts'
import type { TeamStanding, TeamTarget } from './team-progress.ts'
import type { TreeTeam } from './tree-standing.ts'

/** Money of one currency that is in no sum. */
export interface MoneyApart {
  metric: Metric
  actual: number
}

export interface TreeInOneCurrency {
  tree: TreeTeam
  used: readonly UsedRate[]
  apart: readonly MoneyApart[]
}

/** The numbers that are in several currencies, and whether all of them have a rate. */
type Mixed = ReadonlyMap<MetricKey, boolean>

/**
 * Numbers of one currency alone stay as they are. Of several, what has a rate comes into the reporting currency; what has none
 * is left out, and then so are the targets, which would be held against a part of the money.
 */
export function inOneCurrency(root: TreeTeam, rates: PlanRates | null): TreeInOneCurrency {
  const byKey = Map.groupBy(moneyIn(root), ({ metric }) => metric.key)
  const used = new Map<string, UsedRate>()
  const apart: MoneyApart[] = []
  const mixed = new Map<MetricKey, boolean>()
  for (const [key, standings] of byKey) {
    const byCurrency = Map.groupBy(standings, ({ metric }) => metric.currency!)
    if (byCurrency.size < 2) continue
    let complete = true
    for (const [currency, own] of byCurrency) {
      const rate = rates && rateBetween(currency, rates.reporting, rates)
      if (rate && currency !== rates.reporting) used.set(currency, rate)
      if (rate) continue
      complete = false
      apart.push(...apartOf(own))
    }
    mixed.set(key, complete)
  }
  return { tree: converted(root, mixed, rates), used: [...used.values()], apart }
}

/** The currency of a team of which nobody counts the number matters for a target of the whole alone. */
const moneyIn = ({ standings, wholes, below }: TreeTeam): TeamStanding[] => [
  ...standings.filter(
    ({ metric, actual, nobody }) =>
      metric.unit === 'money' &&
      metric.currency !== null &&
      (!nobody || actual !== null || wholes.has(metric.key)),
  ),
  ...below.flatMap(moneyIn),
]

function apartOf(own: readonly TeamStanding[]): MoneyApart[] {
  const { metric } = own[0]!
  const reported = own.flatMap(({ actual }) => actual ?? [])
  if (metric.kind !== 'additive' || reported.length === 0) return []
  return [{ metric, actual: reported.reduce((sum, one) => sum + one, 0) }]
}

function converted(node: TreeTeam, mixed: Mixed, rates: PlanRates | null): TreeTeam {
  const wholes = new Map<MetricKey, number>()
  for (const [key, whole] of node.wholes) {
    const metric = node.standings.find((one) => one.metric.key === key)?.metric
    const into = mixed.has(key) ? mixed.get(key) && metric && intoReporting(whole, metric, rates) : whole
    if (typeof into === 'number') wholes.set(key, into)
  }
  const standings = node.standings.flatMap((standing) => standingIn(standing, mixed, rates))
  return { ...node, standings, wholes, below: node.below.map((one) => converted(one, mixed, rates)) }
}

function standingIn(standing: TeamStanding, mixed: Mixed, rates: PlanRates | null): TeamStanding[] {
  const { metric, actual, target } = standing
  // A part of the money is not divided by all of something.
  if (
    metric.kind === 'ratio' &&
    [metric.numerator, metric.denominator].some((key) => mixed.get(key ?? '') === false)
  )
    return []
  const isComplete = mixed.get(metric.key)
  if (isComplete === undefined || !rates) return isComplete === undefined ? [standing] : []
  if (!rateBetween(metric.currency!, rates.reporting, rates)) return []
  const into = (value: number) => intoReporting(value, metric, rates) ?? 0
  return [
    {
      ...standing,
      metric: { ...metric, currency: rates.reporting, decimals: moneyDecimals(rates.reporting) },
      actual: actual === null ? null : into(actual),
      change: { now: null, before: null },
      target: target && isComplete ? targetIn(target, into) : null,
    },
  ]
}

const intoReporting = (value: number, { currency }: Metric, rates: PlanRates | null): number | null =>
  rates && convertAtPlanRate({ value: Math.round(value), currency: currency! }, rates.reporting, rates)

/** Shares stay what they are. */
const targetIn = (target: TeamTarget, into: (value: number) => number): TeamTarget => ({
  ...target,
  ...{ target: into(target.target), expected: into(target.expected) },
  ...{ counted: into(target.counted), unassigned: into(target.unassigned) },
})
