// conversations.history and conversations.replies: what was said, ephemerals left out.
import { type Message, messageJson } from '../state/messages.ts'
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
  return pageOf(call, found.channel.id, shown.reverse())
}

export function conversationsReplies(call: Call): Answer {
  const found = permittedChannel(call, textArgument(call.args, 'channel'), 'history')
  if (!found.ok) return found
  const { channel } = found
  const asked = channel.messages.find((message) => message.ts === textArgument(call.args, 'ts'))
  if (asked === undefined) return refuse('thread_not_found')
  const rootTs = asked.threadTs ?? asked.ts
  const window = windowOf(call)
  if (!window.ok) return window
  const thread = channel.messages.filter(
    (message) => message.ts === rootTs || (message.threadTs === rootTs && window.contains(message)),
  )
  return pageOf(call, channel.id, thread)
}

function pageOf(call: Call, channelId: string, messages: Message[]): Answer {
  const found = page(call.args, messages, 999)
  if (!found.ok) return found
  const channel = call.workspace.channels.get(channelId)!
  const metadata = flagArgument(call.args, 'include_all_metadata')
  return grant({
    messages: found.items.map((message) =>
      messageJson(call.workspace, call.platform.app, channel, message, { metadata }),
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
  const from = oldest === undefined ? undefined : microsOf(oldest)
  const to = latest === undefined ? undefined : microsOf(latest)
  return {
    ok: true,
    contains: ({ ts }) => {
      const at = microsOf(ts)
      if (from !== undefined && (inclusive ? at < from : at <= from)) return false
      return to === undefined || (inclusive ? at <= to : at < to)
    },
  }
}

function microsOf(ts: string): bigint {
  const [seconds, fraction = ''] = ts.split('.')
  return BigInt(seconds! + fraction.padEnd(6, '0'))
}
