// Validates an additive metric that a manager adds to the presets, and gives it a key and bounds.

import type { Locale } from '../../core/i18n/locale.ts'
import type { MetricKey } from '../../core/ids.ts'
import { cleanText, foldText } from '../../core/text.ts'
import { parseAmount, type UnclearAmount } from './amount.ts'
import type { Metric, TextByLocale, Unit } from './metrics.ts'
import { defaultPoints, readPoints } from './points.ts'
import { moneyDecimals } from './presets.ts'

export const OWN_UNITS = ['count', 'money', 'percent', 'minutes', 'score'] as const satisfies readonly Unit[]
export const OWN_NAME_MAX_LENGTH = 40

/** The fields as typed. Empty hard bounds: from 0 to the largest value. Empty plausible bounds: no confirmation. Empty points: the usual ones. */
export interface OwnMetricDraft {
  name: string
  unit: string
  decimals: string
  hardMin: string
  hardMax: string
  plausibleMin: string
  plausibleMax: string
  points: string
}
export type OwnMetricProblem =
  | UnclearAmount
  | 'missing'
  | 'too-long'
  | 'taken'
  | 'in-catalogue'
  | 'unknown-unit'
  | 'not-0-to-4'
  | 'not-a-number'
  | 'too-many-decimals'
  | 'min-above-max'
  | 'outside-hard-bounds'
  | 'not-0-to-1000'
export type OwnMetricErrors = Partial<Record<keyof OwnMetricDraft, OwnMetricProblem>>

/** In whole units. An exact integer even when scaled by four decimals. */
export const MAX_VALUE = 100_000_000_000

interface Bounds {
  hardMin: number | null
  hardMax: number | null
  plausibleMin: number | null
  plausibleMax: number | null
}
const BOUNDS = ['hardMin', 'hardMax', 'plausibleMin', 'plausibleMax'] as const

function emptyMetric(
  names: TextByLocale,
  unit: Unit,
  decimals: number,
  currency: string,
  key: string,
): Metric {
  const most = MAX_VALUE * 10 ** decimals
  return {
    key,
    label: null,
    names,
    aliases: [],
    measureWords: {},
    kind: 'additive',
    layer: 'process',
    leading: true,
    higherIsBetter: true,
    unit,
    currency: unit === 'money' ? currency : null,
    decimals,
    hardMin: 0,
    hardMax: most,
    plausibleMin: null,
    plausibleMax: null,
    baseline: null,
    benchmark: null,
    funnelOrder: null,
    numerator: null,
    denominator: null,
    points: defaultPoints(unit),
    formerKey: null,
    retiredAt: null,
  }
}

/** The names that are taken, in all languages. */
export interface TakenNames {
  /** Of the team's metrics. */
  team: readonly string[]
  /** Of those that the team could adopt from the catalogue instead. */
  catalogue: readonly string[]
}

function nameProblem(name: string, taken: TakenNames): OwnMetricProblem | null {
  if (name === '') return 'missing'
  if ([...name].length > OWN_NAME_MAX_LENGTH) return 'too-long'
  const isAmong = (others: readonly string[]) => others.some((other) => foldText(other) === foldText(name))
  if (isAmong(taken.team)) return 'taken'
  return isAmong(taken.catalogue) ? 'in-catalogue' : null
}

function readBounds(draft: OwnMetricDraft, metric: Metric, errors: OwnMetricErrors): Bounds {
  const bounds: Bounds = { hardMin: null, hardMax: null, plausibleMin: null, plausibleMax: null }
  const widest = { ...metric, hardMin: -metric.hardMax }
  for (const field of BOUNDS) {
    if (draft[field].trim() === '') continue
    const parsed = parseAmount(draft[field], widest)
    if (parsed.ok) bounds[field] = parsed.value
    else if (parsed.reason === 'unclear') errors[field] = { metric, readings: parsed.readings }
    else if (parsed.reason === 'too-many-decimals') errors[field] = parsed.reason
    else if (parsed.reason === 'below-hard-min' || parsed.reason === 'above-hard-max')
      errors[field] = 'outside-hard-bounds'
    else errors[field] = 'not-a-number'
  }
  return bounds
}

function checkBounds(metric: Metric, errors: OwnMetricErrors): void {
  const { hardMin, hardMax, plausibleMin, plausibleMax } = metric
  if (hardMin > hardMax) errors.hardMax ??= 'min-above-max'
  const outside = (value: number | null) => value !== null && (value < hardMin || value > hardMax)
  if (outside(plausibleMin)) errors.plausibleMin ??= 'outside-hard-bounds'
  if (outside(plausibleMax)) errors.plausibleMax ??= 'outside-hard-bounds'
  if (plausibleMin !== null && plausibleMax !== null && plausibleMin > plausibleMax)
    errors.plausibleMax ??= 'min-above-max'
}

/** `own-1`, `own-2` …: one more than the highest that the workspace ever had, so that a new metric never gets old entries. */
function freeKey(usedKeys: readonly MetricKey[]): MetricKey {
  const used = usedKeys.map((key) => Number(/^own-(\d+)/.exec(key)?.[1] ?? 0))
  return `own-${Math.max(0, ...used) + 1}`
}

/**
 * `usedKeys`: those of the workspace's catalogue. The
 * name is kept in the writer's language. The decimals of money follow the currency, whatever was typed. Errors are keyed by field.
 */
export function ownMetric(
  draft: OwnMetricDraft,
  { currency, locale }: { currency: string; locale: Locale },
  usedKeys: readonly MetricKey[],
  taken: TakenNames,
): { ok: true; metric: Metric } | { ok: false; errors: OwnMetricErrors } {
  const errors: OwnMetricErrors = {}
  const name = cleanText(draft.name, OWN_NAME_MAX_LENGTH + 1)
  const problem = nameProblem(name, taken)
  if (problem) errors.name = problem
  const unit = OWN_UNITS.find((candidate) => candidate === draft.unit)
  if (!unit) errors.unit = 'unknown-unit'
  const typed = /^[0-4]$/.test(draft.decimals.trim()) ? Number(draft.decimals) : null
  const decimals = unit === 'money' ? moneyDecimals(currency) : typed
  if (decimals === null) errors.decimals = 'not-0-to-4'
  const base = emptyMetric({ [locale]: name }, unit ?? 'count', decimals ?? 0, currency, freeKey(usedKeys))
  const points = draft.points.trim() === '' ? base.points : readPoints(draft.points)
  if (points === null) errors.points = 'not-0-to-1000'
  const bounds = decimals === null ? null : readBounds(draft, base, errors)
  const metric = {
    ...base,
    hardMin: bounds?.hardMin ?? base.hardMin,
    hardMax: bounds?.hardMax ?? base.hardMax,
    plausibleMin: bounds?.plausibleMin ?? null,
    plausibleMax: bounds?.plausibleMax ?? null,
    points: points ?? base.points,
  }
  checkBounds(metric, errors)
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, metric }
}
