// The form in which a manager corrects a member's number: date, metric, number, reason, and the entries so far.
import { z } from 'zod'
import { formatDate, withTime } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate, readDate } from '../../slack/dates.ts'
import { field, menu, modal, section, textInput, typedIn } from '../../slack/fields.ts'
import { isSlackId } from '../../slack/ids.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { CorrectionFacts } from '../flows/correct-numbers.ts'
import { formatValue, metricName } from './format-value.ts'
import { NUMBERS } from './ids.ts'
import { numberBlockId, numberBlocks, readNumbers, type UnusualValues } from './number-fields.ts'

const Metadata = z.object({
  team: z.uuid(),
  user: z.string().refine(isSlackId),
  date: IsoDate,
  metric: z.string(),
  /** Unusual values that the form has already asked about. */
  asked: z.record(z.string(), z.int()),
})
export type CorrectMetadata = z.infer<typeof Metadata>

export const CORRECT_DATE_BLOCK = 'correct:date'
const METRIC_BLOCK = 'correct:metric'
export const CORRECT_REASON_BLOCK = 'correct:reason'
const REASON_LENGTH = 300
const NAME_LENGTH = 80

const scopeOf = ({ date, metric }: Pick<CorrectionFacts, 'date' | 'metric'>) => `${metric.key}:${date}`

/** `typed`: what the manager typed before the view is rendered again. */
export function correctView(
  facts: CorrectionFacts,
  t: Translate,
  typed: { value?: number; reason?: string } = {},
  questions: UnusualValues = {},
): ModalView {
  const { membership, person, date, metric, own } = facts
  const who = t('correct.of', {
    name: escapeWithin(person.name, NAME_LENGTH),
    team: teamLabel(identityOf(membership.team, membership.settings), t, NAME_LENGTH),
  })
  const value = typed.value ?? facts.value
  const reason = field(
    CORRECT_REASON_BLOCK,
    t('correct.reason'),
    textInput(typed.reason ?? '', { maxLength: REASON_LENGTH }),
    { hint: t('correct.reasonHint') },
  )
  return modal({
    callbackId: NUMBERS.correctForm,
    title: t('correct.title'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: {
      team: membership.member.teamId,
      user: person.userId,
      date: date.toString(),
      metric: metric.key,
      asked: questions,
    },
    blocks: [
      section(who),
      dateField(facts, t),
      metricField(facts, t),
      ...numberBlocks([{ metric, value, own, ofOther: true }], t, questions, scopeOf(facts)),
      reason,
      { type: 'context', elements: [mrkdwn(trailText(facts, t))] },
    ],
  })
}

export const readCorrectMetadata = (metadata: string): CorrectMetadata | null => readJson(metadata, Metadata)

/** The date and metric selected in the form, and the reason typed so far. */
export function readSelection(state: FormState): {
  date: Temporal.PlainDate | null
  metricKey: string | null
  reason: string
} {
  return {
    date: readDate(state[CORRECT_DATE_BLOCK]?.[NUMBERS.correctDate]?.selected_date ?? ''),
    metricKey: state[METRIC_BLOCK]?.[NUMBERS.correctMetric]?.selected_option?.value ?? null,
    reason: cleanText(typedIn(state, CORRECT_REASON_BLOCK), REASON_LENGTH),
  }
}

export type CorrectRead =
  | { ok: true; value: number; reason: string }
  | { ok: false; errors: Record<string, string> }
  | { ok: false; errors: null; value: number; questions: UnusualValues }

export function readCorrect(
  state: FormState,
  facts: CorrectionFacts,
  asked: UnusualValues,
  t: Translate,
): CorrectRead {
  const { metric, membership, date } = facts
  const scope = scopeOf(facts)
  const dayOver = Temporal.PlainDate.compare(date, membership.today) < 0
  const read = readNumbers(state, [metric], t, asked, { scope, dayOver })
  const errors: Record<string, string> = {}
  const { reason } = readSelection(state)
  if (reason === '') errors[CORRECT_REASON_BLOCK] = t('correct.reasonMissing')
  if (!read.ok && read.reason === 'errors') return { ok: false, errors: { ...read.errors, ...errors } }
  const value = read.values[metric.key]
  if (value === undefined) errors[numberBlockId(metric.key, scope)] = t('correct.numberMissing')
  else if (value === facts.value)
    errors[numberBlockId(metric.key, scope)] = t('correct.unchanged', {
      value: formatValue(metric, value, t.locale),
    })
  if (value === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  if (!read.ok) return { ok: false, errors: null, value, questions: read.questions }
  return { ok: true, value, reason }
}

function dateField({ date }: CorrectionFacts, t: Translate): Block {
  const element = {
    type: 'datepicker',
    action_id: NUMBERS.correctDate,
    initial_date: date.toString(),
  } as const
  return { ...field(CORRECT_DATE_BLOCK, t('correct.date'), element), dispatch_action: true } as Block
}

function metricField({ metrics, metric }: CorrectionFacts, t: Translate): Block {
  const choices = metrics
    .slice(0, limits.select.options.maxItems)
    .map((one) => ({ value: one.key, text: metricName(one, t) }))
  const element = { ...menu(choices, metric.key), action_id: NUMBERS.correctMetric }
  return { ...field(METRIC_BLOCK, t('correct.metric'), element), dispatch_action: true } as Block
}

function trailText({ trail, metric, zone }: CorrectionFacts, t: Translate): string {
  if (trail.length === 0) return t('correct.trailNone')
  const lines = trail.map(({ value, source, name, enteredBy, enteredAt, reason }) => {
    const written = formatValue(metric, value, t.locale)
    const signed = metric.kind === 'additive' && value > 0 ? `+${written}` : written
    const day = enteredAt.toZonedDateTimeISO(zone).toPlainDate()
    return t('correct.trailSet', {
      value: source === 'undo' ? `${t('correct.trailUndone')} ${written}` : signed,
      who: escapeWithin(name ?? enteredBy, NAME_LENGTH),
      when: withTime(formatDate(day, t.locale), enteredAt, zone, t.locale),
      reason:
        source === 'correction' && reason
          ? t('correct.trailReason', { reason: escapeWithin(reason, REASON_LENGTH) })
          : '',
    })
  })
  return [t('correct.trail'), ...lines].join('\n')
}
