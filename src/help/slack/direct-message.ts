// Answers what a person writes to the bot: numbers are logged, a command is run, anything else gets a short help.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView, RenderedMessage } from '../../slack/blocks.ts'
import { limits } from '../../slack/limits.ts'
import { TypedText } from '../../slack/payloads.ts'
import { isBareCommand, LONGEST_COMMAND, runTyped } from '../../slack/receivers/dispatch.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandRequest, EventHandler } from '../../slack/requests.ts'
import { commandButtons } from '../../slack/run-buttons.ts'
import { asksSomething } from '../domain/asks-something.ts'
import { answerOnce } from '../flows/answer-once.ts'
import { type Answering, askQuestion } from './ask-question.ts'
import { helloCommand } from './hello-command.ts'

const NONE = z.undefined().optional()
/** A new message of a person. Edits, deletions and joins have a subtype, messages of bots a bot's id, answers in a thread its ts. */
const DirectMessage = z.object({
  ...{ channel_type: z.literal('im'), channel: z.string().min(1), user: z.string().min(1) },
  ...{ ts: z.string().min(1), text: TypedText },
  ...{ subtype: NONE, bot_id: NONE, thread_ts: NONE },
})
const BOT_MENTIONED = /^<@[A-Z]\w{0,63}(?:\|[^>]{0,80})?>[,:：， ]?/u

export const answerDirectMessage =
  (handlers: Answering): EventHandler =>
  async (call, context) => {
    const { data: message } = DirectMessage.safeParse(call.event)
    if (!message || message.user === call.botUserId) return
    const text = message.text.trim().replace(BOT_MENTIONED, '').trim()
    // Unknown people and bots are not answered, so that two bots do not talk to each other for ever.
    const acting = text === '' ? null : await call.acting(message.user)
    if (!acting) return
    const { channel: channelId, ts } = message
    await answerOnce(context, { workspaceId: call.workspaceId, channelId, ts }, async () => {
      const replies: RenderedMessage[] = []
      const reply = (answer: RenderedMessage) => void replies.push(answer)
      const request: CommandRequest = {
        ...{ ...acting, now: call.now, channelId, rest: text, reply },
        // The same when it is delivered again.
        triggerId: `${channelId} ${ts}`,
        open: async (view, later) => {
          later?.catch(() => {})
          reply(openButton(view, text, acting.t))
        },
      }
      const how = {
        post: (message: RenderedMessage) => call.postLiving(channelId, message),
        later: call.later,
      }
      await answer(request, how, handlers, context)
      for (const one of replies) await call.post(channelId, one)
    })
  }

async function answer(
  request: CommandRequest,
  how: Parameters<typeof askQuestion>[1],
  handlers: Answering,
  context: Context,
): Promise<void> {
  const { rest: text } = request
  const isShort = text.length <= LONGEST_COMMAND
  // A team may count what is called like a command: whatever is a whole line of numbers is logged.
  for (const line of isShort ? handlers.lines : []) if (await line(request, context, 'whole')) return
  const isQuestion = isShort && asksSomething(text) && !isBareCommand(text, handlers.commands)
  if (isQuestion && (await askQuestion(request, how, handlers, context))) return
  if (await runTyped(request, handlers, context)) return
  if (!isQuestion && (await askQuestion(request, how, handlers, context))) return
  await helloCommand(handlers.commands)(request, context)
}

/** A message cannot open a form, but a click can. */
function openButton(view: ModalView, command: string, t: Translate): RenderedMessage {
  const { blocks } = textMessage(t('hello.openForm'))
  if (command.length > limits.button.value.maxLength) return textMessage(t('hello.openForm'))
  const button = commandButtons([{ command, label: view.title.text }])
  return { text: t('hello.openForm'), blocks: [...blocks, button] }
}
