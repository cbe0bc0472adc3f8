// pins.add and bookmarks.add.
import { announceMessage, findMessage } from '../state/messages.ts'
import { makeId, nowSeconds } from '../state/workspace.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { textArgument } from './arguments.ts'

/** docs.slack.dev /reference/methods/pins.add and /reference/methods/bookmarks.add */
const MOST_PINS = 100
const MOST_BOOKMARKS = 100

export function pinsAdd(call: Call): Answer {
  const { platform, workspace, args } = call
  const ts = textArgument(args, 'timestamp')
  if (ts === undefined) return refuse('no_item_specified')
  const found = visibleChannel(call, textArgument(args, 'channel'))
  if (!found.ok) return found
  const { channel } = found
  if (!channel.members.has(call.installation.botUserId)) return refuse('not_in_channel')
  if (!/^\d+\.\d+$/.test(ts)) return refuse('bad_timestamp')
  const message = findMessage(channel, ts)
  if (message === undefined) return refuse('message_not_found')
  if (message.subtype === 'channel_join') return refuse('not_pinnable')
  if (message.pinned) return refuse('already_pinned')
  if (channel.messages.filter((one) => one.pinned).length >= MOST_PINS) return refuse('too_many_pins')
  message.pinned = true
  announceMessage(platform, workspace, channel)
  return grant()
}

export function bookmarksAdd(call: Call): Answer {
  const { platform, workspace, installation, args } = call
  const found = visibleChannel(call, textArgument(args, 'channel_id'))
  if (!found.ok) return found
  const { channel } = found
  if (!channel.members.has(installation.botUserId)) return refuse('permission_denied')
  if (args.type !== 'link') return refuse('invalid_bookmark_type')
  const link = textArgument(args, 'link') ?? ''
  if (!/^https?:\/\/./.test(link) || !URL.canParse(link)) return refuse('invalid_link')
  const emoji = textArgument(args, 'emoji') ?? ''
  if (emoji !== '' && !/^:[\w+'-]+:$/.test(emoji)) return refuse('invalid_emoji')
  if (channel.bookmarks.length >= MOST_BOOKMARKS) return refuse('too_many_bookmarks')
  const bookmark = {
    id: makeId(platform, 'Bk'),
    channel_id: channel.id,
    title: textArgument(args, 'title'),
    link,
    emoji,
    icon_url: new URL('/favicon.ico', link).href,
    type: 'link',
    entity_id: null,
    date_created: nowSeconds(platform),
    date_updated: 0,
    rank: String(channel.bookmarks.length + 1),
    last_updated_by_user_id: installation.botUserId,
    last_updated_by_team_id: workspace.id,
    shortcut_id: null,
    app_id: null,
  }
  channel.bookmarks.push(bookmark)
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
  return grant({ bookmark })
}
