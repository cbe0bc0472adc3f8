// Offers what a person asks in plain words to the features that can answer, and shows the answer where the status stood.
import type { Context } from '../../core/context.ts'
import type { OpenedAnswer } from '../../core/opened-answer.ts'
import { answerInForm } from '../../slack/answer-in-form.ts'
import type { ModalView, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { Handlers } from '../../slack/handlers.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { runTyped } from '../../slack/receivers/dispatch.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  ActionRequest,
  CommandRequest,
  LivingMessage,
  QuestionRequest,
} from '../../slack/requests.ts'
import { IN_FORM, openAnswer } from '../flows/open-answer.ts'
import { helloCommand } from './hello-command.ts'

export type Answering = Pick<Handlers, 'commands' | 'lines' | 'questions'>

type Post = (message: RenderedMessage) => Promise<LivingMessage | null>

/** False: no feature has an answer. `request.reply` is not used: the answer is posted. */
export async function askQuestion(
  request: CommandRequest,
  { post, later }: { post: Post; later: QuestionRequest['later'] },
  handlers: Answering,
  context: Context,
): Promise<boolean> {
  const question: QuestionRequest = {
    ...request,
    text: request.rest,
    later,
    ...answering(request, post, context),
    run: async (command) => {
      const replies: RenderedMessage[] = []
      const reply = (message: RenderedMessage) => void replies.push(message)
      await runTyped({ ...request, rest: command, reply }, handlers, context)
      return replies
    },
  }
  for (const one of handlers.questions) if (await one(question, context)) return true
  return false
}

/** While a status stands in a conversation, a row says so; whoever shows a form keeps its own. */
function answering(
  { who, channelId }: CommandRequest,
  post: Post,
  context: Context,
): Pick<QuestionRequest, 'status' | 'show'> {
  let open: OpenedAnswer | null = null
  let shown: LivingMessage | null = null
  const put = async (message: RenderedMessage) => {
    if (!shown || !(await shown.edit(message))) shown = await post(message)
  }
  return {
    status: async (message) => {
      if (channelId !== IN_FORM) open ??= await openAnswer(context, who, channelId)
      const before = shown
      await put(message)
      if (shown && shown !== before) await open?.stands(shown.ts)
    },
    show: async (message) => {
      await put(message)
      await open?.close()
    },
  }
}

/** A suggested question. A forged value can only ask something else, with the rights of whoever clicks. */
export const askFromButton =
  (handlers: Answering): ActionHandler =>
  async (call, context) => {
    const { who, now, t, triggerId, channelId } = call
    const replies: RenderedMessage[] = []
    const request: CommandRequest = {
      ...{ who, now, t, triggerId, channelId: channelId ?? IN_FORM, rest: call.value },
      open: (view, later) => call.open(view, later),
      reply: (message) => void replies.push(message),
    }
    if (channelId === null) return answerInView(call, request, handlers, context)
    const work: Promise<void>[] = []
    const later = (job: () => Promise<void>) => void work.push(job())
    const how = { post: call.postLiving, later }
    if (!(await askQuestion(request, how, handlers, context))) {
      await helloCommand(handlers.commands)(request, context)
      for (const one of replies) await call.replyEphemeral(one)
    }
    await Promise.all(work)
  }

/** On Home and in a form there is no conversation: the answer stands in a form, below what was asked. */
function answerInView(
  call: ActionRequest,
  request: CommandRequest,
  handlers: Answering,
  context: Context,
): void {
  const said: RenderedMessage[] = []
  const edit = async (message: RenderedMessage) => said.push(message) > 0
  const post: Post = async (message) => {
    await edit(message)
    return { ts: '', edit }
  }
  const work: Promise<void>[] = []
  const written = async () => {
    const later = (job: () => Promise<void>) => void work.push(job())
    const reply = (message: RenderedMessage) => void said.push(message)
    if (!(await askQuestion(request, { post, later }, handlers, context)))
      await helloCommand(handlers.commands)({ ...request, reply }, context)
    await Promise.all(work)
    return said.at(-1) ?? textMessage(call.t('common.fault'))
  }
  const form = (message: RenderedMessage) => answerForm(call.value, message)
  answerInForm(call, { status: call.t('ask.looking'), answer: written(), form })
}

const QUESTION_LENGTH = 300

const answerForm = (question: string, { text, blocks }: RenderedMessage): ModalView =>
  messageAsModal({ text, blocks: [section(`*${escapeWithin(question, QUESTION_LENGTH)}*`), ...blocks] })
