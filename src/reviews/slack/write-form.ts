// The form of a review: why each target was missed, and a measure with owner, number and due date. It stays open for the next one.
import { z } from 'zod'
import { ACTION_TEXT_LENGTH } from '../../actions/domain/action-item.ts'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote, cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { plainName } from '../../overview/slack/team-figures.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { dateIn, IsoDate } from '../../slack/dates.ts'
import {
  chosenIn,
  FIELD,
  field,
  menu,
  modal,
  section,
  textInput,
  typedIn,
  userIn,
} from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler, SubmitRequest } from '../../slack/requests.ts'
import { MEETING_PERIODS } from '../domain/meeting.ts'
import { CAUSE_LENGTH } from '../domain/stored-review.ts'
import { type ReviewView, showReview } from '../flows/show-review.ts'
import { causeMark, type NamedReview, type Refusal, writeReview } from '../flows/write-review.ts'
import { signedValue } from './gap-lines.ts'
import { REVIEWS } from './ids.ts'
import { itemLines } from './measure-lines.ts'

const NO_NUMBER = 'none'
/** Their keys have to fit into the form's metadata. */
const MOST_CAUSES = 20
const CAUSE = 'cause'
/** Two weeks from now, when it is first looked at. */
const DUE_DAYS = 14

/** Of a button's value and of the form's metadata. Untrusted. */
export const Named = z.object({ team: z.uuid(), kind: z.enum(MEETING_PERIODS), date: IsoDate })
const Metadata = z.object({
  ...Named.shape,
  keys: z.array(z.string()),
  /** Of the causes that the form was opened with, in the order of the keys. */
  marks: z.array(z.string()),
  count: z.number(),
})

/** Slack keeps what was typed in a block with the same id: the fields of the next measure have ids of their own. */
const measureBlocks = (count: number) => ({
  ...{ text: `measure-${count}`, number: `number-${count}`, owner: `owner-${count}`, due: `due-${count}` },
})

export const namedReview = ({ team: teamId, kind, date }: z.infer<typeof Named>): NamedReview => ({
  ...{ teamId, kind, date },
})

export const openWriteForm: ActionHandler = async (call, context) => {
  const named = readJson(call.value, Named)
  const shown = named && (await showReview(context, call.who, { teamId: named.team }, named))
  if (!shown?.ok) return call.replyEphemeral(textMessage(call.t('review.notYours')))
  if (!shown.record.writable) return call.replyEphemeral(textMessage(call.t('review.closed')))
  return call.open(writeForm(shown, call.t))
}

export function writeForm(view: ReviewView, t: Translate): ModalView {
  const { review, record, progress, teamId, today } = view
  const { kind, from } = progress.period
  const count = record.measures.length
  const keys = fieldGaps(review).map(({ metric }) => metric.key)
  const marks = keys.map((key) => causeMark(record.stored.causes[key]?.text ?? ''))
  const said = record.measures.map(({ measure }) => measure)
  return modal({
    callbackId: REVIEWS.writeForm,
    title: clip(t('review.write'), limits.view.title.maxLength),
    submit: t('common.save'),
    close: t('common.close'),
    metadata: { team: teamId, kind, date: from.toString(), keys, marks, count },
    blocks: [
      section(`*${periodText(progress.period, t, today)}*`),
      ...causeFields(view, t),
      ...(said.length > 0 ? sectionsOf([`*${t('measure.ownTitle')}*`, ...itemLines(said, t)]) : []),
      ...measureFields(view, count, t),
    ],
  })
}

const fieldGaps = ({ gaps }: ReviewView['review']) => gaps.slice(0, MOST_CAUSES)

const causeFields = ({ review, record }: ReviewView, t: Translate): Block[] =>
  fieldGaps(review).map(({ metric, gap }, index) =>
    field(
      `${CAUSE}-${index}`,
      clip(
        t('review.causeField', { metric: plainName(metric, t), gap: signedValue(metric, gap, t) }),
        limits.input.label.maxLength,
      ),
      longText(record.stored.causes[metric.key]?.text ?? '', CAUSE_LENGTH),
      { optional: true },
    ),
  )

export const longText = (value: string, max_length: number) => ({
  ...{ type: 'plain_text_input' as const, action_id: FIELD, multiline: true, max_length },
  ...(value === '' ? {} : { initial_value: value }),
})

function measureFields({ review, today }: ReviewView, count: number, t: Translate): Block[] {
  const blocks = measureBlocks(count)
  const numbers = numbersOf(review).map((metric) => ({ value: metric.key, text: plainName(metric, t) }))
  const choices = [{ value: NO_NUMBER, text: t('measure.noNumberChoice') }, ...numbers]
  const due = today.add({ days: DUE_DAYS })
  return [
    field(blocks.text, t('measure.textField'), textInput('', { maxLength: ACTION_TEXT_LENGTH }), {
      ...{ hint: t('measure.textHint'), optional: true },
    }),
    field(
      blocks.owner,
      t('measure.ownerField'),
      { type: 'users_select', action_id: FIELD },
      { optional: true },
    ),
    field(blocks.number, t('measure.numberField'), menu(choices, numbers[0]?.value ?? NO_NUMBER), {
      optional: true,
    }),
    field(
      blocks.due,
      t('todo.dueField'),
      { type: 'datepicker', action_id: FIELD, initial_date: due.toString() },
      { optional: true },
    ),
  ]
}

/** What can be compared before and after: the gaps first. */
function numbersOf({ gaps, metrics }: ReviewView['review']): Metric[] {
  const all = [...gaps, ...metrics].map(({ metric }) => metric).filter(({ kind }) => kind !== 'level')
  const unique = [...new Map(all.map((metric) => [metric.key, metric])).values()]
  return unique.slice(0, limits.select.options.maxItems - 1)
}

export const submitWriteForm: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readJson(call.metadata, Metadata)
  if (!metadata) return { kind: 'update', view: messageAsModal(textMessage(t('review.notYours'))) }
  const read = readMeasure(call, metadata.count)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const causes = Object.fromEntries(
    metadata.keys.map((key, index) => [
      key,
      {
        text: cleanNote(typedIn(call.state, `${CAUSE}-${index}`), CAUSE_LENGTH),
        openedAs: metadata.marks[index] ?? '',
      },
    ]),
  )
  const named = namedReview(metadata)
  const written = await writeReview(context, who, named, { causes, measure: read.measure })
  if (!written.ok && written.reason === 'written-elsewhere') {
    const fields = written.keys.map((key) => `${CAUSE}-${metadata.keys.indexOf(key)}`)
    return {
      kind: 'errors',
      errors: Object.fromEntries(fields.map((id) => [id, t('review.causeElsewhere')])),
    }
  }
  if (!written.ok) return refusalAt(written, measureBlocks(metadata.count), t)
  const shown = await showReview(context, who, { teamId: named.teamId }, named)
  if (!shown.ok || !read.measure) return { kind: 'close' }
  return { kind: 'update', view: writeForm(shown, t) }
}

type ReadMeasure =
  | { ok: true; measure: Parameters<typeof writeReview>[3]['measure'] }
  | { ok: false; errors: Record<string, string> }

/** Nothing typed: no measure. */
function readMeasure({ state, t }: SubmitRequest, count: number): ReadMeasure {
  const blocks = measureBlocks(count)
  const text = cleanText(typedIn(state, blocks.text), ACTION_TEXT_LENGTH)
  if (text === '') return { ok: true, measure: null }
  const ownerUserId = userIn(state, blocks.owner)
  const dueOn = dateIn(state, blocks.due)
  if (!ownerUserId) return { ok: false, errors: { [blocks.owner]: t('measure.ownerMissing') } }
  if (!dueOn) return { ok: false, errors: { [blocks.due]: t('todo.dateMissing') } }
  const chosen = chosenIn(state, blocks.number)
  return { ok: true, measure: { text, ownerUserId, dueOn, metricKey: chosen === NO_NUMBER ? null : chosen } }
}

/** At the field that it is about, else instead of the form. */
export function refusalAt(
  { reason }: Refusal,
  blocks: { owner: string; due: string },
  t: Translate,
): Awaited<ReturnType<SubmitHandler>> {
  if (reason === 'not-in-team') return { kind: 'errors', errors: { [blocks.owner]: t('todo.notInTeam') } }
  if (reason === 'past') return { kind: 'errors', errors: { [blocks.due]: t('todo.past') } }
  const text = t(reason === 'closed' ? 'review.closed' : 'review.notYours')
  return { kind: 'update', view: messageAsModal(textMessage(text)) }
}
