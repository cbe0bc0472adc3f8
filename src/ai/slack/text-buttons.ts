// "Suggest" under `/kpi rep` and "Sum up" under `/kpi team`: a text for whoever leads them, to be read by nobody else.

import type { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RepView } from '../../overview/flows/show-rep.ts'
import { showRep } from '../../overview/flows/show-rep.ts'
import { showTeam, type TeamView } from '../../overview/flows/show-team.ts'
import { answerTo, Wanted } from '../../overview/slack/team-command.ts'
import { answerInForm } from '../../slack/answer-in-form.ts'
import type { Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { isSlackId } from '../../slack/ids.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../slack/requests.ts'
import { writeText } from '../flows/write-text.ts'
import { inTime } from './ending-in-time.ts'
import { shortName } from './facts.ts'
import { AI_TEXT } from './ids.ts'
import { coachingSheet } from './rep-text.ts'
import { teamSheet } from './team-text.ts'
import { textAnswer } from './text-message.ts'

const NAME_LENGTH = 60

const COACHING = `Task: for the manager who leads the person, say in three to six sentences where the person stands, which step of their work
to look at first, and what to ask in their next talk. Suggest; do not judge. The manager decides.`
const SUMMARY = `Task: for the manager of the team, sum up the period in three to seven sentences: how the team stands, who is ahead, who is
behind and with what, and where to look first.`

export const coachButton = ({ userId }: RepView, t: Translate): Button => ({
  ...{ type: 'button', action_id: AI_TEXT.coach, text: plain(t('ai-text.coach')), value: userId },
})

export const sumUpButton = ({ teamId, progress: { period } }: TeamView, t: Translate): Button => ({
  ...{ type: 'button', action_id: AI_TEXT.sumUp, text: plain(t('ai-text.sumUp')) },
  value: JSON.stringify({ team: teamId, kind: period.kind, date: period.from.toString(), page: 0 }),
})

/** What it reads is what `/kpi rep` reads: with the same rights, and recorded like it. */
export const coach: ActionHandler = async (call, context) => {
  if (!isSlackId(call.value)) return
  const status = call.t('ai-text.coaching')
  answerInForm(call, { status, answer: inTime(coachingText(call, context), call.t) })
}

async function coachingText(call: ActionRequest, context: Context): Promise<RenderedMessage> {
  const { who, t, value, channelId } = call
  const shown = await showRep(context, who, { userId: value, channelId: channelId ?? '' })
  if (!shown.ok) return textMessage(t(shown.reason === 'self' ? 'overview.yours' : 'rep.notYours'))
  const { sheet, plain: sentences } = coachingSheet(shown, t)
  const written = await writeText(context, {
    ...{ purpose: 'coaching', workspaceId: who.workspaceId, userId: who.userId, teamId: shown.teamId },
    ...{ subjects: [shown.userId], task: COACHING, parts: [], sheet, plain: sentences },
  })
  const name = escapeWithin(shown.name, NAME_LENGTH)
  const shownName = shortName(shown.name) || t('overview.someone')
  return textAnswer(t('ai-text.coachTitle', { name }), written, t, { [shown.userId]: shownName })
}

export const sumUp: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const status = call.t('ai-text.summingUp')
  answerInForm(call, { status, answer: inTime(summaryText(call, wanted, context), call.t) })
}

async function summaryText(
  call: ActionRequest,
  { team: teamId, page: _, ...asked }: z.infer<typeof Wanted>,
  context: Context,
): Promise<RenderedMessage> {
  const { who, t } = call
  const shown = await showTeam(context, who, { teamId }, asked)
  if (!shown.ok) return answerTo(shown, call, context, '')
  const { sheet, plain: sentences, subjects } = teamSheet(shown, t)
  const written = await writeText(context, {
    ...{ purpose: 'week-summary', workspaceId: who.workspaceId, userId: who.userId, teamId },
    ...{ holdsBelow: shown.tree !== null, subjects: [...new Set([...subjects, ...shown.alone])] },
    ...{ task: SUMMARY, parts: [], sheet, plain: sentences },
  })
  const title = t('ai-text.sumUpTitle', {
    team: escapeWithin(shown.team.teamName, NAME_LENGTH),
    period: periodText(shown.progress.period, t, shown.today),
  })
  return textAnswer(title, written, t)
}
