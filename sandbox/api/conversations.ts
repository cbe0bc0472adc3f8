// conversations.* except the history: list, info, members, open, create, join, invite.
import { addChannel, channelJson, directMessage } from '../state/channels.ts'
import type { Channel } from '../state/entities.ts'
import { messageJson, unreadKey } from '../state/messages.ts'
import { joinChannel } from '../user/membership.ts'
import { kindsOf, permittedChannel, scopeOf, visibleChannel } from './access.ts'
import { type Answer, type Call, grant, refuse, warned } from './answer.ts'
import { flagArgument, listArgument, textArgument } from './arguments.ts'
import { missingScope, refuseArguments } from './check-call.ts'
import { page } from './paging.ts'

const NEVER = '0000000000.000000'

export function conversationsInfo(call: Call): Answer {
  const found = permittedChannel(call, textArgument(call.args, 'channel'), 'read')
  if (!found.ok) return found
  return grant({
    channel: {
      ...json(call, found.channel),
      ...readState(call, found.channel),
      ...(flagArgument(call.args, 'include_num_members') ? { num_members: found.channel.members.size } : {}),
    },
  })
}

export function conversationsList(call: Call): Answer {
  const kinds = kindsOf(listArgument(call.args, 'types'))
  if (kinds === undefined) return refuse('invalid_types')
  const lacking = kinds
    .map((kind) => scopeOf(kind, 'read'))
    .find((scope) => !call.installation.scopes.includes(scope))
  if (lacking !== undefined) return missingScope(lacking, call.installation)
  const shown = [...call.workspace.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      visibleChannel(call, channel.id).ok &&
      !(channel.archived && flagArgument(call.args, 'exclude_archived')),
  )
  const found = page(call.args, shown, 1000, 'invalid_limit')
  if (!found.ok) return found
  return grant({
    channels: found.items.map((channel) => ({ ...json(call, channel), num_members: channel.members.size })),
    response_metadata: { next_cursor: found.nextCursor },
  })
}

export function conversationsMembers(call: Call): Answer {
  const found = permittedChannel(call, textArgument(call.args, 'channel'), 'read')
  if (!found.ok) return found
  const members = page(call.args, [...found.channel.members], 1000, 'invalid_limit')
  if (!members.ok) return members
  return grant({ members: members.items, response_metadata: { next_cursor: members.nextCursor } })
}

/** Opens a direct message with one user, or a group message with up to eight. */
export function conversationsOpen(call: Call): Answer {
  const { platform, workspace, installation, args } = call
  const byId = textArgument(args, 'channel')
  if (byId !== undefined) {
    const found = visibleChannel(call, byId)
    if (!found.ok) return found
    return opened(call, found.channel, true)
  }
  const ids = listArgument(args, 'users').filter((id) => id !== installation.botUserId)
  if (ids.length === 0) return refuse('users_list_not_supplied')
  if (ids.length > 8) return refuse('too_many_users')
  const users = ids.map((id) => workspace.users.get(id))
  if (users.includes(undefined)) return refuse('user_not_found')
  if (users.some((user) => user!.deleted)) return refuse('user_disabled')
  const scope = ids.length === 1 ? 'im:write' : 'mpim:write'
  if (!installation.scopes.includes(scope)) return missingScope(scope, installation)
  const before = workspace.channels.size
  const channel =
    ids.length === 1
      ? directMessage(platform, workspace, installation.botUserId, ids[0]!)
      : groupMessage(call, ids)
  return opened(call, channel, workspace.channels.size === before)
}

function opened(call: Call, channel: Channel, already: boolean): Answer {
  const full = flagArgument(call.args, 'return_im')
  return grant({
    ...(already ? { no_op: true, already_open: true } : {}),
    channel: full ? { ...json(call, channel), ...readState(call, channel) } : { id: channel.id },
  })
}

/** The read marker of a direct message, which only conversations.info returns; an app never reads, so it stays at 0. */
function readState({ platform, workspace, installation }: Call, channel: Channel) {
  if (channel.kind !== 'im') return {}
  const unread = workspace.unread.get(unreadKey(installation.botUserId, channel.id)) ?? 0
  const latest = channel.messages.at(-1)
  return {
    last_read: NEVER,
    latest: latest === undefined ? null : messageJson(platform, workspace, channel, latest),
    unread_count: unread,
    unread_count_display: unread,
    is_open: true,
  }
}

function groupMessage({ platform, workspace, installation }: Call, ids: string[]): Channel {
  const members = new Set([installation.botUserId, ...ids])
  const same = [...workspace.channels.values()].find(
    (channel) =>
      channel.kind === 'mpim' &&
      channel.members.size === members.size &&
      [...members].every((id) => channel.members.has(id)),
  )
  const name = `mpdm-${[...members].map((id) => workspace.users.get(id)!.name).join('--')}-1`
  return (
    same ??
    addChannel(platform, workspace, { name, kind: 'mpim', creatorId: installation.botUserId, members })
  )
}

export function conversationsCreate(call: Call): Answer {
  const { platform, workspace, installation, args } = call
  const name = textArgument(args, 'name')!
  if (name.length > 80) return refuse('invalid_name_maxlength')
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) return refuse('invalid_name_specials')
  if ([...workspace.channels.values()].some((channel) => channel.kind !== 'im' && channel.name === name))
    return refuse('name_taken')
  const isPrivate = flagArgument(args, 'is_private')
  const scope = isPrivate ? 'groups:write' : 'channels:manage'
  if (!installation.scopes.includes(scope)) return missingScope(scope, installation)
  const kind = isPrivate ? 'private' : 'public'
  const channel = addChannel(platform, workspace, {
    name,
    kind,
    creatorId: installation.botUserId,
    members: [installation.botUserId],
  })
  return grant({ channel: { ...json(call, channel), last_read: NEVER } })
}

export function conversationsJoin(call: Call): Answer {
  const found = visibleChannel(call, textArgument(call.args, 'channel'))
  if (!found.ok) return found
  if (found.channel.kind !== 'public') return refuse('method_not_supported_for_channel_type')
  if (found.channel.archived) return refuse('is_archived')
  const already = found.channel.members.has(call.installation.botUserId)
  if (!already) joinChannel(call.platform, call.workspace, found.channel, call.installation.botUserId)
  return grant({ channel: json(call, found.channel), ...(already ? warned('already_in_channel') : {}) })
}

export function conversationsInvite(call: Call): Answer {
  const { platform, workspace, installation, args } = call
  const found = visibleChannel(call, textArgument(args, 'channel'))
  if (!found.ok) return found
  const { channel } = found
  if (channel.kind === 'im' || channel.kind === 'mpim') return refuse('method_not_supported_for_channel_type')
  if (channel.archived) return refuse('is_archived')
  if (!channel.members.has(installation.botUserId)) return refuse('not_in_channel')
  const ids = listArgument(args, 'users')
  if (ids.length === 0) return refuseArguments(['missing required field: users'])
  const errors = ids.flatMap((user) => {
    const error = inviteError(call, channel, user)
    return error === undefined ? [] : [{ user, ok: false, error }]
  })
  if (errors.length > 0) return refuse(errors[0]!.error, { errors })
  for (const id of ids) joinChannel(platform, workspace, channel, id, installation.botUserId)
  return grant({ channel: { ...json(call, channel), last_read: NEVER } })
}

function inviteError({ workspace, installation }: Call, channel: Channel, id: string): string | undefined {
  if (id === installation.botUserId) return 'cant_invite_self'
  if (workspace.users.get(id)?.deleted !== false) return 'user_not_found'
  return channel.members.has(id) ? 'already_in_channel' : undefined
}

function json({ workspace, installation }: Call, channel: Channel) {
  return channelJson(workspace, channel, installation.botUserId)
}
