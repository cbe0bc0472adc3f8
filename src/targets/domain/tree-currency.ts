// Brings the money of a tree of teams into one currency, by the plan rates; what has no rate stands apart.
import type { MetricKey, TeamId } from '../../core/ids.ts'
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

/** A team's own money of a number that is in several currencies, as it goes into the sum. */
export interface TeamMoney {
  teamId: TeamId
  /** As the team counts it. */
  metric: Metric
  actual: number
  /** Null: it is in the currency of the sum, or it has no rate. */
  rate: UsedRate | null
  /** As the sum has it. Null: it has no rate, and stands apart. */
  into: number | null
}

export interface TreeInOneCurrency {
  tree: TreeTeam
  byTeam: readonly TeamMoney[]
  used: readonly UsedRate[]
  apart: readonly MoneyApart[]
}

/** The numbers that are in several currencies, and whether all of them have a rate. */
type Mixed = ReadonlyMap<MetricKey, boolean>

/** What the sums of a tree are in. */
interface Sums {
  mixed: Mixed
  /** By number: the currency that all teams have. */
  alike: ReadonlyMap<MetricKey, string>
  rates: PlanRates | null
}

/**
 * Numbers of one currency alone stay as they are. Of several, what has a rate comes into the reporting currency; what has none
 * is left out, and then so are the targets, which would be held against a part of the money.
 */
export function inOneCurrency(root: TreeTeam, rates: PlanRates | null): TreeInOneCurrency {
  const byKey = Map.groupBy(moneyIn(root), ({ metric }) => metric.key)
  const used = new Map<string, UsedRate>()
  const apart: MoneyApart[] = []
  const mixed = new Map<MetricKey, boolean>()
  const alike = new Map<MetricKey, string>()
  for (const [key, standings] of byKey) {
    const byCurrency = Map.groupBy(standings, ({ metric }) => metric.currency!)
    if (byCurrency.size < 2) {
      alike.set(key, standings[0]!.metric.currency!)
      continue
    }
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
  const sums = { mixed, alike, rates }
  for (const rate of ratesOfWholes(root, sums)) used.set(rate.currency, rate)
  const byTeam = moneyByTeam(root, sums)
  return { tree: converted(root, sums), byTeam, used: [...used.values()], apart }
}

/** In what the sum of a number is. Undefined: it is no money. */
const sumIn = (key: MetricKey, { mixed, alike, rates }: Sums): string | undefined =>
  mixed.has(key) ? rates?.reporting : alike.get(key)

const wholeCurrency = (node: TreeTeam, key: MetricKey): string | null =>
  node.wholeIn?.get(key) ?? node.standings.find(({ metric }) => metric.key === key)?.metric.currency ?? null

/** At which rates the targets of wholes come into the currency of the sum. */
function ratesOfWholes(node: TreeTeam, sums: Sums): UsedRate[] {
  const own = [...node.wholes.keys()].flatMap((key) => {
    const [from, to] = [wholeCurrency(node, key), sumIn(key, sums)]
    const isCompared = sums.mixed.get(key) !== false
    return from && to && from !== to && isCompared ? (rateBetween(from, to, sums.rates) ?? []) : []
  })
  return [...own, ...node.below.flatMap((one) => ratesOfWholes(one, sums))]
}

function moneyByTeam(node: TreeTeam, sums: Sums): TeamMoney[] {
  const { mixed, rates } = sums
  const own = node.standings.flatMap(({ metric, actual }): TeamMoney[] => {
    if (!mixed.has(metric.key) || metric.kind !== 'additive' || actual === null) return []
    const isForeign = rates !== null && metric.currency !== rates.reporting
    const rate = isForeign ? rateBetween(metric.currency!, rates.reporting, rates) : null
    return [{ teamId: node.teamId, metric, actual, rate, into: intoReporting(actual, metric, rates) }]
  })
  return [...own, ...node.below.flatMap((one) => moneyByTeam(one, sums))]
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

function converted(node: TreeTeam, sums: Sums): TreeTeam {
  const wholes = new Map<MetricKey, number>()
  for (const [key, whole] of node.wholes) {
    const into = wholeIntoSum(node, key, whole, sums)
    if (into !== null) wholes.set(key, into)
  }
  const standings = node.standings.flatMap((standing) => standingIn(standing, sums.mixed, sums.rates))
  return { ...node, standings, wholes, below: node.below.map((one) => converted(one, sums)) }
}

/** Null: it has no rate, or would be held against a part of the money. */
function wholeIntoSum(node: TreeTeam, key: MetricKey, whole: number, sums: Sums): number | null {
  const [from, to] = [wholeCurrency(node, key), sumIn(key, sums)]
  if (sums.mixed.has(key) && (!sums.mixed.get(key) || from === null)) return null
  if (from === null || to === undefined) return whole
  return convertAtPlanRate({ value: Math.round(whole), currency: from }, to, sums.rates)
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
