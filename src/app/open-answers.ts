// Connects the answers that were interrupted to Slack: the status becomes a sentence that asks to ask again.
import type { Job } from '../core/context.ts'
import { endOpenAnswers } from '../help/flows/end-open-answers.ts'
import { textMessage } from '../slack/receivers/receiver.ts'
import type { Replies } from '../slack/replies.ts'
import { BOT } from './features.ts'

export const endAnswersLeftOpen =
  ({ edit, tell }: Pick<Replies, 'edit' | 'tell'>): Job =>
  (context) =>
    endOpenAnswers(context, async ({ workspaceId, channelId, statusTs: ts }, { userId, locale }) => {
      const message = textMessage(BOT.translator(locale)('hello.interrupted'))
      if (ts === null) await tell(workspaceId, userId, message)
      else await edit(workspaceId, { channelId, ts }, message)
    })
