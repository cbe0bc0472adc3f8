// Receives `/kpi`; replies in the acknowledgement, or afterwards where the work takes too long.

import type { RenderedMessage } from '../blocks.ts'
import { isPlain } from '../degrade.ts'
import { Command } from '../payloads.ts'
import { runCommand } from './dispatch.ts'
import {
  type Acknowledge,
  baseRequest,
  faultText,
  findActingPerson,
  finishesInTime,
  logHandlerError,
  type ReceiverContext,
  readPayload,
  textMessage,
  translateFor,
} from './receiver.ts'

export async function onCommand(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const command = readPayload(receiver, 'command', Command, body)
  if (!command) return ack()
  const replies: RenderedMessage[] = []
  const work = answer(command, (message) => replies.push(message), receiver)
  const done = await finishesInTime(work)
  // Slack does not report refused blocks in an acknowledgement, so only plain messages are sent there.
  const first = done && replies[0] && isPlain(replies[0]) ? replies.shift() : undefined
  await ack(first && { response_type: 'ephemeral', ...first })
  await work
  for (const message of replies) await receiver.replies.respond(command.response_url, message, false)
}

async function answer(
  command: Command,
  reply: (message: RenderedMessage) => void,
  receiver: ReceiverContext,
): Promise<void> {
  try {
    const who = await findActingPerson(receiver, { id: command.user_id }, command.team_id)
    if (!who) return reply(textMessage(translateFor(receiver, command.user_id)('command.stranger')))
    const call = baseRequest(receiver, who, command.trigger_id)
    await runCommand(
      { ...call, channelId: command.channel_id, rest: command.text.trim(), reply },
      receiver.handlers,
      receiver.context,
    )
  } catch (fault) {
    logHandlerError(receiver, 'command', '/kpi', fault)
    reply(textMessage(faultText(fault, translateFor(receiver, command.user_id))))
  }
}
