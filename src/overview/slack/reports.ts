// What is done with a team's reports in place: read one by one, marked as read, written about, asked back, and the figures behind them.
import { COMMENT_LENGTH } from '../../checkins/domain/review.ts'
import { commentOn, markRead } from '../../checkins/flows/review-answers.ts'
import { QUESTION_LENGTH } from '../../checkins/reports/domain/question.ts'
import { askBack } from '../../checkins/reports/flows/ask-back.ts'
import { reportCheckin } from '../../checkins/reports/flows/report-checkin.ts'
import { readReportRef } from '../../checkins/reports/slack/report-buttons.ts'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote } from '../../core/text.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import { typedIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, SubmitHandler } from '../../slack/requests.ts'
import { type ReportsOf, readReports, type TeamReports } from '../flows/read-reports.ts'
import { showDigestFigures } from '../flows/show-digest-figures.ts'
import { figuresView } from './digest-figures-view.ts'
import {
  askBackView,
  COMMENT,
  isToRead,
  QUESTION,
  ReportsMetadata,
  reportCommentView,
  reportsView,
  reportView,
  UNTIL,
} from './reports-view.ts'

const refusal = (key: 'morning.notLeading' | 'morning.gone', t: Translate): ModalView =>
  messageAsModal(textMessage(t(key)))

/** From the digest it opens; from a report, it takes its place. */
export const openReports: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (shown) return call.update(await listOf(context, call, shown.of))
  const of = readReportRef(call.value)
  await call.open(of ? await listOf(context, call, of) : refusal('morning.notLeading', call.t))
}

const listOf = async (
  context: Context,
  { who, t }: Pick<ActionRequest, 'who' | 't'>,
  of: ReportsOf,
): Promise<ModalView> => {
  const found = await readReports(context, who, of)
  return found ? reportsView(found, t) : refusal('morning.notLeading', t)
}

/** What the view that was clicked shows. `seen` null: the list. Null: it is none of them. */
function shownIn(metadata: string) {
  const read = readJson(metadata, ReportsMetadata)
  if (!read) return null
  const [memberId, revision] = read.seen ?? []
  return {
    of: { teamId: read.team, name: read.checkin, date: read.date },
    seen: memberId === undefined ? null : { memberId, revision: revision! },
  }
}

/** Loads the reports again, and draws one of them; where it is gone, the list. */
async function draw(
  context: Context,
  call: Pick<ActionRequest, 'who' | 't'>,
  of: ReportsOf,
  pick: (found: TeamReports) => ModalView | null,
): Promise<ModalView> {
  const found = await readReports(context, call.who, of)
  if (!found) return refusal('morning.notLeading', call.t)
  return pick(found) ?? reportsView(found, call.t)
}

const oneOf = ({ reports }: TeamReports, memberId: string) =>
  reports.find((report) => report.memberId === memberId)

export const openOneReport: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown) return
  const view = await draw(context, call, shown.of, (found) => {
    const one = oneOf(found, call.value)
    return one ? reportView(found, one, call.t) : null
  })
  await call.update(view)
}

/** The next one that is to be read follows; after the last, the list. */
export const markReportRead: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown?.seen) return
  const { of, seen } = shown
  await markRead(context, call.who, { ...of, checkin: reportCheckin(of.name) }, [seen])
  const view = await draw(context, call, of, (found) => {
    const next = found.reports.find(isToRead)
    return next ? reportView(found, next, call.t) : null
  })
  await call.update(view)
}

export const openReportComment: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown) return
  const view = await draw(context, call, shown.of, (found) => {
    const one = oneOf(found, call.value)
    return one && one.state !== 'own' ? reportCommentView(found, one, call.t) : null
  })
  await call.update(view)
}

export const openAskBack: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown) return
  const view = await draw(context, call, shown.of, (found) => {
    const one = oneOf(found, call.value)
    const missing = found.missing.find(({ memberId }) => memberId === call.value)
    if (one && one.state !== 'own') return askBackView(found, one, call.t)
    return missing ? askBackView(found, { ...missing, revision: 0 }, call.t) : null
  })
  await call.update(view)
}

const drawnAgain = async (
  context: Context,
  call: Parameters<SubmitHandler>[0],
  of: ReportsOf,
  memberId: string,
) => ({
  kind: 'update' as const,
  view: await draw(context, call, of, (found) => {
    const one = oneOf(found, memberId)
    return one ? reportView(found, one, call.t) : null
  }),
})

export const submitReportComment: SubmitHandler = async (call, context) => {
  const shown = shownIn(call.metadata)
  if (!shown?.seen) return { kind: 'update', view: refusal('morning.gone', call.t) }
  const { of, seen } = shown
  const comment = cleanNote(typedIn(call.state, COMMENT), COMMENT_LENGTH)
  const where = { ...of, checkin: reportCheckin(of.name) }
  const written = await commentOn(context, call.who, where, seen, comment)
  if (written.ok) return drawnAgain(context, call, of, seen.memberId)
  const key = written.reason === 'not-allowed' ? 'morning.notLeading' : 'morning.gone'
  return { kind: 'update', view: refusal(key, call.t) }
}

export const submitAskBack: SubmitHandler = async (call, context) => {
  const { t, state, who } = call
  const shown = shownIn(call.metadata)
  const on = dateIn(state, UNTIL)
  if (!shown?.seen) return { kind: 'update', view: refusal('morning.gone', t) }
  if (!on) return { kind: 'errors', errors: { [UNTIL]: t('digest.untilPast') } }
  const { of, seen } = shown
  const question = cleanNote(typedIn(state, QUESTION), QUESTION_LENGTH)
  const asked = await askBack(context, who, { ...of, ...seen, question, on })
  if (asked.ok) return drawnAgain(context, call, of, seen.memberId)
  if (asked.reason === 'past' || asked.reason === 'far')
    return {
      kind: 'errors',
      errors: { [UNTIL]: t(asked.reason === 'past' ? 'digest.untilPast' : 'digest.untilFar') },
    }
  if (asked.reason === 'open') return { kind: 'errors', errors: { [QUESTION]: t('digest.stillOpen') } }
  const key = asked.reason === 'not-allowed' ? 'morning.notLeading' : 'morning.gone'
  return { kind: 'update', view: refusal(key, t) }
}

export const openDigestFigures: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  const digest = of && (await showDigestFigures(context, call.who, of))
  await call.open(digest ? figuresView(digest, call.t) : refusal('morning.notLeading', call.t))
}
