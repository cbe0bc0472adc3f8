// chat.scheduleMessage, chat.deleteScheduledMessage, chat.scheduledMessages.list.
import { addScheduled } from '../state/scheduled.ts'
import { nowSeconds } from '../state/workspace.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { countArgument, textArgument } from './arguments.ts'
import { fromBot, target } from './chat.ts'
import { readContent } from './message-content.ts'
import { page } from './paging.ts'

/** docs.slack.dev /reference/methods/chat.scheduleMessage */
const FARTHEST_DAYS = 120
const MOST_IN_FIVE_MINUTES = 30

export function scheduleMessage(call: Call): Answer {
  const { platform, workspace, args } = call
  const found = target(call)
  if (!found.ok) return found.error === 'messages_tab_disabled' ? refuse('channel_not_found') : found
  const read = readContent(args, platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  const postAtSeconds = countArgument(args, 'post_at', 0)
  if (postAtSeconds === undefined || postAtSeconds === 0) return refuse('invalid_time')
  if (postAtSeconds <= nowSeconds(platform)) return refuse('time_in_past')
  if (postAtSeconds > nowSeconds(platform) + FARTHEST_DAYS * 86_400) return refuse('time_too_far')
  const near = [...workspace.scheduled.values()].filter(
    (other) =>
      other.channelId === found.channel.id &&
      Math.floor(other.postAtSeconds / 300) === Math.floor(postAtSeconds / 300),
  )
  if (near.length >= MOST_IN_FIVE_MINUTES) return refuse('restricted_too_many')
  const message = fromBot(call, read.content)
  const scheduled = addScheduled(platform, workspace, { channelId: found.channel.id, postAtSeconds, message })
  return grant({
    channel: found.channel.id,
    scheduled_message_id: scheduled.id,
    post_at: String(postAtSeconds),
    message: {
      text: message.text,
      type: 'delayed_message',
      user: message.userId,
      bot_id: message.botId,
      team: workspace.id,
    },
  })
}

export function deleteScheduledMessage({ workspace, args }: Call): Answer {
  const scheduled = workspace.scheduled.get(textArgument(args, 'scheduled_message_id') ?? '')
  if (scheduled === undefined || scheduled.channelId !== textArgument(args, 'channel'))
    return refuse('invalid_scheduled_message_id')
  workspace.scheduled.delete(scheduled.id)
  return grant()
}

export function scheduledMessagesList({ workspace, args }: Call): Answer {
  const channelId = textArgument(args, 'channel')
  if (channelId !== undefined && !workspace.channels.has(channelId)) return refuse('invalid_channel')
  const waiting = [...workspace.scheduled.values()]
    .filter((scheduled) => channelId === undefined || scheduled.channelId === channelId)
    .sort((a, b) => a.postAtSeconds - b.postAtSeconds)
  const found = page(args, waiting, 100)
  if (!found.ok) return found
  return grant({
    scheduled_messages: found.items.map((scheduled) => ({
      id: scheduled.id,
      channel_id: scheduled.channelId,
      post_at: scheduled.postAtSeconds,
      date_created: scheduled.createdSeconds,
      text: scheduled.message.text,
    })),
    response_metadata: { next_cursor: found.nextCursor },
  })
}
