// `/kpi teams`: shows a director the teams side by side. Only the reader sees the answer.
import { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import { type ShownTeams, showTeams } from '../flows/side-by-side.ts'
import { copyView } from './csv-button.ts'
import { teamsCsv } from './teams-csv.ts'
import { type TeamsShown, teamsMessage } from './teams-message.ts'

const TYPED_LENGTH = 40
const PER_HEAD = /(?:^|\s)(?:per head|by head|per person|per capita|人均)(?=\s|$)|人均/iu

/** What a button under the table says. Untrusted. */
const Wanted = z.object({
  kind: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  date: IsoDate,
  order: z.enum(['attainment', 'per-head']),
  page: z.int().min(0).max(10_000),
})

export const teamsCommand: CommandHandler = async (call, context) => {
  const order = PER_HEAD.test(call.rest) ? 'per-head' : 'attainment'
  const typed = call.rest.replace(PER_HEAD, ' ').trim()
  const shown = await showTeams(context, call.who, { typed })
  call.reply(answer(shown, { order, page: 0 }, call.t))
}

export const showTeamsFromButton: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  await call.replace(answer(await showTeams(context, call.who, wanted), wanted, call.t))
}

export const sendTeamsCsv: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { t } = call
  const shown = await showTeams(context, call.who, wanted)
  if (!shown.ok) return call.replyEphemeral(answer(shown, wanted, t))
  const content = teamsCsv(shown, wanted.order, t)
  const { from, to } = shown.period
  const title = t('teams.title', { period: periodText(shown.period, t, shown.today) })
  const sent = await call.sendFile({
    ...{ name: `teams-${from}-${to}.csv`, title, content, comment: t('overview.csvComment') },
  })
  if (sent) return call.replyEphemeral(textMessage(t('overview.csvSent')))
  const view = copyView(content, t)
  await (call.view ? call.push(view) : call.open(view))
}

function answer(shown: ShownTeams, how: TeamsShown, t: Translate): RenderedMessage {
  if (shown.ok) return teamsMessage(shown, how, t)
  if (shown.reason === 'no-teams') return textMessage(t('teams.none'))
  if (shown.reason === 'not-come') return textMessage(t('overview.notCome'))
  if (shown.reason === 'several') return textMessage(t('overview.onePeriod'))
  return textMessage(t('teams.unread', { typed: escapeWithin(shown.typed, TYPED_LENGTH) }))
}
