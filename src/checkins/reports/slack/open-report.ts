// Opens a report from wherever a person asks for it, shows the last one, and files one as it stands.
import type { Context } from '../../../core/context.ts'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { foldText } from '../../../core/text.ts'
import { noTeamMessage } from '../../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { messageAsModal, textMessage } from '../../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  CommandRequest,
  ShortcutRequest,
} from '../../../slack/requests.ts'
import { commandButtons } from '../../../slack/run-buttons.ts'
import { answerDayOff, answerSnooze } from '../../standup/slack/prompt-actions.ts'
import { reportCard } from '../flows/facts/report-card.ts'
import { fileAsItStands } from '../flows/file-as-it-stands.ts'
import {
  lastReport,
  type OpenReportRefusal,
  openReport,
  openTodaysReport,
  type ReportForm,
} from '../flows/open-report.ts'
import { snoozeReport } from '../flows/snooze-report.ts'
import { takeReportDayOff } from '../flows/take-day-off.ts'
import { readReportRef } from './report-buttons.ts'
import { renderReportCard } from './report-card.ts'
import { metadataOf, reportView } from './report-form.ts'
import { weekWriter } from './report-words.ts'

/** A click without a channel comes from the Home tab. */
export const openFromButton: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  if (!of) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const opened = await openReport(context, call.who, of)
  if (opened.ok) return showForm(call, context, opened.form, call.channelId === null)
  await call.open(messageAsModal(textMessage(refusalText(opened, call.t))))
}

/** Where it cannot be filed so the form opens, or says why it does not. */
export const pressAsItStands: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  if (!of) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const filed = await fileAsItStands(context, call.who, of, weekWriter(call.t))
  if (!filed) return openFromButton(call, context)
  if (call.channelId === null) await call.redrawHome()
}

export const pressSnooze: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  if (!of) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  await answerSnooze(call, await snoozeReport(context, call.who, of))
}

export const pressOffToday: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  if (!of) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  await answerDayOff(call, await takeReportDayOff(context, call.who, of))
}

const LAST_WEEK = [
  ...['last week', 'last', 'previous', 'lastweek', '上周', '上週', '上星期', '上礼拜', '上禮拜'],
]

export const reportCommand: CommandHandler = async (call, context) => {
  if (LAST_WEEK.includes(foldText(call.rest))) return showLast(call, context)
  const opened = await openTodaysReport(context, call.who)
  if (opened.ok) return showForm(call, context, opened.form)
  if (opened.reason === 'no-team') return call.reply(await noTeamMessage(call, context))
  if (opened.reason === 'no-report') return call.reply(noReport(call.t))
  call.reply(textMessage(refusalText(opened, call.t)))
}

function noReport(t: Translate): RenderedMessage {
  const text = t('report.none')
  const { blocks } = textMessage(text)
  return { text, blocks: [...blocks, commandButtons([{ command: 'standup', label: t('help.openStandup') }])] }
}

async function showLast({ who, t, now, reply }: CommandRequest, context: Context): Promise<void> {
  const day = await lastReport(context, who)
  if (!day) return reply(textMessage(t('report.noLast')))
  reply(renderReportCard(await reportCard(context.db, day, now), t))
}

const showForm = (
  call: ShortcutRequest,
  { contributions }: Context,
  form: ReportForm,
  fromHome = false,
): Promise<void> =>
  call.open(reportView(form, metadataOf(form, fromHome, contributions.reportDrafts.length > 0), call.t))

function refusalText(refusal: OpenReportRefusal, t: Translate): string {
  if (refusal.reason === 'nothing-open') {
    const { opensAt, zone } = refusal
    if (!opensAt) return t('standup.nothingAhead')
    const date = formatDate(opensAt.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
    return t('standup.nothingOpen', { date, time: formatTime(opensAt, zone, t.locale) })
  }
  const texts = {
    'no-team': t('standup.notYours'),
    'no-report': t('report.none'),
    'too-early': t('standup.tooEarly'),
    closed: t('report.closed'),
    over: t('report.over'),
    excused: t('standup.notNeeded'),
  }
  return texts[refusal.reason]
}
