// Handles the submitted report: saves it, or shows errors at the fields and keeps what was typed.
import type { Context } from '../../../core/context.ts'
import { digestOf } from '../../../slack/digest.ts'
import type { SubmitHandler, SubmitResult } from '../../../slack/requests.ts'
import { openReport } from '../flows/open-report.ts'
import { submitReport } from '../flows/submit-report.ts'
import { draftIn } from './report-draft.ts'
import {
  DUE,
  fieldForErrors,
  HELPER,
  type ReportMetadata,
  type ReportProblem,
  readMetadata,
  readReport,
  reportView,
  typedInForm,
} from './report-form.ts'

export const submitReportForm: SubmitHandler = async (call, context) => {
  const { t, state, who, viewId } = call
  const metadata = readMetadata(call.metadata)
  const refused = (text: string): SubmitResult => ({
    kind: 'errors',
    errors: { [fieldForErrors(state)]: text },
  })
  if (!metadata) return refused(t('standup.refused'))
  const { team: teamId, checkin: name, date, revision, support } = metadata
  const outcome = await submitReport<ReportProblem>(
    context,
    {
      ...{ who, teamId, name, date, viewId, digest: digestOf(state), revision },
      read: (day, metrics) => readReport(state, metadata, day, metrics, t),
    },
    { ownerUserId: support.owner, dueOn: support.due },
  )
  if (outcome.ok) return { kind: 'close', redrawHome: metadata.home }
  if (outcome.reason === 'helper-unknown')
    return { kind: 'errors', errors: { [HELPER]: t('report.helperUnknown') } }
  if (outcome.reason === 'due-past') return { kind: 'errors', errors: { [DUE]: t('report.duePast') } }
  if (outcome.reason === 'unread')
    return outcome.problem.kind === 'errors'
      ? outcome.problem
      : askInForm(call, context, metadata, outcome.problem)
  const texts = {
    'not-a-member': t('standup.notYours'),
    'answered-elsewhere': t('standup.answeredElsewhere'),
    'says-nothing': t('report.saysNothing'),
    'too-early': t('standup.tooEarly'),
    closed: t('report.closed'),
    over: t('report.over'),
    excused: t('standup.notNeeded'),
  }
  return refused(texts[outcome.reason])
}

/** Draws the form again with the questions at their fields: the same numbers once more confirm them. */
async function askInForm(
  { who, t, state }: Parameters<SubmitHandler>[0],
  context: Context,
  metadata: ReportMetadata,
  { questions, answer }: Extract<ReportProblem, { kind: 'questions' }>,
): Promise<SubmitResult> {
  const { team: teamId, checkin: name, date } = metadata
  const opened = await openReport(context, who, { teamId, name, date })
  if (!opened.ok)
    return { kind: 'errors', errors: { [`number::${Object.keys(questions)[0]}`]: t('report.over') } }
  const again = { ...metadata, asked: { ...metadata.asked, ...questions } }
  const draft = metadata.draft === 'none' ? 'none' : draftIn(state, metadata)
  const typed = typedInForm(state, metadata, opened.form, t) ?? answer
  return { kind: 'update', view: reportView(opened.form, again, t, typed, questions, draft) }
}
