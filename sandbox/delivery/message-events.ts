// Sends message events to the app: new messages (its own too), changed and deleted ones, and mentions.
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import { channelType } from '../state/channels.ts'
import type { Channel, Message } from '../state/entities.ts'
import { messageJson } from '../state/messages.ts'
import type { Workspace } from '../state/workspace.ts'
import { eventTs, sendEvent } from './events.ts'

const SUBSCRIPTIONS = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const

/** @param previous how a changed or deleted message looked before */
export function sendMessageEvent(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  previous?: { subtype: 'message_changed' | 'message_deleted'; json: Json },
): void {
  const type = channelType(channel)
  const json = messageJson(platform, workspace, channel, message)
  const where = { channel: channel.id, channel_type: type }
  const event =
    previous === undefined
      ? { ...json, type: 'message', ...where, event_ts: message.ts }
      : {
          ...changeOf(message, json, previous),
          type: 'message',
          ...where,
          ts: eventTs(platform),
          event_ts: eventTs(platform),
        }
  sendEvent(platform, workspace, { subscription: SUBSCRIPTIONS[type], event, channel })
  if (previous === undefined) sendMention(platform, workspace, channel, message)
}

function changeOf(message: Message, json: Json, previous: { subtype: string; json: Json }): Json {
  return {
    subtype: previous.subtype,
    hidden: true,
    ...(previous.subtype === 'message_changed' ? { message: json } : { deleted_ts: message.ts }),
    previous_message: previous.json,
  }
}

function sendMention(platform: Platform, workspace: Workspace, channel: Channel, message: Message): void {
  const botUserId = workspace.installation?.botUserId
  if (
    botUserId === undefined ||
    message.userId === botUserId ||
    !message.text.includes(`<@${botUserId}>`) ||
    channel.kind === 'im'
  )
    return
  const json = messageJson(platform, workspace, channel, message)
  const event = { ...json, type: 'app_mention', channel: channel.id, event_ts: message.ts }
  sendEvent(platform, workspace, { subscription: 'app_mention', event, channel, about: botUserId })
}
