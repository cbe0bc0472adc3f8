// Which settings the rules of each signal have, and what they are unless a team sets them.
import type { LevelLimits, Limits, Sign } from './limits.ts'

export interface RuleSettings extends Limits {
  /** So many working days of the period have to count before an episode opens. */
  leastDays: number
  /** So many mornings in a row a level has to be reached before an episode opens. */
  mornings: number
}

export type Signal =
  | 'behind-pace'
  | 'forecast-miss'
  | 'threshold'
  | 'trend'
  | 'silence'
  | 'funnel-leak'
  | 'overspend'
  | 'item-overdue'
  | 'raised-by-hand'

/** What a limit is: a share, a whole number of days, periods or points, or a value of the metric, scaled as it is stored. */
type LimitUnit = 'share' | 'days' | 'periods' | 'score' | 'value'

export interface SignalKind {
  needsMetric: boolean
  /** Those that make sense: the first is the default. */
  signs: readonly [Sign, ...Sign[]]
  unit: LimitUnit
  /** The highest limit that makes sense. */
  most: number
  /** Empty: as the team sets them. */
  levels: LevelLimits
  /** Null: a team cannot set it, and it is 0. */
  clearBy: number | null
  leastDays: number | null
  mornings: number
}

const BELOW = ['<', '<='] as const
const ABOVE = ['>', '>='] as const
const FROM = ['>='] as const
/** Not a number of a period that grows day by day. */
const COUNTED = { signs: FROM, clearBy: null, leastDays: null, mornings: 1 } as const
const SHARE = { unit: 'share', needsMetric: true } as const

export const SIGNALS: Readonly<Record<Signal, SignalKind>> = {
  'behind-pace': {
    ...{ ...SHARE, signs: BELOW, most: 1, levels: { blue: 0.95, yellow: 0.85, red: 0.7 } },
    ...{ clearBy: 0.05, leastDays: 5, mornings: 3 },
  },
  'forecast-miss': {
    ...{ ...SHARE, signs: BELOW, most: 1, levels: { yellow: 0.9, red: 0.9 } },
    ...{ clearBy: 0.05, leastDays: 0, mornings: 1 },
  },
  threshold: {
    ...{ needsMetric: true, unit: 'value', signs: [...BELOW, ...ABOVE], most: Number.MAX_SAFE_INTEGER },
    ...{ levels: {}, clearBy: 0, leastDays: 0, mornings: 1 },
  },
  trend: {
    ...{ ...COUNTED, needsMetric: true, unit: 'periods', most: 12, levels: { blue: 3, yellow: 4, red: 5 } },
  },
  silence: {
    ...{ ...COUNTED, needsMetric: false, unit: 'days', most: 20, levels: { blue: 1, yellow: 2, red: 3 } },
  },
  'funnel-leak': {
    ...{ ...SHARE, signs: ABOVE, most: 1, levels: { blue: 0.1, yellow: 0.2, red: 0.3 } },
    ...{ clearBy: 0.05, leastDays: null, mornings: 3 },
  },
  overspend: {
    ...{ ...SHARE, signs: ABOVE, most: 10, levels: { blue: 0, yellow: 0.1, red: 0.2 } },
    ...{ clearBy: 0.05, leastDays: 3, mornings: 1 },
  },
  'item-overdue': {
    ...{ ...COUNTED, needsMetric: false, unit: 'days', most: 60, levels: { blue: 1, yellow: 2, red: 4 } },
  },
  'raised-by-hand': {
    ...{ ...COUNTED, needsMetric: false, unit: 'score', most: 25, levels: { blue: 1, yellow: 7, red: 15 } },
  },
}

const RUN_ON: readonly Signal[] = ['trend', 'silence', 'item-overdue', 'raised-by-hand']

/** True: it has nothing to do with a month, and goes on when one ends. */
export const runsOn = (signal: Signal): boolean => RUN_ON.includes(signal)

export function defaultSettings(signal: Signal): RuleSettings {
  const { signs, levels, clearBy, leastDays, mornings } = SIGNALS[signal]
  return { sign: signs[0], levels, clearBy: clearBy ?? 0, leastDays: leastDays ?? 0, mornings }
}
