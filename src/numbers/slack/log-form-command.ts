// Opens, updates and submits the log form: from `/kpi log`, the shortcut "Log numbers" and buttons.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { ModalView, RenderedMessage } from '../../slack/blocks.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandRequest,
  ShortcutHandler,
  ShortcutRequest,
  SubmitHandler,
  SubmitRequest,
  SubmitResult,
} from '../../slack/requests.ts'
import { logNumbers } from '../flows/log-numbers.ts'
import { type OpenedLog, openLog } from '../flows/open-log.ts'
import { confirmView, readKept, type SubmittedForm, submittedForm } from './confirm-view.ts'
import { NUMBERS } from './ids.ts'
import { chosenDate, customerIn, LOG_DATE_BLOCK, logView, readLog, readLogMetadata } from './log-form.ts'
import { setText } from './logged.ts'

export async function openLogForm(call: CommandRequest, context: Context): Promise<void> {
  const opened = await openLog(context.db, call.who, call.now, { channelId: call.channelId })
  if (!opened.ok) return call.reply(await refusalMessage(opened, call, context))
  await call.open(logView(opened.form, call.t))
}

export const openLogFromShortcut: ShortcutHandler = async (call, context) => {
  const opened = await openLog(context.db, call.who, call.now, {})
  await call.open(
    opened.ok ? logView(opened.form, call.t) : messageAsModal(await refusalMessage(opened, call, context)),
  )
}

export const openLogFromButton: ActionHandler = async (call, context) => {
  const requested = call.channelId ? { channelId: call.channelId } : {}
  const opened = await openLog(context.db, call.who, call.now, requested)
  if (!opened.ok) return call.replyEphemeral(await refusalMessage(opened, call, context))
  await call.open(logView(opened.form, call.t))
}

/** Renders the form again after another team was selected. */
export const chooseLogTeam: ActionHandler = async (call, context) => {
  if (!call.view) return
  const opened = await openLog(context.db, call.who, call.now, { teamId: call.value })
  if (opened.ok) await call.update(logView(opened.form, call.t))
}

/** Renders the form again after another date was selected. */
export const chooseLogDate: ActionHandler = async (call, context) => {
  const metadata = call.view && readLogMetadata(call.view.metadata)
  const date = call.view && chosenDate(call.view.state)
  if (!metadata || !date) return
  const opened = await openLog(context.db, call.who, call.now, { teamId: metadata.team, date })
  if (opened.ok) await call.update(logView(opened.form, call.t))
}

export const submitLogForm: SubmitHandler = async (call, context) =>
  submitForm(call, context, submittedForm(call), {
    refuse: atDate,
    saved: (understood) => (understood === null ? { kind: 'close' } : message(understood)),
  })

/** "Keep 480" under the question about unusual numbers: the form that was submitted is taken as it is. */
export const keepLogForm: SubmitHandler = async (call, context) => {
  const kept = readKept(call.metadata)
  if (!kept) return message(call.t('log.closed'))
  const result = await submitForm(call, context, kept, { refuse: message, saved: () => ({ kind: 'clear' }) })
  // The form below has the fields that errors are for.
  if (result.kind === 'errors') return message(Object.values(result.errors).join('\n'))
  return result.kind === 'push' ? update(result.view) : result
}

interface Answers {
  refuse(text: string): SubmitResult
  /** `understood`: what was saved, where it was typed in words; null: as typed. */
  saved(understood: string | null): SubmitResult
}

async function submitForm(
  { who, now, t }: SubmitRequest,
  context: Context,
  submitted: SubmittedForm,
  { refuse, saved }: Answers,
): Promise<SubmitResult> {
  const metadata = readLogMetadata(submitted.metadata)
  if (!metadata) return refuse(t('log.closed'))
  const { state } = submitted
  const date = chosenDate(state) ?? metadata.date
  const opened = await openLog(context.db, who, now, { teamId: metadata.team, date })
  if (!opened.ok) return refuse(refusalText(opened, t))
  const { form } = opened
  if (form.teamId !== metadata.team) return refuse(t('log.noTeam'))
  if (!form.date.equals(date)) return refuse(t('log.closed'))

  const read = readLog(state, { ...form, date: metadata.date }, { ...metadata.asked, ...submitted.asked }, t)
  // Submitted before the form was updated to the newly selected date: show it again with the typed values.
  if (!date.equals(metadata.date)) return update(logView(form, t, read.ok ? read.values : {}))
  if (!read.ok && read.reason === 'errors') return { kind: 'errors', errors: read.errors }
  if (!read.ok) {
    const metrics = form.fields.map(({ metric }) => metric)
    const asking = confirmView(NUMBERS.keepLog, submitted, { questions: read.questions, metrics }, t)
    return asking ? { kind: 'push', view: asking } : update(logView(form, t, read.values, read.questions))
  }
  const logged = await logNumbers(context, {
    who,
    teamId: form.teamId,
    date,
    values: read.values,
    how: 'set',
    source: 'form',
    sourceKey: `form:${submitted.viewId}:${submitted.digest}`,
    customer: customerIn(state, form),
  })
  if (!logged.ok) return refuse(logged.reason === 'no-team' ? t('log.noTeam') : t('log.closed'))
  return saved(read.inWords ? setText(form.fields, read.values, date, t) : null)
}

const atDate = (text: string): SubmitResult => ({ kind: 'errors', errors: { [LOG_DATE_BLOCK]: text } })
const update = (view: ModalView): SubmitResult => ({ kind: 'update', view })
const message = (text: string): SubmitResult => update(messageAsModal(textMessage(text)))

/** Why there is no form to fill in, and what to do instead. */
const refusalMessage = async (
  refusal: Extract<OpenedLog, { ok: false }>,
  call: ShortcutRequest,
  context: Context,
): Promise<RenderedMessage> =>
  refusal.reason === 'no-team' ? noTeamMessage(call, context) : textMessage(call.t('log.nothingOpen'))

/** For a form that was open when the person was removed from the team. */
function refusalText(refusal: Extract<OpenedLog, { ok: false }>, t: Translate): string {
  return refusal.reason === 'no-team' ? t('log.noTeam') : t('log.nothingOpen')
}
