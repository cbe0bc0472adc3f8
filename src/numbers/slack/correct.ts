// `/kpi correct @member`: opens, updates and submits the form in which a manager corrects a number.

import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { readDay } from '../../core/typed-dates/read-day.ts'
import { dateReadingOf } from '../../org/flows/date-view.ts'
import { personOrReply } from '../../org/slack/person-or-reply.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { dateQuestion } from '../../slack/date-questions.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  SubmitHandler,
  SubmitRequest,
  SubmitResult,
} from '../../slack/requests.ts'
import {
  type Corrected,
  type CorrectionFacts,
  correctNumber,
  openCorrection,
} from '../flows/correct-numbers.ts'
import { confirmView, readKept, type SubmittedForm, submittedForm } from './confirm-view.ts'
import {
  CORRECT_DATE_BLOCK,
  CORRECT_REASON_BLOCK,
  correctView,
  readCorrect,
  readCorrectMetadata,
  readSelection,
} from './correct-form.ts'
import { NUMBERS } from './ids.ts'

export const correctCommand: CommandHandler = async (call, context) => {
  const { t, who, channelId } = call
  const meant = await personOrReply(call, context, { command: 'correct', nobody: t('correct.who') })
  if (!meant) return
  const { userId, rest } = meant
  const reading = await dateReadingOf(context.db, who, call.now)
  const typed = readDay(rest, { ...reading, lean: 'back' })
  if (!typed.ok && typed.problem.reason !== 'no-date')
    return call.reply(
      dateQuestion(typed.problem, t, {
        noDate: t('correct.who'),
        commandWith: (day) => `correct ${mention(userId)} ${day}`,
      }),
    )
  const requested = { userId, channelId, ...(typed.ok ? { date: typed.day } : {}) }
  const opened = await openCorrection(context, who, requested)
  if (!opened.ok)
    return call.reply(
      textMessage(t(opened.reason === 'no-metrics' ? 'correct.noMetrics' : 'correct.notAllowed')),
    )
  await call.open(correctView(opened.correction, t))
}

/** Renders the form again after another date or metric was selected. */
export const redrawCorrection: ActionHandler = async (call, context) => {
  const metadata = call.view && readCorrectMetadata(call.view.metadata)
  if (!call.view || !metadata) return
  const { date, metricKey, reason } = readSelection(call.view.state)
  const opened = await openCorrection(context, call.who, {
    userId: metadata.user,
    teamId: metadata.team,
    date: date ?? metadata.date,
    metricKey: metricKey ?? metadata.metric,
  })
  if (opened.ok) await call.update(correctView(opened.correction, call.t, { reason }))
}

export const submitCorrection: SubmitHandler = (call, context) => submit(call, context, submittedForm(call))

/** "Keep 480" under the question about an unusual number: the form that was submitted is taken as it is. */
export const keepCorrection: SubmitHandler = async (call, context) => {
  const kept = readKept(call.metadata)
  if (!kept) return message(call.t('correct.gone'))
  const result = await submit(call, context, kept)
  if (result.kind === 'close') return { kind: 'clear' }
  // The form below has the fields that errors are for.
  if (result.kind === 'errors') return message(Object.values(result.errors).join('\n'))
  return result.kind === 'push' ? update(result.view) : result
}

async function submit(
  { t, who }: SubmitRequest,
  context: Context,
  submitted: SubmittedForm,
): Promise<SubmitResult> {
  const { state } = submitted
  const metadata = readCorrectMetadata(submitted.metadata)
  if (!metadata) return at(CORRECT_REASON_BLOCK, t('correct.gone'))
  const selected = readSelection(state)
  const date = selected.date ?? metadata.date
  const metricKey = selected.metricKey ?? metadata.metric
  const { user: userId, team: teamId } = metadata
  const opened = await openCorrection(context, who, { userId, teamId, date, metricKey })
  if (!opened.ok) return at(CORRECT_REASON_BLOCK, refusalText(opened.reason, t))
  const { correction } = opened
  if (correction.metric.key !== metricKey) return at(CORRECT_REASON_BLOCK, t('correct.gone'))
  // Submitted before the form was updated to the newly selected date or metric: show it again.
  if (!date.equals(metadata.date) || metricKey !== metadata.metric)
    return update(correctView(correction, t, { reason: selected.reason }))

  const read = readCorrect(state, correction, { ...metadata.asked, ...submitted.asked }, t)
  if (!read.ok && read.errors) return { kind: 'errors', errors: read.errors }
  if (!read.ok) {
    const asked = { questions: read.questions, metrics: [correction.metric] }
    const asking = confirmView(NUMBERS.keepCorrection, submitted, asked, t)
    if (asking) return { kind: 'push', view: asking }
    const typed = { value: read.value, reason: selected.reason }
    return update(correctView(correction, t, typed, read.questions))
  }
  const corrected = await correctNumber(context, who, {
    ...{ userId, teamId, date, metricKey, value: read.value, reason: read.reason },
    sourceKey: `correct:${submitted.viewId}:${submitted.digest}`,
  })
  return corrected.ok
    ? { kind: 'close' }
    : at(CORRECT_DATE_BLOCK, problemText(corrected.reason, correction, t))
}

function problemText(
  reason: Extract<Corrected, { ok: false }>['reason'],
  { person: { name } }: CorrectionFacts,
  t: Translate,
): string {
  const texts = {
    future: t('correct.future'),
    'not-in-team': t('correct.notInTeam', { name }),
    'not-allowed': t('correct.gone'),
    'unknown-metric': t('correct.gone'),
  }
  return texts[reason]
}

const at = (blockId: string, text: string): SubmitResult => ({ kind: 'errors', errors: { [blockId]: text } })
const update = (view: ModalView): SubmitResult => ({ kind: 'update', view })
const message = (text: string): SubmitResult => update(messageAsModal(textMessage(text)))

const refusalText = (reason: 'not-allowed' | 'no-metrics', t: Translate): string =>
  t(reason === 'not-allowed' ? 'correct.gone' : 'correct.noMetrics')
