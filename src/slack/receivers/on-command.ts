// Listens to `/kpi`: the answer goes back in the acknowledgement, or after it where that took too long.

import type { RenderedMessage } from '../blocks.ts'
import { isPlain } from '../degrade.ts'
import { Command } from '../payloads.ts'
import { runCommand } from './dispatch.ts'
import {
  type Acknowledge,
  callOf,
  inTime,
  type Listening,
  languageOf,
  logFault,
  readPayload,
  sentence,
  whoActs,
} from './listening.ts'

export async function onCommand(body: unknown, ack: Acknowledge, listening: Listening): Promise<void> {
  const command = readPayload(listening, 'command', Command, body)
  if (!command) return ack()
  const replies: RenderedMessage[] = []
  const work = answer(command, (message) => replies.push(message), listening)
  const done = await inTime(work)
  // Nobody is told when an acknowledgement's blocks are refused: only plain ones go that way.
  const first = done && replies[0] && isPlain(replies[0]) ? replies.shift() : undefined
  await ack(first && { response_type: 'ephemeral', ...first })
  await work
  for (const message of replies) await listening.answers.respond(command.response_url, message, false)
}

async function answer(
  command: Command,
  reply: (message: RenderedMessage) => void,
  listening: Listening,
): Promise<void> {
  try {
    const who = await whoActs(listening, { id: command.user_id }, command.team_id)
    if (!who) return reply(sentence(languageOf(listening, command.user_id)('command.stranger')))
    const call = callOf(listening, who, command.trigger_id)
    await runCommand(
      { ...call, channelId: command.channel_id, rest: command.text.trim(), reply },
      listening.handlers.commands,
      listening.context,
    )
  } catch (fault) {
    logFault(listening, 'command', '/kpi', fault)
    reply(sentence(languageOf(listening, command.user_id)('common.fault')))
  }
}
