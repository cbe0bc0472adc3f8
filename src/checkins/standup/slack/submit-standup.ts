// Handles the submitted standup form: saves it, or shows errors at the fields and keeps what was typed.

import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { digestOf } from '../../../slack/digest.ts'
import type { FormState, SubmitHandler, SubmitRequest, SubmitResult } from '../../../slack/requests.ts'
import { canBeAsked } from '../flows/check-helper.ts'
import { openStandup } from '../flows/open-standup.ts'
import { type SubmitOutcome, submitStandup } from '../flows/submit-standup.ts'
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
  const { who, t, state, viewId } = call
  const metadata = readMetadata(call.metadata)
  if (!metadata) return refusedWith(state, t('standup.refused'))
  const helper = helperIn(state)
  if (helper !== null && !(await canBeAsked(context, who, helper)))
    return { kind: 'errors', errors: { [HELPER]: t('standup.helperUnknown') } }
  const outcome = await submitStandup(context, {
    who,
    teamId: metadata.team,
    date: metadata.date,
    viewId,
    digest: digestOf(state),
    revision: metadata.revision,
    read: (metrics, numbersDayOver) => readStandup(state, metadata, { metrics, numbersDayOver }, t),
  })
  if (!outcome.ok) return refused(call, context, metadata, outcome)
  return { kind: 'close', redrawHome: metadata.home }
}

async function refused(
  call: SubmitRequest,
  context: Context,
  metadata: StandupMetadata,
  outcome: Exclude<SubmitOutcome<StandupProblem>, { ok: true }>,
): Promise<SubmitResult> {
  const { who, t, state } = call
  if (outcome.reason !== 'unread') return refusedWith(state, refusalText(outcome, t))
  const { problem } = outcome
  if (problem.kind === 'errors') return problem
  const opened = await openStandup(context, who, { teamId: metadata.team, date: metadata.date })
  if (!opened.ok) return refusedWith(state, t('standup.over'))
  const form = { ...withAnswer(opened.form, problem.answer), revision: metadata.revision }
  const again = { ...metadata, asked: { ...metadata.asked, ...problem.questions } }
  return { kind: 'update', view: standupView(form, again, t, problem.questions) }
}

const refusedWith = (state: FormState, text: string): SubmitResult => ({
  kind: 'errors',
  errors: { [fieldForErrors(state)]: text },
})

function refusalText(
  outcome: Exclude<SubmitOutcome<StandupProblem>, { ok: true } | { reason: 'unread' }>,
  t: Translate,
): string {
  if (outcome.reason === 'too-many-lines') return t('standup.tooManyLines', { lines: outcome.lines })
  const texts = {
    'not-a-member': t('standup.notYours'),
    'answered-elsewhere': t('standup.answeredElsewhere'),
    'too-early': t('standup.tooEarly'),
    closed: t('standup.closed'),
    over: t('standup.over'),
    excused: t('standup.notNeeded'),
  }
  return texts[outcome.reason]
}
