// `/kpi rep @name`: shows whoever leads a person how their last four weeks went. Only the reader sees the answer.

import { mentionedIn } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandHandler } from '../../slack/requests.ts'
import { showRep } from '../flows/show-rep.ts'
import { repMessage } from './rep-message.ts'

export const repCommand: CommandHandler = async ({ who, t, channelId, rest, reply }, context) => {
  const mentioned = mentionedIn(rest)
  if (!mentioned) return reply(textMessage(t('rep.who')))
  const shown = await showRep(context, who, { userId: mentioned.userId, channelId })
  if (shown.ok) return reply(repMessage(shown, t))
  reply(textMessage(shown.reason === 'self' ? t('overview.yours') : t('rep.notYours')))
}
