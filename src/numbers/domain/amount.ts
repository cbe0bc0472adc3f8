// Parses a typed value of a metric, exactly or not at all.
import type { Metric } from './metrics.ts'

export type AmountProblem = 'not-a-number' | 'too-many-decimals' | 'below-hard-min' | 'above-hard-max'
export type ParsedAmount = { ok: true; value: number } | { ok: false; reason: AmountProblem }

/** A comma, an apostrophe or a space separates thousands only where every group has three digits. */
const PLAIN = /^([+-]?)(\d+|\d{1,3}(?:([,'’ ])\d{3})(?:\3\d{3})*)(?:\.(\d+))?([万萬亿億])?$/u
const ZEROS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 }
const MAX_DIGITS = 30

/** Replaces full-width characters and removes a percent or currency sign. */
function normalise(text: string, metric: Metric): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[−–]/gu, '-')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim()
  if (metric.unit === 'percent') return plain.replace(/ ?%$/, '')
  if (metric.unit === 'money') return plain.replace(/^([+-]?)(?:[A-Z]{0,3}[$¥€£₩₹]) ?/u, '$1')
  return plain
}

/**
 * The value as an integer scaled by `metric.decimals`. Accepts full-width digits, thousands separators ('1,200') and
 * Chinese magnitudes ('1.2万'). Refuses text, exponents, too many decimals and values outside the hard bounds.
 */
export function parseAmount(text: string, metric: Metric): ParsedAmount {
  const found = text.length > MAX_DIGITS ? null : PLAIN.exec(normalise(text, metric))
  if (!found) return { ok: false, reason: 'not-a-number' }
  const [, sign = '', whole = '', , fraction = '', magnitude = ''] = found
  const digits = whole.replace(/\D/g, '') + fraction
  const zeros = metric.decimals + (ZEROS[magnitude] ?? 0) - fraction.length
  if (zeros < 0) return { ok: false, reason: 'too-many-decimals' }
  const size = BigInt(digits) * 10n ** BigInt(zeros)
  const value = sign === '-' ? -size : size
  if (value < BigInt(metric.hardMin)) return { ok: false, reason: 'below-hard-min' }
  if (value > BigInt(metric.hardMax)) return { ok: false, reason: 'above-hard-max' }
  return { ok: true, value: Number(value) }
}

/** False: the value is unusual and has to be confirmed. The bounds themselves are plausible. */
export function isPlausible(metric: Metric, value: number): boolean {
  if (metric.plausibleMin !== null && value < metric.plausibleMin) return false
  return metric.plausibleMax === null || value <= metric.plausibleMax
}
