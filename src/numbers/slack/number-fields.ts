// Number input fields for all forms: renders and reads them, and asks about unusual values.

import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { cleanText } from '../../core/text.ts'
import type { Block } from '../../slack/blocks.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { type AmountProblem, parseAmount } from '../domain/amount.ts'
import { isExpected } from '../domain/entry-day.ts'
import type { Metric } from '../domain/metrics.ts'
import { formatValue, metricName } from './format-value.ts'

const ACTION_ID = 'number'
const NAME_LENGTH = 60

/** A metric and the scaled initial value of its field. Null: the field is empty. */
export interface NumberField {
  metric: Metric
  value: number | null
}

/** Scaled unusual values that the form asked about, by metric. Kept in the view's metadata; submitting the same value again confirms it. */
export type UnusualValues = Readonly<Record<MetricKey, number>>

export type NumbersRead =
  | { ok: true; values: Record<MetricKey, number>; confirmed: Record<MetricKey, number> }
  | { ok: false; reason: 'errors'; errors: Record<string, string> }
  | {
      ok: false
      reason: 'questions'
      values: Record<MetricKey, number>
      questions: Record<MetricKey, number>
    }

/** The block id of a metric's field. */
export const numberBlockId = (metricKey: MetricKey, scope = ''): string => `number:${scope}:${metricKey}`

/**
 * One input block for each field, followed by the question about its value, if any. `scope` is part of the block
 * ids: for another scope (such as another date) Slack shows the new initial value instead of the typed one.
 */
export function numberBlocks(
  fields: readonly NumberField[],
  t: Translate,
  questions: UnusualValues = {},
  scope = '',
): Block[] {
  return fields.flatMap((field) => {
    const asked = questions[field.metric.key]
    const input = inputBlock(field, t, scope)
    return asked === undefined ? [input] : [input, questionBlock(field.metric, asked, t)]
  })
}

/**
 * Reads the fields of `numberBlocks`; empty fields are skipped. Errors are keyed by block id and come first. When a
 * value is outside the plausible range and not in `asked`, all such values are returned as `questions`: render the
 * form again with `values` and `questions`, and pass the questions as `asked` next time. `dayOver` false: small
 * values are not unusual, because the day is not over.
 */
export function readNumbers(
  state: FormState,
  metrics: readonly Metric[],
  t: Translate,
  asked: UnusualValues,
  { scope = '', dayOver = true }: { scope?: string; dayOver?: boolean } = {},
): NumbersRead {
  const values: Record<MetricKey, number> = {}
  const unusual: Record<MetricKey, number> = {}
  const errors: Record<string, string> = {}
  for (const metric of metrics) {
    const blockId = numberBlockId(metric.key, scope)
    const typed = state[blockId]?.[ACTION_ID]?.value?.trim()
    if (!typed) continue
    const amount = parseAmount(typed, metric)
    if (!amount.ok) {
      errors[blockId] = amountError(metric, amount.reason, t)
      continue
    }
    values[metric.key] = amount.value
    if (!isExpected(metric, amount.value, dayOver)) unusual[metric.key] = amount.value
  }
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'errors', errors }
  if (Object.entries(unusual).some(([key, value]) => asked[key] !== value))
    return { ok: false, reason: 'questions', values, questions: unusual }
  return { ok: true, values, confirmed: unusual }
}

/** 'Usually 30 to 60'. Leaves out a minimum that equals the hard minimum. Null: no usual range is known. */
export function usualRange(metric: Metric, t: Translate): string | null {
  const most = metric.plausibleMax
  const least = metric.plausibleMin === metric.hardMin ? null : metric.plausibleMin
  const write = (value: number) => formatValue(metric, value, t.locale)
  if (least !== null && most !== null) return t('log.usual', { least: write(least), most: write(most) })
  if (most !== null) return t('log.usualMost', { most: write(most) })
  return least === null ? null : t('log.usualLeast', { least: write(least) })
}

/** The error text for a refused number. */
export function amountError(metric: Metric, problem: AmountProblem, t: Translate): string {
  const write = (value: number) => formatValue(metric, value, t.locale)
  if (problem === 'below-hard-min') return t('log.tooLow', { least: write(metric.hardMin) })
  if (problem === 'above-hard-max') return t('log.tooHigh', { most: write(metric.hardMax) })
  if (problem === 'too-many-decimals') return t('log.tooManyDecimals', { decimals: metric.decimals })
  return t('log.notANumber')
}

function inputBlock({ metric, value }: NumberField, t: Translate, scope: string): Block {
  const hint = usualRange(metric, t)
  const fits = value !== null && value >= metric.hardMin && value <= metric.hardMax
  return {
    type: 'input',
    block_id: numberBlockId(metric.key, scope),
    optional: true,
    label: { type: 'plain_text', text: fieldLabel(metric, t) },
    element: {
      type: 'number_input',
      action_id: ACTION_ID,
      is_decimal_allowed: metric.decimals > 0,
      min_value: plainNumber(metric, metric.hardMin),
      max_value: plainNumber(metric, metric.hardMax),
      ...(fits ? { initial_value: plainNumber(metric, value) } : {}),
    },
    ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
  }
}

function questionBlock(metric: Metric, value: number, t: Translate): Block {
  const asked = t('log.question', {
    metric: plainName(metric, t),
    value: formatValue(metric, value, t.locale),
    usual: usualRange(metric, t) ?? '',
  })
  return { type: 'section', text: { type: 'plain_text', text: `⚠️ ${asked}` } }
}

const plainName = (metric: Metric, t: Translate): string =>
  clip(cleanText(metricName(metric, t), 200), NAME_LENGTH)

/** 'Calls', 'New revenue (EUR)', 'On-time rate (%)'. */
function fieldLabel(metric: Metric, t: Translate): string {
  const name = plainName(metric, t)
  if (metric.unit === 'money' && metric.currency) return `${name} (${metric.currency})`
  if (metric.unit === 'percent') return `${name} (%)`
  return metric.unit === 'minutes' ? `${name} (${t('log.minutes')})` : name
}

/** Formats a scaled value as a plain decimal: 1250 with two decimals is '12.5'. */
export function plainNumber({ decimals }: Metric, value: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${part && `.${part}`}`
}
