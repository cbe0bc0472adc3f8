// Listens to the global shortcuts.
import { Shortcut } from '../payloads.ts'
import {
  type Acknowledge,
  acknowledgeInTime,
  baseRequest,
  findActingPerson,
  logFault,
  messageAsModal,
  type ReceiverContext,
  readPayload,
  textMessage,
  translateFor,
} from './receiver.ts'

export async function onShortcut(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'shortcut', Shortcut, body)
  if (!payload) return ack()
  await acknowledgeInTime(carryOut(payload, receiver), ack)
}

async function carryOut(payload: Shortcut, receiver: ReceiverContext): Promise<void> {
  const { user, team, callback_id: name, trigger_id } = payload
  const tell = (text: string) => receiver.replies.open(team.id, trigger_id, messageAsModal(textMessage(text)))
  try {
    const handler = receiver.handlers.shortcuts[name]
    if (!handler) return receiver.context.log.debug({ name }, 'nobody listens to this shortcut')
    const who = await findActingPerson(receiver, user, team.id)
    if (!who) return await tell(translateFor(receiver, user.id)('command.stranger'))
    await handler(baseRequest(receiver, who, trigger_id), receiver.context)
  } catch (fault) {
    logFault(receiver, 'shortcut', name, fault)
    const told = tell(translateFor(receiver, user.id)('common.fault'))
    await told.catch((second: unknown) => logFault(receiver, 'shortcut', name, second))
  }
}
