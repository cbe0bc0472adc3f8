// Receives clicks on buttons and menus; acknowledges when the work is done, or just before Slack's timeout.
import type { RenderedMessage } from '../blocks.ts'
import { BlockAction, chosenValue } from '../payloads.ts'
import type { ActionRequest } from '../requests.ts'
import {
  type Acknowledge,
  acknowledgeInTime,
  baseRequest,
  faultText,
  findActingPerson,
  logHandlerError,
  messageAsModal,
  postLiving,
  type ReceiverContext,
  readPayload,
  redrawHome,
  showing,
  textMessage,
  translateFor,
} from './receiver.ts'

export async function onAction(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'action', BlockAction, body)
  if (!payload) return ack()
  await acknowledgeInTime(runHandler(payload, receiver), ack)
}

async function runHandler(payload: BlockAction, receiver: ReceiverContext): Promise<void> {
  const { user, team, actions } = payload
  const [name = '', ...after] = actions[0]?.action_id.split('#') ?? []
  const reply = (message: RenderedMessage, replace = false) =>
    replyInPlace(payload, receiver, message, replace)
  try {
    const handler = receiver.handlers.actions[name]
    if (!handler) return receiver.context.log.debug({ name }, 'no handler for this action')
    const who = await findActingPerson(receiver, user, team.id, name)
    if (!who) return await reply(textMessage(translateFor(receiver, user.id)('command.stranger')))
    const { replies } = receiver
    const call: ActionRequest = {
      ...baseRequest(receiver, who, payload.trigger_id),
      value: actions[0] ? chosenValue(actions[0]) : '',
      suffix: after.join('#'),
      channelId: payload.channel?.id ?? null,
      view: viewOf(payload),
      replyEphemeral: (message) => reply(message),
      replace: (message) => reply(message, true),
      tellPrivately: async (message) => (await replies.tell(who.workspaceId, who.userId, message)) === null,
      postLiving: async (message) => {
        const channelId = payload.channel?.id
        return channelId ? postLiving(receiver, channelId, message) : null
      },
      sendFile: (file) => replies.sendFile(who.workspaceId, who.userId, file),
      redrawHome: () => redrawHome(receiver, who),
      push: showing(receiver, who, payload.trigger_id, 'push'),
      later: (work) =>
        receiver.background(
          work().catch((fault: unknown) => logHandlerError(receiver, 'action', name, fault)),
        ),
      update: (view, later) =>
        replies.update(who.workspaceId, payload.view?.id ?? '', payload.view?.hash ?? '', view, later),
    }
    await handler(call, receiver.context)
  } catch (fault) {
    logHandlerError(receiver, 'action', name, fault)
    const replied = reply(textMessage(faultText(fault, translateFor(receiver, user.id))))
    await replied.catch((second: unknown) => logHandlerError(receiver, 'action', name, second))
  }
}

function viewOf({ view }: BlockAction): ActionRequest['view'] {
  if (view?.type !== 'modal') return null
  return {
    viewId: view.id,
    hash: view.hash,
    metadata: view.private_metadata,
    state: view.state?.values ?? {},
  }
}

/** Replies beside the clicked message; a click in a modal or on the Home tab gets a modal. */
async function replyInPlace(
  payload: BlockAction,
  { replies }: ReceiverContext,
  message: RenderedMessage,
  replace: boolean,
): Promise<void> {
  const { team, trigger_id, view, response_url } = payload
  if (response_url) return replies.respond(response_url, message, replace)
  if (view?.type === 'modal') return replies.push(team.id, trigger_id, messageAsModal(message))
  return replies.open(team.id, trigger_id, messageAsModal(message))
}
