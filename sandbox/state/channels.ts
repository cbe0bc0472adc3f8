// Channels and direct messages: creating and finding them, and their JSON.
import type { Json } from '../json.ts'
import type { Channel, ChannelKind } from './entities.ts'
import { makeId, nowSeconds, type PlatformState, type Workspace } from './workspace.ts'

/** With which channels are shared; it has no people here. */
export const OTHER_ORGANISATION = 'T0ELSEWHERE'

export function addChannel(
  state: PlatformState,
  workspace: Workspace,
  about: { id?: string; name: string; kind: ChannelKind; creatorId: string; members: Iterable<string> },
): Channel {
  const channel: Channel = {
    id: about.id ?? makeId(state, about.kind === 'im' ? 'D' : about.kind === 'public' ? 'C' : 'G'),
    name: about.name,
    kind: about.kind,
    creatorId: about.creatorId,
    createdSeconds: nowSeconds(state),
    archived: false,
    members: new Set(about.members),
    messages: [],
    messageByTs: new Map(),
    replies: new Map(),
    ephemerals: [],
    lastTs: '0000000000.000000',
    bookmarks: [],
    agentThreads: new Map(),
  }
  workspace.channels.set(channel.id, channel)
  state.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
  return channel
}

/** The direct message of two users, created if there is none. With themselves it is a user's own notes. */
export function directMessage(
  state: PlatformState,
  workspace: Workspace,
  userId: string,
  otherId: string,
): Channel {
  const found = findDirectMessage(workspace, userId, otherId)
  if (found) return found
  const channel = addChannel(state, workspace, {
    name: `${userId}-${otherId}`,
    kind: 'im',
    creatorId: userId,
    members: [userId, otherId],
  })
  workspace.directMessages.set(pairKey(userId, otherId), channel.id)
  return channel
}

export function findDirectMessage(
  workspace: Workspace,
  userId: string,
  otherId: string,
): Channel | undefined {
  const id = workspace.directMessages.get(pairKey(userId, otherId))
  return id === undefined ? undefined : workspace.channels.get(id)
}

function pairKey(userId: string, otherId: string): string {
  return [userId, otherId].sort().join(' ')
}

/** By id, or by name with or without #. */
export function findChannel(workspace: Workspace, idOrName: string): Channel | undefined {
  const name = idOrName.replace(/^#/, '')
  return (
    workspace.channels.get(name) ??
    [...workspace.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === name)
  )
}

/** The other one in a direct message, seen from `userId`. */
function otherIn(channel: Channel, userId: string): string {
  return [...channel.members].find((id) => id !== userId) ?? userId
}

/** `channel_type` of events. */
export function channelType(channel: Channel): 'channel' | 'group' | 'im' | 'mpim' {
  return channel.kind === 'public' ? 'channel' : channel.kind === 'private' ? 'group' : channel.kind
}

export function channelJson(workspace: Workspace, channel: Channel, viewerId: string): Json {
  const common = {
    id: channel.id,
    created: channel.createdSeconds,
    is_archived: channel.archived,
    context_team_id: workspace.id,
  }
  if (channel.kind === 'im') {
    const other = otherIn(channel, viewerId)
    return {
      ...common,
      is_im: true,
      is_org_shared: false,
      user: other,
      is_user_deleted: workspace.users.get(other)?.deleted === true,
      priority: 0,
    }
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.name === 'general',
    is_shared: channel.shared === 'external',
    is_ext_shared: channel.shared === 'external',
    is_org_shared: false,
    is_pending_ext_shared: channel.shared === 'pending',
    pending_shared: channel.shared === 'pending' ? [OTHER_ORGANISATION] : [],
    unlinked: 0,
    shared_team_ids: [workspace.id, ...(channel.shared === 'external' ? [OTHER_ORGANISATION] : [])],
    creator: channel.creatorId,
    is_member: channel.members.has(viewerId),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}
