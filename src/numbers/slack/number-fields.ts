// Number input fields for all forms: renders and reads them, and asks about unusual values.

import type { Locale } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { cleanText } from '../../core/text.ts'
import type { Block } from '../../slack/blocks.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { parseAmount } from '../domain/amount.ts'
import { isExpected } from '../domain/entry-day.ts'
import type { Metric } from '../domain/metrics.ts'
import { formatValue, metricName, spokenValue } from './format-value.ts'
import { askedRange, currencyName, fieldError } from './number-problems.ts'

const ACTION_ID = 'number'
const NAME_LENGTH = 60
/** No longer text is parsed as an amount. */
const TYPED_LENGTH = 40
/** The currency that people who read the language call by a word of their own. */
const OWN_MONEY: Readonly<Partial<Record<Locale, string>>> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD' }
/** As a number field gives it back. */
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/

type OwnRange = { low: number; high: number }

/** A metric and the scaled initial value of its field. Null: the field is empty. */
export interface NumberField {
  metric: Metric
  value: number | null
  /** Said below the field before what is usual. */
  hint?: string | null
  /** Between what the person's own days lie; said instead of what is asked about. */
  own?: OwnRange | null
  /** They are of somebody else than the reader. */
  ofOther?: boolean
  /** The cursor stands in it when the form opens. */
  first?: boolean
}

/** Scaled unusual values that the form asked about, by metric. Kept in the view's metadata; submitting the same value again confirms it. */
export type UnusualValues = Readonly<Record<MetricKey, number>>

export type NumbersRead =
  | {
      ok: true
      values: Record<MetricKey, number>
      confirmed: Record<MetricKey, number>
      /** True: something was typed in words ('3.5万'), so that the person should see what was understood. */
      inWords: boolean
    }
  | { ok: false; reason: 'errors'; errors: Record<string, string> }
  | {
      ok: false
      reason: 'questions'
      values: Record<MetricKey, number>
      questions: Record<MetricKey, number>
    }

/** The block id of a metric's field. */
export const numberBlockId = (metricKey: MetricKey, scope = ''): string => `number:${scope}:${metricKey}`
export const isNumberBlock = (blockId: string): boolean => blockId.startsWith('number:')

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
  let inWords = false
  for (const metric of metrics) {
    const blockId = blockOf(metric, state, scope)
    const typed = state[blockId]?.[ACTION_ID]?.value?.trim()
    if (!typed) continue
    const amount = parseAmount(typed, metric)
    if (!amount.ok) {
      errors[blockId] = fieldError(metric, amount, t)
      continue
    }
    inWords ||= !PLAIN.test(typed)
    values[metric.key] = amount.value
    if (!isExpected(metric, amount.value, dayOver)) unusual[metric.key] = amount.value
  }
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'errors', errors }
  if (Object.entries(unusual).some(([key, value]) => asked[key] !== value))
    return { ok: false, reason: 'questions', values, questions: unusual }
  return { ok: true, values, confirmed: unusual, inWords }
}

/** A form that was opened before the metric got its key has the field under the former one. */
function blockOf({ key, formerKey }: Metric, state: FormState, scope: string): string {
  const blockId = numberBlockId(key, scope)
  return formerKey === null || state[blockId] ? blockId : numberBlockId(formerKey, scope)
}

function inputBlock(
  { metric, value, hint: said, own, ofOther, first }: NumberField,
  t: Translate,
  scope: string,
): Block {
  const inWords = takesWords(metric, t.locale)
  const hint = [
    said ?? null,
    inWords ? t('log.amountHint') : null,
    own ? ownText(metric, own, ofOther ?? false, t) : askedRange(metric, t),
  ]
    .filter((part) => part !== null)
    .join(t('log.hintSeparator'))
  const fits = value !== null && value >= metric.hardMin && value <= metric.hardMax
  const initial = fits ? { initial_value: plainNumber(metric, value) } : {}
  const focus = first ? { focus_on_load: true } : {}
  return {
    type: 'input',
    block_id: numberBlockId(metric.key, scope),
    optional: true,
    label: { type: 'plain_text', text: fieldLabel(metric, t) },
    element: inWords
      ? { type: 'plain_text_input', action_id: ACTION_ID, max_length: TYPED_LENGTH, ...initial, ...focus }
      : {
          type: 'number_input',
          action_id: ACTION_ID,
          is_decimal_allowed: metric.decimals > 0,
          min_value: plainNumber(metric, metric.hardMin),
          max_value: plainNumber(metric, metric.hardMax),
          ...initial,
          ...focus,
        },
    ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
  }
}

function ownText(metric: Metric, { low, high }: OwnRange, ofOther: boolean, t: Translate): string {
  const write = (value: number) => formatValue(metric, value, t.locale)
  return low === high
    ? t(ofOther ? 'log.usualOne' : 'log.usualOwnOne', { value: write(low) })
    : t(ofOther ? 'log.usual' : 'log.usualOwn', { least: write(low), most: write(high) })
}

/** True: the field takes '3.5万', '5k' and '€1,200', which Slack's number field does not. */
function takesWords({ unit, hardMax, decimals }: Metric, locale: Locale): boolean {
  return unit === 'money' || (locale !== 'en' && hardMax / 10 ** decimals >= 10_000)
}

function questionBlock(metric: Metric, value: number, t: Translate): Block {
  const asked = t('log.question', {
    metric: plainName(metric, t),
    value: spokenValue(metric, value, t.locale),
    usual: askedRange(metric, t) ?? '',
  })
  return { type: 'section', text: { type: 'plain_text', text: `⚠️ ${asked}` } }
}

const plainName = (metric: Metric, t: Translate): string =>
  clip(cleanText(metricName(metric, t), 200), NAME_LENGTH)

/** 'Calls', 'New revenue (EUR)', 'On-time rate (%)'; '新签金额（元）'. */
function fieldLabel(metric: Metric, t: Translate): string {
  const name = plainName(metric, t)
  const unit = unitOf(metric, t)
  return unit === null ? name : t('log.fieldLabel', { name, unit })
}

function unitOf({ unit, currency }: Metric, t: Translate): string | null {
  if (unit === 'percent') return '%'
  if (unit === 'minutes') return t('log.minutes')
  if (unit !== 'money' || currency === null) return null
  return currency === OWN_MONEY[t.locale] ? t('log.ownMoney') : currencyName(currency, t)
}

/** Formats a scaled value as a plain decimal: 125 with one decimal is '12.5'; money is '12.50' or '12'. */
export function plainNumber({ decimals, unit }: Metric, value: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : digits.slice(-decimals)
  const part = unit === 'money' && /[1-9]/.test(fraction) ? fraction : fraction.replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${part && `.${part}`}`
}
