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

/** A member's score on a board. `metric` null: points, from the metrics of the member's role. */
export function scoreOf(
  totals: DayTotals,
  metric: Metric | null,
  roleMetrics: readonly Metric[],
  metrics: ReadonlyMap<MetricKey, Metric>,
): Score {
  const counted = metric ? [metric] : roleMetrics.filter(({ points }) => points !== 0)
  const parts = enteredKeysOf(counted).flatMap((key) => totals[key] ?? [])
  const marked = parts.some(isMarked)
  if (metric) {
    const value = valueIn(totals, metric, metrics)
    return { value: value ?? 0, reported: value !== null, marked }
  }
  const values = Object.fromEntries(counted.map(({ key }) => [key, totals[key]?.value ?? 0]))
  return { value: pointsOf(values, counted), reported: parts.length > 0, marked }
}

const FINEST_DECIMALS = 4

/** The sum of points × value over the metrics, rounded down once at the end. `totals` are scaled by each metric's decimals. */
export function pointsOf(totals: Readonly<Record<MetricKey, number>>, metrics: readonly Metric[]): number {
  let tiny = 0n
  for (const { key, points, decimals } of metrics)
    tiny += BigInt(points) * BigInt(totals[key] ?? 0) * 10n ** BigInt(FINEST_DECIMALS - decimals)
  const unit = 10n ** BigInt(FINEST_DECIMALS)
  const whole = tiny / unit
  return Number(tiny % unit < 0n ? whole - 1n : whole)
}
