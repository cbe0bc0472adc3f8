// Asks about unusual numbers on top of the form, with "Keep 480" and "Correct" where the eye is; the form below stays as typed.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { digestOf } from '../../slack/digest.ts'
import { modal, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState, FormValue, SubmitRequest } from '../../slack/requests.ts'
import type { Metric } from '../domain/metrics.ts'
import { spokenValue } from './format-value.ts'
import { shortName } from './logged.ts'
import type { UnusualValues } from './number-fields.ts'
import { askedRange } from './number-problems.ts'

const QUESTIONS_SHOWN = 20
const Choice = z.object({ value: z.string() })
const Value = z.object({
  type: z.string(),
  value: z.string().optional(),
  selected_option: Choice.optional(),
  selected_options: z.array(Choice).optional(),
  selected_user: z.string().optional(),
  selected_date: z.string().optional(),
})
const Kept = z.object({
  viewId: z.string(),
  digest: z.string(),
  /** The form's own metadata. */
  metadata: z.string(),
  state: z.record(z.string(), z.record(z.string(), Value)),
  asked: z.record(z.string(), z.int()),
})

/** A submitted form, carried by the question about it. `viewId` and `digest` are the form's: kept or submitted, it is one submit. */
export interface SubmittedForm {
  viewId: string
  digest: string
  metadata: string
  state: FormState
  /** The unusual values that this or an earlier question was about. */
  asked: UnusualValues
}

export const submittedForm = ({ viewId, metadata, state }: SubmitRequest): SubmittedForm => ({
  ...{ viewId, metadata, state },
  digest: digestOf(state),
  asked: {},
})

/** Null: invalid or forged. What is kept is checked like a submitted form. */
export const readKept = (metadata: string): SubmittedForm | null => readJson(metadata, Kept)

/** Null: what was typed is too long to be carried, so that the form itself has to ask. */
export function confirmView(
  callbackId: string,
  form: SubmittedForm,
  { questions, metrics }: { questions: UnusualValues; metrics: readonly Metric[] },
  t: Translate,
): ModalView | null {
  const asked = metrics.filter(({ key }) => questions[key] !== undefined)
  const view = modal({
    callbackId,
    title: t('log.confirmTitle'),
    submit: keepLabel(asked, questions, t),
    close: t('log.correct'),
    metadata: { ...form, state: compact(form.state), asked: { ...form.asked, ...questions } },
    blocks: [
      ...asked.slice(0, QUESTIONS_SHOWN).map((metric) => questionBlock(metric, questions[metric.key]!, t)),
      { type: 'context', elements: [mrkdwn(t('log.confirmHint'))] },
    ],
  })
  return view.private_metadata!.length <= limits.view.privateMetadata.maxLength ? view : null
}

function questionBlock(metric: Metric, value: number, t: Translate): Block {
  const name = shortName(metric, t)
  const asked = t('log.confirmItem', { metric: name, value: spokenValue(metric, value, t.locale) })
  return section(`*${asked.replaceAll('*', '')}*\n${askedRange(metric, t) ?? ''}`.trim())
}

function keepLabel(asked: readonly Metric[], questions: Record<MetricKey, number>, t: Translate): string {
  const [metric] = asked
  if (!metric || asked.length > 1) return t('log.keepAll')
  const label = t('log.keepOne', { value: spokenValue(metric, questions[metric.key]!, t.locale) })
  return [...label].length <= limits.view.submit.maxLength ? label : t('log.keepAll')
}

/** Without what is empty and without labels, which Slack sends along. */
function compact(state: FormState): FormState {
  const entries = Object.entries(state).flatMap(([block, fields]) => {
    const filled = Object.entries(fields).flatMap(([action, value]) => {
      const kept = compactValue(value)
      return kept ? [[action, kept] as const] : []
    })
    return filled.length > 0 ? [[block, Object.fromEntries(filled)] as const] : []
  })
  return Object.fromEntries(entries)
}

function compactValue(field: FormValue): FormValue | null {
  const { type, value, selected_option, selected_options, selected_user, selected_date } = field
  const kept = {
    ...(value ? { value } : {}),
    ...(selected_option ? { selected_option: { value: selected_option.value } } : {}),
    ...(selected_options?.length
      ? { selected_options: selected_options.map((one) => ({ value: one.value })) }
      : {}),
    ...(selected_user ? { selected_user } : {}),
    ...(selected_date ? { selected_date } : {}),
  }
  return Object.keys(kept).length > 0 ? { type, ...kept } : null
}
