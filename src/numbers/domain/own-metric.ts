// Checks the additive metric that a manager adds to the presets, and gives it a key and bounds.

import { cleanText, foldText } from '../../core/text.ts'
import { parseAmount } from './amount.ts'
import type { Metric, Unit } from './metrics.ts'
import { moneyDecimals } from './presets.ts'

export const OWN_UNITS = ['count', 'money', 'percent', 'minutes', 'score'] as const satisfies readonly Unit[]
export const OWN_NAME_MAX_LENGTH = 40

/** As typed. Empty bounds mean: from 0, up to the most the metric can hold, nothing to ask about. */
export interface OwnMetricDraft {
  name: string
  unit: string
  decimals: string
  hardMin: string
  hardMax: string
  plausibleMin: string
  plausibleMax: string
}
export type OwnMetricProblem =
  | 'missing'
  | 'too-long'
  | 'taken'
  | 'unknown-unit'
  | 'not-0-to-4'
  | 'not-a-number'
  | 'too-many-decimals'
  | 'min-above-max'
  | 'outside-hard-bounds'
export type OwnMetricErrors = Partial<Record<keyof OwnMetricDraft, OwnMetricProblem>>

/** In whole units: with four decimals still an exact integer. */
const MOST = 100_000_000_000

interface Bounds {
  hardMin: number | null
  hardMax: number | null
  plausibleMin: number | null
  plausibleMax: number | null
}
const BOUNDS = ['hardMin', 'hardMax', 'plausibleMin', 'plausibleMax'] as const

function frame(name: string, unit: Unit, decimals: number, currency: string, key: string): Metric {
  const most = MOST * 10 ** decimals
  return {
    key,
    label: name,
    kind: 'additive',
    layer: 'process',
    higherIsBetter: true,
    unit,
    currency: unit === 'money' ? currency : null,
    decimals,
    hardMin: 0,
    hardMax: most,
    plausibleMin: null,
    plausibleMax: null,
    numerator: null,
    denominator: null,
    points: 0,
  }
}

function nameProblem(name: string, taken: readonly string[]): OwnMetricProblem | null {
  if (name === '') return 'missing'
  if ([...name].length > OWN_NAME_MAX_LENGTH) return 'too-long'
  return taken.some((other) => foldText(other) === foldText(name)) ? 'taken' : null
}

function readBounds(draft: OwnMetricDraft, metric: Metric, errors: OwnMetricErrors): Bounds {
  const bounds: Bounds = { hardMin: null, hardMax: null, plausibleMin: null, plausibleMax: null }
  const widest = { ...metric, hardMin: -metric.hardMax }
  for (const field of BOUNDS) {
    if (draft[field].trim() === '') continue
    const parsed = parseAmount(draft[field], widest)
    if (parsed.ok) bounds[field] = parsed.value
    else if (parsed.reason === 'too-many-decimals') errors[field] = parsed.reason
    else errors[field] = parsed.reason === 'not-a-number' ? 'not-a-number' : 'outside-hard-bounds'
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

/** `own-1`, `own-2` …: the first after all that the team ever had, so that a new metric never inherits old entries. */
function freeKey(existing: readonly Pick<Metric, 'key'>[]): string {
  const used = existing.map(({ key }) => Number(/^own-(\d+)$/.exec(key)?.[1] ?? 0))
  return `own-${Math.max(0, ...used) + 1}`
}

/**
 * `existing`: every metric the team has or had; `takenNames`: their names in all languages. Money is kept in the currency's
 * minor unit whatever decimals were typed. Errors go back to the field they name.
 */
export function ownMetric(
  draft: OwnMetricDraft,
  currency: string,
  existing: readonly Pick<Metric, 'key'>[],
  takenNames: readonly string[],
): { ok: true; metric: Metric } | { ok: false; errors: OwnMetricErrors } {
  const errors: OwnMetricErrors = {}
  const name = cleanText(draft.name, OWN_NAME_MAX_LENGTH + 1)
  const problem = nameProblem(name, takenNames)
  if (problem) errors.name = problem
  const unit = OWN_UNITS.find((candidate) => candidate === draft.unit)
  if (!unit) errors.unit = 'unknown-unit'
  const typed = /^[0-4]$/.test(draft.decimals.trim()) ? Number(draft.decimals) : null
  const decimals = unit === 'money' ? moneyDecimals(currency) : typed
  if (decimals === null) errors.decimals = 'not-0-to-4'
  const base = frame(name, unit ?? 'count', decimals ?? 0, currency, freeKey(existing))
  const bounds = decimals === null ? null : readBounds(draft, base, errors)
  const metric = {
    ...base,
    hardMin: bounds?.hardMin ?? base.hardMin,
    hardMax: bounds?.hardMax ?? base.hardMax,
    plausibleMin: bounds?.plausibleMin ?? null,
    plausibleMax: bounds?.plausibleMax ?? null,
  }
  checkBounds(metric, errors)
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, metric }
}
