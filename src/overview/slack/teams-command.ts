// `/kpi teams`: shows a director the teams side by side. Only the reader sees the answer.
import { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { TeamsBoard } from '../../boards/slack/teams-board.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { namesOfMetrics } from '../../numbers/slack/metric-names.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import type { SideOrder } from '../domain/side-by-side.ts'
import { besideTeams } from '../domain/teams-words.ts'
import { type ShownTeams, showTeams } from '../flows/show-teams.ts'
import { copyView } from './csv-button.ts'
import { teamsCsv } from './teams-csv.ts'
import { teamsMessage } from './teams-message.ts'

const TYPED_LENGTH = 40

/** What a button under the table says. Untrusted. */
const Wanted = z.object({
  kind: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  date: IsoDate,
  order: z.enum(['attainment', 'per-head']),
  page: z.int().min(0).max(10_000),
  metric: z.string().max(100).optional(),
  at: z
    .codec(z.iso.datetime(), z.custom<Temporal.Instant>(), {
      decode: (text) => Temporal.Instant.from(text),
      encode: (instant) => instant.toString(),
    })
    .optional(),
})

export const teamsCommand: CommandHandler = async (call, context) => {
  const shown = await showTeams(context, call.who, { typed: call.rest, namesOf: namesOfMetrics })
  call.reply(answer(shown, { page: 0 }, call.t))
}

/** `/kpi board teams`: the same, whatever else is typed. Null: it is not about teams. */
export const teamsBoard: TeamsBoard = async ({ who, t }, rest, context) => {
  const typed = besideTeams(rest)
  if (typed === null) return null
  return answer(await showTeams(context, who, { typed, namesOf: namesOfMetrics }), { page: 0 }, t)
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

function answer(
  shown: ShownTeams,
  { order, page }: { order?: SideOrder; page: number },
  t: Translate,
): RenderedMessage {
  if (shown.ok) return teamsMessage(shown, { order: order ?? shown.order, page }, t)
  if (shown.reason === 'no-sum')
    return textMessage(t('teams.noSum', { typed: escapeWithin(shown.typed, TYPED_LENGTH) }))
  if (shown.reason === 'as-of-unread') return textMessage(t('board.asOfUnread'))
  if (shown.reason === 'no-teams') return textMessage(t('teams.none'))
  if (shown.reason === 'not-come') return textMessage(t('overview.notCome'))
  if (shown.reason === 'several') return textMessage(t('overview.onePeriod'))
  return textMessage(t('teams.unread', { typed: escapeWithin(shown.typed, TYPED_LENGTH) }))
}
