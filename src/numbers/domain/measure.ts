// Computes the value of a metric, or the points, over a period from sums of daily totals.

import type { MetricKey } from '../../core/ids.ts'
import type { DayTotals } from './activity.ts'
import { isMarked } from './activity.ts'
import type { Metric } from './metrics.ts'

/** A share of 0.5 is 50 percent: 500 when scaled by one decimal. */
const PERCENT = 100

/**
 * The metric's value in the period, scaled by its decimals; a ratio divides the sums. Null: nothing was
 * reported, or the ratio has nothing to divide by.
 */
export function valueIn(
  totals: DayTotals,
  metric: Metric,
  metrics: ReadonlyMap<MetricKey, Metric>,
): number | null {
  if (metric.kind !== 'ratio') return totals[metric.key]?.value ?? null
  const above = wholeUnits(totals, metrics, metric.numerator)
  const below = wholeUnits(totals, metrics, metric.denominator)
  if (above === null || below === null || below === 0) return null
  const share = (above / below) * (metric.unit === 'percent' ? PERCENT : 1)
  return Math.round(share * 10 ** metric.decimals)
}

function wholeUnits(
  totals: DayTotals,
  metrics: ReadonlyMap<MetricKey, Metric>,
  key: MetricKey | null,
): number | null {
  const metric = key === null ? undefined : metrics.get(key)
  const total = metric && totals[metric.key]
  return total ? total.value / 10 ** metric.decimals : null
}

/** The keys of the entered metrics behind these metrics: for a ratio its numerator and denominator. */
export function enteredKeysOf(metrics: readonly Metric[]): MetricKey[] {
  const keys = metrics.flatMap(({ kind, key, numerator, denominator }) =>
    kind === 'ratio' ? [numerator, denominator] : [key],
  )
  return [...new Set(keys.filter((key) => key !== null))]
}

export interface Score {
  /** 0 where nothing was reported. */
  value: number
  reported: boolean
  marked: boolean
}

/** A score before the points of several stretches are added up: rounding each would lose parts of points. */
export interface PartialScore extends Score {
  /** Points to four decimals; 0 where a metric is scored. */
  tinyPoints: bigint
}

/** A member's score on a board. `metric` null: points, from the metrics of the member's role. */
export function scoreOf(
  totals: DayTotals,
  metric: Metric | null,
  roleMetrics: readonly Metric[],
  metrics: ReadonlyMap<MetricKey, Metric>,
): PartialScore {
  const counted = metric ? [metric] : roleMetrics.filter(({ points }) => points !== 0)
  const parts = enteredKeysOf(counted).flatMap((key) => totals[key] ?? [])
  const marked = parts.some(isMarked)
  if (metric) {
    const value = valueIn(totals, metric, metrics)
    return { value: value ?? 0, reported: value !== null, marked, tinyPoints: 0n }
  }
  const values = Object.fromEntries(counted.map(({ key }) => [key, totals[key]?.value ?? 0]))
  const tinyPoints = tinyPointsOf(values, counted)
  return { value: wholePoints(tinyPoints), reported: parts.length > 0, marked, tinyPoints }
}

/** Points of several stretches, each with its own: added up exactly and rounded down once at the end. */
export function addPoints(scores: readonly PartialScore[]): Score {
  return {
    value: wholePoints(scores.reduce((sum, { tinyPoints }) => sum + tinyPoints, 0n)),
    reported: scores.some(({ reported }) => reported),
    marked: scores.some(({ marked }) => marked),
  }
}

const FINEST_DECIMALS = 4

/** The sum of points × value over the metrics, rounded down once at the end. `totals` are scaled by each metric's decimals. */
export const pointsOf = (totals: Readonly<Record<MetricKey, number>>, metrics: readonly Metric[]): number =>
  wholePoints(tinyPointsOf(totals, metrics))

function tinyPointsOf(totals: Readonly<Record<MetricKey, number>>, metrics: readonly Metric[]): bigint {
  let tiny = 0n
  for (const { key, points, decimals } of metrics)
    tiny += BigInt(points) * BigInt(totals[key] ?? 0) * 10n ** BigInt(FINEST_DECIMALS - decimals)
  return tiny
}

function wholePoints(tiny: bigint): number {
  const unit = 10n ** BigInt(FINEST_DECIMALS)
  const whole = tiny / unit
  return Number(tiny % unit < 0n ? whole - 1n : whole)
}
