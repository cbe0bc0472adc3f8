// The buttons under a warning and their forms: take it on, put it off, not a risk.
import { z } from 'zod'
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote } from '../../core/text.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import { typedIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler, SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import { MOST_WORKING_DAYS, TEXT_LENGTH, type WarningAnswer } from '../domain/answer.ts'
import {
  type Answerable,
  type AnswerRefusal,
  answerWarning as answer,
  canAnswer,
} from '../flows/answer-warning.ts'
import { promiseGoesUp } from '../flows/load-above.ts'
import { ACTION, NOTE, noRiskView, putOffView, takeOnView, UNTIL } from './answer-forms.ts'
import { readRating } from './raise-risk.ts'
import { rateView, solveView } from './risk-forms.ts'

const EpisodeId = z.uuid()
const Metadata = z.object({ episode: z.uuid(), home: z.boolean().default(false) })

/** A press on a warning that has ended says who has closed it, and changes nothing. */
const opens =
  (
    kind: WarningAnswer['kind'],
    view: (can: Answerable, home: boolean, t: Translate, goesUp?: boolean) => ModalView,
  ): ActionHandler =>
  async (call, { db }) => {
    const episodeId = EpisodeId.safeParse(call.value)
    const can: Answerable | AnswerRefusal = episodeId.success
      ? await canAnswer(db, call.who, { episodeId: episodeId.data, kind }, call.now)
      : { ok: false, reason: 'gone' }
    if (can.ok) {
      const goesUp = kind !== 'acknowledge' || (await promiseGoesUp(db, can.warning, call.who.userId))
      return call.open(view(can, call.channelId === null, call.t, goesUp))
    }
    const text = refusalText(can, call.who.zone, call.t)
    await (call.channelId === null
      ? call.open(messageAsModal(textMessage(text)))
      : call.replyEphemeral(textMessage(text)))
  }

export const openTakeOn = opens('acknowledge', takeOnView)
export const openPutOff = opens('snooze', putOffView)
export const openNoRisk = opens('dismiss', noRiskView)
export const openSolve = opens('solve', solveView)
export const openRate = opens('rate', rateView)

const AT_THE_DATE: readonly AnswerRefusal['reason'][] = ['date', 'promised', 'put-off-enough']

const submits =
  (
    read: (
      call: SubmitRequest,
    ) => { ok: true; answer: WarningAnswer } | { ok: false; errors: Record<string, string> },
  ): SubmitHandler =>
  async (call, context): Promise<SubmitResult> => {
    const metadata = readJson(call.metadata, Metadata)
    const said = read(call)
    if (!said.ok) return { kind: 'errors', errors: said.errors }
    const outcome: { ok: true } | AnswerRefusal = metadata
      ? await answer(context, call.who, metadata.episode, said.answer)
      : { ok: false, reason: 'gone' }
    if (outcome.ok) return { kind: 'close', redrawHome: metadata?.home === true }
    const text = refusalText(outcome, call.who.zone, call.t)
    if (AT_THE_DATE.includes(outcome.reason)) return { kind: 'errors', errors: { [UNTIL]: text } }
    return { kind: 'update', view: messageAsModal(textMessage(text)) }
  }

export const submitTakeOn = submits(({ state, t }) => {
  const action = cleanNote(typedIn(state, ACTION), TEXT_LENGTH)
  const until = dateIn(state, UNTIL)
  if (action === '') return { ok: false, errors: { [ACTION]: t('warning.actionMissing') } }
  if (!until) return { ok: false, errors: { [UNTIL]: t('warning.dayMissing') } }
  return { ok: true, answer: { kind: 'acknowledge', action, until } }
})

export const submitPutOff = submits(({ state, t }) => {
  const until = dateIn(state, UNTIL)
  if (!until) return { ok: false, errors: { [UNTIL]: t('warning.dayMissing') } }
  return { ok: true, answer: { kind: 'snooze', until } }
})

const submitNote = (kind: 'dismiss' | 'solve') =>
  submits(({ state, t }) => {
    const note = cleanNote(typedIn(state, NOTE), TEXT_LENGTH)
    if (note === '') return { ok: false, errors: { [NOTE]: t('warning.reasonMissing') } }
    return { ok: true, answer: { kind, note } }
  })

export const submitNoRisk = submitNote('dismiss')
export const submitSolve = submitNote('solve')

export const submitRate = submits(({ state, t }) => {
  const read = readRating(state, t)
  return read.ok ? { ok: true, answer: { kind: 'rate', rating: read.rating } } : read
})

function refusalText(refusal: AnswerRefusal, zone: string, t: Translate): string {
  if (refusal.reason === 'gone') return t('warning.gone')
  if (refusal.reason === 'not-allowed') return t('warning.notAllowed')
  if (refusal.reason === 'already-taken') return t('warning.alreadyTaken', { by: mention(refusal.by) })
  if (refusal.reason === 'promised')
    return t('warning.promisedAlready', { date: formatDate(refusal.until, t.locale) })
  if (refusal.reason === 'put-off-enough')
    return t('warning.putOffEnough', { days: MOST_WORKING_DAYS.snooze })
  if (refusal.reason === 'date') {
    const { first, last } = refusal
    return t('warning.dayOutside', { first: formatDate(first, t.locale), last: formatDate(last, t.locale) })
  }
  const { by, at } = refusal.resolved
  const said = {
    date: formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), t.locale),
    time: formatTime(at, zone, t.locale),
  }
  return by ? t('warning.alreadyClosedBy', { ...said, by: mention(by) }) : t('warning.alreadyClosed', said)
}
