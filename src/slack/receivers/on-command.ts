// Listens to `/kpi`: the answer goes back in the acknowledgement, or after it where that took too long.

import type { RenderedMessage } from '../blocks.ts'
import { isPlain } from '../degrade.ts'
import { Command } from '../payloads.ts'
import { runCommand } from './dispatch.ts'
import {
  type Acknowledge,
  baseRequest,
  findActingPerson,
  finishesInTime,
  logFault,
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
  // Nobody is told when an acknowledgement's blocks are refused: only plain ones go that way.
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
      receiver.handlers.commands,
      receiver.context,
    )
  } catch (fault) {
    logFault(receiver, 'command', '/kpi', fault)
    reply(textMessage(translateFor(receiver, command.user_id)('common.fault')))
  }
}
