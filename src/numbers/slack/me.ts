// `/kpi me`: replies with the person's own numbers, visible only to them.

import type { Context } from '../../core/context.ts'
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { maySeeOwnNumbers } from '../domain/permissions.ts'
import { membershipsOf } from '../flows/memberships.ts'
import { myNumbers } from '../flows/my-numbers.ts'
import { logBareLine } from './log-line-command.ts'
import { renderMyNumbers } from './my-numbers.ts'

/** '业绩 3万' is a number to log, '业绩' asks for one's own; 'me North' for those in one of several teams. */
export const meCommand: CommandHandler = async (call, context) => {
  if (await logBareLine(call, context, 'part')) return
  call.reply(await answer(call, context, (await ownChannelNamed(call, context)) ?? call.channelId))
}

/** Of the team that is called as typed. Null: none of their own is. */
async function ownChannelNamed({ who, now, rest }: CommandRequest, { db }: Context): Promise<string | null> {
  const typed = simplified(foldText(rest))
  if (typed === '') return null
  const own = await membershipsOf(db, who, maySeeOwnNumbers, now)
  return own.find(({ settings }) => simplified(foldText(settings.name)) === typed)?.team.channelId ?? null
}

export const showMineFromButton: ActionHandler = async (call, context) =>
  call.replyEphemeral(await answer(call, context, call.channelId))

async function answer(
  { who, now, t }: Pick<CommandRequest, 'who' | 'now' | 't'>,
  context: Context,
  channelId: string | null,
): Promise<RenderedMessage> {
  const mine = await myNumbers(context.db, who, now, channelId)
  if (!mine) return noTeamMessage({ who, now, t }, context)
  const parts = context.contributions.ownNumbers.map((part) => part({ who, now, t, channelId }, context))
  const more = (await Promise.all(parts)).filter((part) => part !== null)
  return renderMyNumbers(mine, t, more)
}
