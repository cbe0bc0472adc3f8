// The buttons under a request for help: to take it on, and to say that it is solved.
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../../slack/requests.ts'
import { helpWithBlocker } from '../flows/help-with-blocker.ts'

const BlockerId = z.uuid()

export const takeOnBlocker: ActionHandler = (call, context) => answer(call, context, 'helped')
export const solveBlocker: ActionHandler = (call, context) => answer(call, context, 'closed')

/** A change is shown by editing the message; only a refusal is answered with a text. */
async function answer(call: ActionRequest, context: Context, state: 'helped' | 'closed'): Promise<void> {
  const blockerId = BlockerId.safeParse(call.value)
  if (!blockerId.success) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const outcome = await helpWithBlocker(context, call.who, blockerId.data, state)
  if (outcome.ok) return
  const text = outcome.reason === 'not-asked' ? 'standup.helpNotAsked' : 'standup.helpSolved'
  await call.replyEphemeral(textMessage(call.t(text)))
}
