// Sends what was written in the composer: a slash command or a message.
import type { Conversation } from '../client/types.ts'
import type { Operations } from '../client/use-operations.ts'

/** A text that begins with a slash is a command; its answer or error comes as a message. */
export async function sendText(
  perform: Operations['perform'],
  conversation: Conversation,
  text: string,
  thread?: string,
): Promise<void> {
  const [, command, rest] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? []
  await (command === undefined || thread !== undefined
    ? perform('say', { channel: conversation.id, text, thread })
    : perform('command', { channel: conversation.id, command, text: rest }))
}
