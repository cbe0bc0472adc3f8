// Connects the answers that were interrupted to Slack: the status becomes a sentence that asks to ask again.
import type { Job } from '../core/context.ts'
import { endOpenAnswers } from '../help/flows/end-open-answers.ts'
import { IN_FORM } from '../help/flows/open-answer.ts'
import { messageAsModal, textMessage } from '../slack/receivers/receiver.ts'
import { isViewClosed } from '../slack/refusals.ts'
import type { Replies } from '../slack/replies.ts'
import { BOT } from './features.ts'

/** Whoever has closed the form is told in a direct message. */
export const endAnswersLeftOpen =
  ({ edit, tell, update }: Pick<Replies, 'edit' | 'tell' | 'update'>): Job =>
  (context) =>
    endOpenAnswers(context, async ({ workspaceId, channelId, statusTs: id }, { userId, locale }) => {
      const isForm = channelId === IN_FORM
      const t = BOT.translator(locale)
      const message = textMessage(t(isForm ? 'hello.interruptedForm' : 'hello.interrupted'))
      // There, nothing else says what it is about.
      const inMessage = () =>
        tell(workspaceId, userId, isForm ? textMessage(t('hello.interruptedClosed')) : message)
      if (id === null) await inMessage()
      else if (!isForm) await edit(workspaceId, { channelId, ts: id }, message)
      else
        await update(workspaceId, id, '', messageAsModal(message)).catch(async (fault: unknown) => {
          if (!isViewClosed(fault)) throw fault
          await inMessage()
        })
    })
