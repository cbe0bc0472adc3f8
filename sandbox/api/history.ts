// conversations.history and conversations.replies: messages without ephemeral ones.
import type { Message } from '../state/entities.ts'
import { findMessage, messageJson, repliesTo } from '../state/messages.ts'
import { permittedChannel } from './access.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { flagArgument, textArgument } from './arguments.ts'
import { page } from './paging.ts'

const TS = /^\d{1,12}(\.\d{1,6})?$/

export function conversationsHistory(call: Call): Answer {
  const found = permittedChannel(call, textArgument(call.args, 'channel'), 'history')
  if (!found.ok) return found
  const { channel } = found
  if (!channel.members.has(call.installation.botUserId)) return refuse('not_in_channel')
  const window = windowOf(call)
  if (!window.ok) return window
  const shown = channel.messages.filter(
    (message) => (message.threadTs === undefined || message.broadcast) && window.contains(message),
  )
  const answer = pageOf(call, channel.id, shown.reverse())
  return answer.ok ? { ...answer, pin_count: channel.messages.filter(({ pinned }) => pinned).length } : answer
}

export function conversationsReplies(call: Call): Answer {
  const found = permittedChannel(call, textArgument(call.args, 'channel'), 'history')
  if (!found.ok) return found
  const { channel } = found
  const asked = findMessage(channel, textArgument(call.args, 'ts') ?? '')
  if (asked === undefined) return refuse('thread_not_found')
  const root = findMessage(channel, asked.threadTs ?? asked.ts) ?? asked
  const window = windowOf(call)
  if (!window.ok) return window
  const thread = [root, ...repliesTo(channel, root).filter(window.contains)]
  return pageOf(call, channel.id, thread)
}

function pageOf(call: Call, channelId: string, messages: Message[]): Answer {
  const found = page(call.args, messages, 999)
  if (!found.ok) return found
  const channel = call.workspace.channels.get(channelId)!
  const metadata = flagArgument(call.args, 'include_all_metadata')
  return grant({
    messages: found.items.map((message) =>
      messageJson(call.platform, call.workspace, channel, message, { metadata }),
    ),
    has_more: found.nextCursor !== '',
    ...(found.nextCursor === '' ? {} : { response_metadata: { next_cursor: found.nextCursor } }),
  })
}

type Window = { ok: true; contains(message: Message): boolean } | ReturnType<typeof refuse>

function windowOf({ args }: Call): Window {
  const oldest = textArgument(args, 'oldest')
  const latest = textArgument(args, 'latest')
  if (oldest !== undefined && !TS.test(oldest)) return refuse('invalid_ts_oldest')
  if (latest !== undefined && !TS.test(latest)) return refuse('invalid_ts_latest')
  const inclusive = flagArgument(args, 'inclusive')
  const from = oldest === undefined ? undefined : fullTs(oldest)
  const to = latest === undefined ? undefined : fullTs(latest)
  return {
    ok: true,
    contains: ({ ts }) => {
      if (from !== undefined && (inclusive ? ts < from : ts <= from)) return false
      return to === undefined || (inclusive ? ts <= to : ts < to)
    },
  }
}

/** In the format of a message's ts, so that both compare as strings. */
function fullTs(ts: string): string {
  const [seconds, fraction = ''] = ts.split('.')
  return `${seconds!.padStart(10, '0')}.${fraction.padEnd(6, '0')}`
}
