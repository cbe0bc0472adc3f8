// chat.startStream, appendStream, stopStream: a message that grows while people read it.
import { sendMessageEvent } from '../delivery/message-events.ts'
import { isObject } from '../json.ts'
import type { Channel, Message } from '../state/entities.ts'
import { addMessage, announceMessage, findMessage, messageJson } from '../state/messages.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, type Refused, refuse } from './answer.ts'
import { structureArgument, textArgument } from './arguments.ts'
import { fromBot, lacksDisguise, target } from './chat.ts'
import { missingScope } from './check-call.ts'
import { readContent } from './message-content.ts'

/** docs.slack.dev /reference/methods/chat.startStream */
const LONGEST_PIECE = 12_000
const CHUNKS = ['markdown_text', 'task_update', 'plan_update', 'blocks']

export function startStream(call: Call): Answer {
  const { platform, workspace, args } = call
  if (lacksDisguise(call)) return missingScope('chat:write.customize', call.installation)
  const found = target(call)
  if (!found.ok) return found
  const { channel } = found
  const reader = textArgument(args, 'recipient_user_id')
  if (channel.kind !== 'im' && reader === undefined) return refuse('missing_recipient_user_id')
  if (channel.kind !== 'im' && textArgument(args, 'recipient_team_id') === undefined)
    return refuse('missing_recipient_team_id')
  if (reader !== undefined && !workspace.users.has(reader)) return refuse('user_not_found')
  const piece = readPiece(call)
  if (!piece.ok) return piece
  const parent = findMessage(channel, textArgument(args, 'thread_ts') ?? '')
  const message = addMessage(platform, workspace, channel, {
    ...fromBot(call, { text: piece.text }),
    streaming: true,
    ...(parent === undefined ? {} : { threadTs: parent.threadTs ?? parent.ts }),
  })
  sendMessageEvent(platform, workspace, channel, message)
  return grant({ channel: channel.id, ts: message.ts })
}

export function appendStream(call: Call): Answer {
  const found = streamOf(call)
  if (!found.ok) return found
  const piece = readPiece(call)
  if (!piece.ok) return piece
  found.message.text += piece.text
  announceMessage(call.platform, call.workspace, found.channel)
  return grant({ channel: found.channel.id, ts: found.message.ts })
}

export function stopStream(call: Call): Answer {
  const { platform, workspace, args } = call
  const found = streamOf(call)
  if (!found.ok) return found
  const { channel, message } = found
  const piece = readPiece(call)
  if (!piece.ok) return piece
  const { blocks, metadata } = args
  const text = message.text + piece.text
  const read = readContent(
    { text, ...(blocks === undefined ? {} : { blocks }), ...(metadata === undefined ? {} : { metadata }) },
    platform.faults.unsupportedBlocks,
  )
  if (!read.ok) return read.error === 'invalid_blocks_format' ? { ...read, error: 'invalid_blocks' } : read
  const before = messageJson(platform, workspace, channel, message)
  delete message.streaming
  Object.assign(message, fromBot(call, read.content))
  announceMessage(platform, workspace, channel)
  sendMessageEvent(platform, workspace, channel, message, { subtype: 'message_changed', json: before })
  return grant({
    channel: channel.id,
    ts: message.ts,
    message: messageJson(platform, workspace, channel, message),
  })
}

function streamOf(call: Call): { ok: true; channel: Channel; message: Message } | Refused {
  const found = visibleChannel(call, textArgument(call.args, 'channel'))
  if (!found.ok) return found
  const message = findMessage(found.channel, textArgument(call.args, 'ts') ?? '')
  if (message === undefined) return refuse('message_not_found')
  if (message.userId !== call.installation.botUserId) return refuse('message_not_owned_by_app')
  if (message.streaming !== true) return refuse('message_not_in_streaming_state')
  return { ok: true, channel: found.channel, message }
}

/** Only text chunks are shown; task and plan chunks are accepted and ignored. */
function readPiece({ args }: Call): { ok: true; text: string } | Refused {
  const chunks = structureArgument(args, 'chunks')
  const list = chunks.given && Array.isArray(chunks.value) ? chunks.value : []
  const known = list.every((chunk) => isObject(chunk) && CHUNKS.includes(String(chunk.type)))
  if (!known || (chunks.given && !Array.isArray(chunks.value))) return refuse('invalid_chunks')
  const texts = list.flatMap((chunk) => (chunk.type === 'markdown_text' ? [String(chunk.text)] : []))
  const text = [textArgument(args, 'markdown_text') ?? '', ...texts].join('')
  return text.length > LONGEST_PIECE ? refuse('msg_blocks_too_long') : { ok: true, text }
}
