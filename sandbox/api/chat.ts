// chat.postMessage, postEphemeral, update, delete, getPermalink.
import { sendMessageEvent } from '../delivery/message-events.ts'
import { directMessage, findChannel } from '../state/channels.ts'
import type { Message, NewMessage } from '../state/entities.ts'
import {
  addMessage,
  announceMessage,
  findMessage,
  messageJson,
  removeMessage,
  tsOf,
} from '../state/messages.ts'
import { type Found, visibleChannel } from './access.ts'
import { type Answer, type Call, grant, refuse, warned } from './answer.ts'
import { flagArgument, textArgument } from './arguments.ts'
import { missingScope } from './check-call.ts'
import { type Content, readContent } from './message-content.ts'

/** The target of a message: a channel, a direct message, a channel's #name, or a user's id. */
export function target(call: Call): Found {
  const { platform, workspace, installation } = call
  const asked = textArgument(call.args, 'channel') ?? ''
  const user = workspace.users.get(asked)
  if (user !== undefined && (user.deleted || user.isBot)) return refuse('channel_not_found')
  const id = user
    ? directMessage(platform, workspace, installation.botUserId, user.id).id
    : (findChannel(workspace, asked)?.id ?? asked)
  const found = visibleChannel(call, id)
  if (!found.ok) return found
  const { channel } = found
  if (channel.archived) return refuse('is_archived')
  if (channel.kind === 'im') {
    if (!platform.app.manifest.messagesTab) return refuse('messages_tab_disabled')
    if ([...channel.members].some((id) => workspace.users.get(id)?.deleted))
      return refuse('channel_not_found')
  }
  const member = channel.members.has(installation.botUserId)
  return member || installation.scopes.includes('chat:write.public') ? found : refuse('not_in_channel')
}

/** A custom name or icon needs the scope chat:write.customize. */
export function lacksDisguise({ args, installation }: Call): boolean {
  const disguised = ['username', 'icon_emoji', 'icon_url'].some((key) => args[key] !== undefined)
  return disguised && !installation.scopes.includes('chat:write.customize')
}

export function postMessage(call: Call): Answer {
  if (lacksDisguise(call)) return missingScope('chat:write.customize', call.installation)
  const found = target(call)
  if (!found.ok) return found
  const { channel } = found
  const read = readContent(call.args, call.platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  const threadTs = textArgument(call.args, 'thread_ts')
  if (threadTs !== undefined && findMessage(channel, threadTs) === undefined)
    return refuse('cannot_reply_to_message')
  const broadcast = flagArgument(call.args, 'reply_broadcast')
  const message = addMessage(call.platform, call.workspace, channel, {
    ...fromBot(call, read.content),
    ...(threadTs === undefined ? {} : { threadTs: findMessage(channel, threadTs)!.threadTs ?? threadTs }),
    ...(threadTs !== undefined && broadcast ? { broadcast } : {}),
  })
  sendMessageEvent(call.platform, call.workspace, channel, message)
  return grant({
    channel: channel.id,
    ts: message.ts,
    message: json(call, channel.id, message),
    ...(read.truncated ? warned('message_truncated') : {}),
  })
}

export function fromBot({ installation }: Pick<Call, 'installation'>, content: Content): NewMessage {
  const { text = '', metadata, ...more } = content
  return {
    userId: installation.botUserId,
    botId: installation.botId,
    text,
    ...more,
    ...(metadata ? { metadata } : {}),
  }
}

export function postEphemeral(call: Call): Answer {
  if (lacksDisguise(call)) return missingScope('chat:write.customize', call.installation)
  const found = target(call)
  if (!found.ok) return found
  const { channel } = found
  const userId = textArgument(call.args, 'user')!
  if (!channel.members.has(userId)) return refuse('user_not_in_channel')
  const read = readContent(call.args, call.platform.faults.unsupportedBlocks)
  if (!read.ok)
    return read.error === 'invalid_metadata_format' ? { ...read, error: 'invalid_arguments' } : read
  const threadTs = textArgument(call.args, 'thread_ts')
  const message = addMessage(call.platform, call.workspace, channel, {
    ...fromBot(call, read.content),
    onlyFor: userId,
    ...(threadTs === undefined ? {} : { threadTs }),
  })
  return grant({ message_ts: message.ts, ...(read.truncated ? warned('message_truncated') : {}) })
}

export function update(call: Call): Answer {
  const found = ownMessage(call, 'cant_update_message')
  if (!found.ok) return found
  const { channel, message } = found
  if (channel.archived) return refuse('is_inactive')
  if (message.streaming) return refuse('streaming_state_conflict')
  const read = readContent(call.args, call.platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  const before = messageJson(call.platform, call.workspace, channel, message)
  changeMessage(call, message, read.content)
  announceMessage(call.platform, call.workspace, channel)
  sendMessageEvent(call.platform, call.workspace, channel, message, {
    subtype: 'message_changed',
    json: before,
  })
  return grant({
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: json(call, channel.id, message),
    ...(read.truncated ? warned('message_truncated') : {}),
  })
}

/**
 * New text without blocks removes the old blocks; an update with blocks sets no "edited" mark;
 * attachments and metadata stay unless new ones are given. (docs.slack.dev /reference/methods/chat.update)
 */
export function changeMessage(
  { platform, installation }: Pick<Call, 'platform' | 'installation'>,
  message: Message,
  content: Content,
): void {
  if (content.text !== undefined || content.blocks !== undefined) {
    message.text = content.text ?? ''
    delete message.blocks
  }
  if (content.blocks !== undefined && content.blocks.length > 0) message.blocks = content.blocks
  else
    message.edited = {
      userId: installation.botUserId,
      ts: tsOf(BigInt(Math.floor(platform.clock.now() * 1000))),
    }
  if (content.attachments !== undefined) message.attachments = content.attachments
  if (content.metadata === null) delete message.metadata
  else if (content.metadata !== undefined) message.metadata = content.metadata
}

export function deleteMessage(call: Call): Answer {
  const found = ownMessage(call, 'cant_delete_message')
  if (!found.ok) return found
  const { channel, message } = found
  const before = messageJson(call.platform, call.workspace, channel, message)
  removeMessage(call.platform, call.workspace, channel, message)
  sendMessageEvent(call.platform, call.workspace, channel, message, {
    subtype: 'message_deleted',
    json: before,
  })
  return grant({ channel: channel.id, ts: message.ts })
}

export function getPermalink(call: Call): Answer {
  const found = visibleChannel(call, textArgument(call.args, 'channel'))
  if (!found.ok) return found
  const message = findMessage(found.channel, textArgument(call.args, 'message_ts') ?? '')
  if (message === undefined) return refuse('message_not_found')
  const path = `archives/${found.channel.id}/p${message.ts.replace('.', '')}`
  return grant({ channel: found.channel.id, permalink: `https://${call.workspace.domain}.slack.com/${path}` })
}

function ownMessage(call: Call, notOwn: string) {
  const found = visibleChannel(call, textArgument(call.args, 'channel'))
  if (!found.ok) return found
  const message = findMessage(found.channel, textArgument(call.args, 'ts') ?? '')
  if (message === undefined) return refuse('message_not_found')
  if (message.userId !== call.installation.botUserId) return refuse(notOwn)
  return { ok: true as const, channel: found.channel, message }
}

function json(call: Call, channelId: string, message: Message) {
  return messageJson(call.platform, call.workspace, call.workspace.channels.get(channelId)!, message, {
    metadata: true,
  })
}
