// Receives global shortcuts.
import { Shortcut } from '../payloads.ts'
import {
  type Acknowledge,
  acknowledgeInTime,
  baseRequest,
  faultText,
  findActingPerson,
  logHandlerError,
  messageAsModal,
  type ReceiverContext,
  readPayload,
  textMessage,
  translateFor,
} from './receiver.ts'

export async function onShortcut(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'shortcut', Shortcut, body)
  if (!payload) return ack()
  await acknowledgeInTime(runHandler(payload, receiver), ack)
}

async function runHandler(payload: Shortcut, receiver: ReceiverContext): Promise<void> {
  const { user, team, callback_id: name, trigger_id } = payload
  const reply = (text: string) =>
    receiver.replies.open(team.id, trigger_id, messageAsModal(textMessage(text)))
  try {
    const handler = receiver.handlers.shortcuts[name]
    if (!handler) return receiver.context.log.debug({ name }, 'no handler for this shortcut')
    const who = await findActingPerson(receiver, user, team.id)
    if (!who) return await reply(translateFor(receiver, user.id)('command.stranger'))
    await handler(baseRequest(receiver, who, trigger_id), receiver.context)
  } catch (fault) {
    logHandlerError(receiver, 'shortcut', name, fault)
    const replied = reply(faultText(fault, translateFor(receiver, user.id)))
    await replied.catch((second: unknown) => logHandlerError(receiver, 'shortcut', name, second))
  }
}
