// Messages: stored in their channel with a unique ts, updated and removed in place, and their JSON.
import type { Json } from '../json.ts'
import type { Channel, Message, NewMessage, StoredFile } from './entities.ts'
import { fileJson } from './files.ts'
import type { PlatformState, Workspace } from './workspace.ts'

export function addMessage(
  state: PlatformState,
  workspace: Workspace,
  channel: Channel,
  message: NewMessage,
): Message {
  const stored: Message = { ...message, ts: nextTs(state, channel), reactions: [] }
  const ephemeral = stored.onlyFor !== undefined
  if (ephemeral) channel.ephemerals.push(stored)
  else keep(channel, stored)
  const readers = ephemeral ? [stored.onlyFor!] : [...channel.members].filter((id) => id !== stored.userId)
  for (const reader of readers) {
    const key = unreadKey(reader, channel.id)
    workspace.unread.set(key, (workspace.unread.get(key) ?? 0) + 1)
  }
  announceMessage(state, workspace, channel, ephemeral)
  return stored
}

function keep(channel: Channel, message: Message): void {
  channel.messages.push(message)
  channel.messageByTs.set(message.ts, message)
  if (message.threadTs === undefined) return
  const replies = channel.replies.get(message.threadTs)
  if (replies) replies.push(message)
  else channel.replies.set(message.threadTs, [message])
}

export function findMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messageByTs.get(ts)
}

/** The replies in this message's thread, oldest first. */
export function repliesTo(channel: Channel, message: Message): readonly Message[] {
  return channel.replies.get(message.ts) ?? []
}

export function removeMessage(
  state: PlatformState,
  workspace: Workspace,
  channel: Channel,
  gone: Message,
): void {
  channel.messages = channel.messages.filter((message) => message !== gone)
  channel.ephemerals = channel.ephemerals.filter((message) => message !== gone)
  channel.messageByTs.delete(gone.ts)
  const thread = channel.replies.get(gone.threadTs ?? '')
  if (thread)
    channel.replies.set(
      gone.threadTs!,
      thread.filter((message) => message !== gone),
    )
  announceMessage(state, workspace, channel, gone.onlyFor !== undefined)
}

export function announceMessage(
  state: PlatformState,
  workspace: Workspace,
  channel: Channel,
  ephemeral = false,
): void {
  state.changes.announce({
    kind: ephemeral ? 'ephemeral' : 'message',
    workspaceId: workspace.id,
    channelId: channel.id,
  })
}

export function unreadKey(userId: string, channelId: string): string {
  return `${userId} ${channelId}`
}

/** The clock's time, or just after the channel's last ts if that is later. */
function nextTs(state: PlatformState, channel: Channel): string {
  const micros = BigInt(Math.floor(state.clock.now() * 1000))
  const last = BigInt(channel.lastTs.replace('.', ''))
  channel.lastTs = tsOf(micros > last ? micros : last + 1n)
  return channel.lastTs
}

/** @param micros microseconds since the epoch */
export function tsOf(micros: bigint): string {
  const digits = micros.toString().padStart(16, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** As in Web API responses, history and interaction payloads; metadata only on request. */
export function messageJson(
  state: PlatformState,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  options: { metadata?: boolean } = {},
): Json {
  const parent = message.threadTs === undefined ? undefined : findMessage(channel, message.threadTs)
  const replies = repliesTo(channel, message)
  return {
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.userId,
    type: 'message',
    ts: message.ts,
    ...(message.clientMessageId === undefined ? {} : { client_msg_id: message.clientMessageId }),
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: state.app.id }),
    text: message.text,
    team: workspace.id,
    ...(message.edited === undefined
      ? {}
      : { edited: { user: message.edited.userId, ts: message.edited.ts } }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(parent === undefined || parent === message ? {} : { parent_user_id: parent.userId }),
    ...(replies.length === 0 ? {} : threadSummary(message, replies)),
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(message.files === undefined ? {} : filesJson(state, workspace, message.files)),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...(message.reactions.length === 0
      ? {}
      : { reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })) }),
    ...(message.pinned ? { pinned_to: [channel.id] } : {}),
    ...(options.metadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

function filesJson(state: PlatformState, workspace: Workspace, files: readonly StoredFile[]): Json {
  return {
    files: files.map((file) => fileJson(state, workspace, file)),
    upload: false,
    display_as_bot: false,
  }
}

function threadSummary(parent: Message, replies: readonly Message[]): Json {
  const users = [...new Set(replies.map((reply) => reply.userId))]
  return {
    thread_ts: parent.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)!.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  }
}
