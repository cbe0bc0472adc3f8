// Users and the bot join and leave channels, and channels are archived or renamed; the app receives the events.
import { eventTs, sendEvent } from '../delivery/events.ts'
import { sendMessageEvent } from '../delivery/message-events.ts'
import type { Platform } from '../platform.ts'
import { OTHER_ORGANISATION } from '../state/channels.ts'
import type { Channel } from '../state/entities.ts'
import { addMessage } from '../state/messages.ts'
import type { Workspace } from '../state/workspace.ts'

/** @param inviterId who added them; absent when they joined by themselves */
export function joinChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  userId: string,
  inviterId?: string,
): void {
  if (channel.members.has(userId)) return
  channel.members.add(userId)
  const words = `<@${userId}> has joined the channel`
  const joined = addMessage(platform, workspace, channel, { userId, subtype: 'channel_join', text: words })
  sendMessageEvent(platform, workspace, channel, joined)
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
  sendEvent(platform, workspace, {
    subscription: 'member_joined_channel',
    channel,
    about: userId,
    event: {
      type: 'member_joined_channel',
      user: userId,
      channel: channel.id,
      channel_type: letterOf(channel),
      team: workspace.id,
      ...(inviterId === undefined ? {} : { inviter: inviterId }),
      event_ts: eventTs(platform),
    },
  })
}

/** When the app itself is removed it receives channel_left or group_left instead of member_left_channel. */
export function leaveChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  userId: string,
): void {
  if (!channel.members.delete(userId)) return
  const itself = userId === workspace.installation?.botUserId
  const common = { channel: channel.id, event_ts: eventTs(platform) }
  if (itself) {
    const type = channel.kind === 'public' ? 'channel_left' : 'group_left'
    sendEvent(platform, workspace, { subscription: type, channel, about: userId, event: { type, ...common } })
  } else {
    const where = { channel_type: letterOf(channel), team: workspace.id }
    const event = { type: 'member_left_channel', user: userId, ...where, ...common }
    sendEvent(platform, workspace, { subscription: 'member_left_channel', channel, event })
  }
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
}

export function archiveChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  byUserId: string,
): void {
  setArchived(platform, workspace, channel, byUserId, true)
}

export function unarchiveChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  byUserId: string,
): void {
  setArchived(platform, workspace, channel, byUserId, false)
}

function setArchived(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  byUserId: string,
  archived: boolean,
): void {
  if (channel.archived === archived) return
  channel.archived = archived
  const type = `${channel.kind === 'public' ? 'channel' : 'group'}_${archived ? 'archive' : 'unarchive'}`
  sendEvent(platform, workspace, {
    subscription: type,
    channel,
    event: { type, channel: channel.id, user: byUserId, is_moved: 0, event_ts: eventTs(platform) },
  })
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
}

export function renameChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  name: string,
): void {
  channel.name = name
  const type = channel.kind === 'public' ? 'channel_rename' : 'group_rename'
  const about = { id: channel.id, name, name_normalized: name, created: channel.createdSeconds }
  sendEvent(platform, workspace, {
    subscription: type,
    channel,
    event: { type, channel: about, event_ts: eventTs(platform) },
  })
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
}

/** Shares the channel with another organisation, invites one, or ends it; the app is not told of an invitation. */
export function shareChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  shared: 'external' | 'pending' | 'no',
): void {
  const before = channel.shared
  if (shared === 'no') delete channel.shared
  else channel.shared = shared
  const common = { channel: channel.id, event_ts: eventTs(platform) }
  if (shared === 'external')
    sendEvent(platform, workspace, {
      subscription: 'channel_shared',
      channel,
      event: { type: 'channel_shared', connected_team_id: OTHER_ORGANISATION, ...common },
    })
  else if (before === 'external')
    sendEvent(platform, workspace, {
      subscription: 'channel_unshared',
      channel,
      event: {
        type: 'channel_unshared',
        previously_connected_team_id: OTHER_ORGANISATION,
        is_ext_shared: false,
        ...common,
      },
    })
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
}

/** Makes a private channel public or a public one private; it keeps its id, and no event tells an app that reads no messages. */
export function convertChannel(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  kind: 'public' | 'private',
): void {
  channel.kind = kind
  platform.changes.announce({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id })
}

/** `C` for channels, `G` for private ones, as the recorded events have it. */
function letterOf(channel: Channel): 'C' | 'G' {
  return channel.kind === 'public' ? 'C' : 'G'
}
