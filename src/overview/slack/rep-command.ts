// `/kpi rep @name`: shows whoever leads a person how their last four weeks went. Only the reader sees the answer.

import { personOrReply } from '../../org/slack/person-or-reply.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandHandler } from '../../slack/requests.ts'
import { showRep } from '../flows/show-rep.ts'
import { repMessage } from './rep-message.ts'

export const repCommand: CommandHandler = async (call, context) => {
  const { who, t, channelId, reply } = call
  const meant = await personOrReply(call, context, { command: 'rep', nobody: t('rep.who') })
  if (!meant) return
  const shown = await showRep(context, who, { userId: meant.userId, channelId })
  if (shown.ok) {
    const { repButtons } = context.contributions
    return reply(
      repMessage(
        shown,
        t,
        repButtons.map((button) => button(shown, t)),
      ),
    )
  }
  reply(textMessage(shown.reason === 'self' ? t('overview.yours') : t('rep.notYours')))
}
