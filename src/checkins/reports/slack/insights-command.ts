// `/kpi insight`: finds what reports say about market and customers. Only the reader sees the answer.
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import { cleanText } from '../../../core/text.ts'
import { noTeamMessage } from '../../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { readJson } from '../../../slack/json.ts'
import { unescapeText } from '../../../slack/mrkdwn.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../../slack/requests.ts'
import { SEARCH_LENGTH } from '../domain/insight.ts'
import { findInsights } from '../flows/find-insights.ts'
import { insightsMessage } from './insights-message.ts'

/** What a button below the insights says. Untrusted. */
const Wanted = z.object({ typed: z.string().max(SEARCH_LENGTH), page: z.int().min(0).max(1000) })

export const insightsCommand: CommandHandler = async (call, context) => {
  const typed = cleanText(unescapeText(call.rest), SEARCH_LENGTH + 1)
  call.reply(await answer(call, context, { typed, page: 0 }))
}

export const turnInsights: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (wanted) await call.replace(await answer(call, context, wanted))
}

async function answer(
  call: Pick<CommandRequest, 'who' | 't' | 'now'>,
  context: Context,
  wanted: z.infer<typeof Wanted>,
): Promise<RenderedMessage> {
  const { who, t } = call
  if ([...wanted.typed].length > SEARCH_LENGTH)
    return textMessage(t('insight.tooLong', { most: SEARCH_LENGTH }))
  const found = await findInsights(context, who, wanted)
  if (found.ok) return insightsMessage(found, wanted.typed, t)
  return found.reason === 'no-team' ? noTeamMessage(call, context) : textMessage(t('insight.noWords'))
}
