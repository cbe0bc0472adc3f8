// Handles the submitted standup form: saves it, or shows errors at the fields and keeps what was typed.

import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import {
  confirmView,
  readKept,
  type SubmittedForm,
  submittedForm,
} from '../../../numbers/slack/confirm-view.ts'
import { messageAsModal, textMessage } from '../../../slack/receivers/receiver.ts'
import type { FormState, SubmitHandler, SubmitRequest, SubmitResult } from '../../../slack/requests.ts'
import type { StandupQuestion } from '../domain/standup-kind.ts'
import { canBeAsked } from '../flows/check-helper.ts'
import { openStandup } from '../flows/open-standup.ts'
import { type SubmitOutcome, submitStandup } from '../flows/submit-standup.ts'
import { STANDUP } from './ids.ts'
import {
  fieldForErrors,
  HELPER,
  helperIn,
  readStandup,
  type StandupProblem,
  standupView,
  withAnswer,
} from './standup-form.ts'
import { readMetadata, type StandupMetadata } from './standup-metadata.ts'

export const submitStandupForm: SubmitHandler = async (call, context) => {
  const { t, state } = call
  const metadata = readMetadata(call.metadata)
  if (!metadata) return refusedWith(state, t('standup.refused'))
  const submitted = submittedForm(call)
  const outcome = await submit(call, context, submitted, metadata)
  if (outcome.ok) return { kind: 'close', redrawHome: metadata.home }
  if (outcome.reason === 'helper-unknown')
    return { kind: 'errors', errors: { [HELPER]: t('standup.helperUnknown') } }
  if (outcome.reason !== 'unread') return refusedWith(state, refusalText(outcome, t))
  const { problem } = outcome
  if (problem.kind === 'errors') return problem
  const asking = confirmView(STANDUP.keep, submitted, problem, t)
  return asking ? { kind: 'push', view: asking } : askInForm(call, context, metadata, problem)
}

/** "Keep 480" under the question about unusual numbers: the form that was submitted is taken as it is. */
export const keepStandup: SubmitHandler = async (call, context) => {
  const { t } = call
  const kept = readKept(call.metadata)
  const metadata = kept && readMetadata(kept.metadata)
  if (!metadata) return message(t('standup.refused'))
  const outcome = await submit(call, context, kept, metadata)
  if (outcome.ok) return { kind: 'clear', redrawHome: metadata.home }
  if (outcome.reason === 'helper-unknown') return message(t('standup.helperUnknown'))
  if (outcome.reason !== 'unread') return message(refusalText(outcome, t))
  const { problem } = outcome
  // The form below has the fields that errors are for.
  if (problem.kind === 'errors') return message(Object.values(problem.errors).join('\n'))
  const again = confirmView(STANDUP.keep, kept, problem, t)
  return again ? { kind: 'update', view: again } : message(t('standup.refused'))
}

type Submitted = SubmitOutcome<StandupProblem> | { ok: false; reason: 'helper-unknown' }

async function submit(
  { who, t }: SubmitRequest,
  context: Context,
  { state, viewId, digest, asked }: SubmittedForm,
  metadata: StandupMetadata,
): Promise<Submitted> {
  const helper = helperIn(state)
  if (helper !== null && !(await canBeAsked(context, who, helper)))
    return { ok: false, reason: 'helper-unknown' }
  const known = { ...metadata, asked: { ...metadata.asked, ...asked } }
  return submitStandup(context, {
    who,
    teamId: metadata.team,
    date: metadata.date,
    viewId,
    digest,
    revision: metadata.revision,
    numbersOf: metadata.numbers,
    read: (metrics, numbersDayOver) => readStandup(state, known, { metrics, numbersDayOver }, t),
  })
}

/** Draws the form again with the questions at their fields. */
async function askInForm(
  { who, t, state }: SubmitRequest,
  context: Context,
  metadata: StandupMetadata,
  problem: Extract<StandupProblem, { kind: 'questions' }>,
): Promise<SubmitResult> {
  const opened = await openStandup(context, who, { teamId: metadata.team, date: metadata.date })
  if (!opened.ok) return refusedWith(state, t('standup.over'))
  const form = { ...withAnswer(opened.form, problem.answer), revision: metadata.revision }
  const again = { ...metadata, asked: { ...metadata.asked, ...problem.questions } }
  return { kind: 'update', view: standupView(form, again, t, problem.questions) }
}

const message = (text: string): SubmitResult => ({ kind: 'update', view: messageAsModal(textMessage(text)) })

const refusedWith = (state: FormState, text: string): SubmitResult => ({
  kind: 'errors',
  errors: { [fieldForErrors(state)]: text },
})

function refusalText(
  outcome: Exclude<SubmitOutcome<StandupProblem>, { ok: true } | { reason: 'unread' }>,
  t: Translate,
): string {
  if (outcome.reason === 'too-many-lines') return t('standup.tooManyLines', { lines: outcome.lines })
  if (outcome.reason === 'says-nothing')
    return t('standup.saysNothing', { fields: fieldsText(outcome.open, t) })
  const texts = {
    'not-a-member': t('standup.notYours'),
    'answered-elsewhere': t('standup.answeredElsewhere'),
    'other-day': t('standup.otherDay'),
    'too-early': t('standup.tooEarly'),
    closed: t('standup.closed'),
    over: t('standup.over'),
    excused: t('standup.notNeeded'),
  }
  return texts[outcome.reason]
}

/** What a rep can fill in, for example 'a number, a line for the day'. */
function fieldsText(open: readonly StandupQuestion[], t: Translate): string {
  const texts = {
    numbers: t('standup.fillNumber'),
    done: t('standup.fillDone'),
    plan: t('standup.fillPlan'),
    blockers: t('standup.fillBlocker'),
    note: t('standup.fillDone'),
  }
  return [...new Set(open.map((question) => texts[question]))].join(t('common.listSeparator'))
}
