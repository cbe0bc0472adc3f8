// Handles Slack events about channels, people and the app itself.
import { z } from 'zod'
import type { EventHandler } from '../../slack/requests.ts'
import { appRemoved, channelJoined, channelLost } from '../flows/sync-channel.ts'
import { syncPerson } from '../flows/sync-person.ts'

const Joined = z.looseObject({ user: z.string(), channel: z.string(), inviter: z.string().optional() })
const Left = z.looseObject({ user: z.string(), channel: z.string() })
const Channel = z.looseObject({ channel: z.string() })
const UserChanged = z.looseObject({ user: z.looseObject({ id: z.string() }) })
const Revoked = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).optional() }) })

/** Only the bot's own joining matters: a person who joins the channel does not join the team. */
export const memberJoined: EventHandler = async ({ event, workspaceId, botUserId }, context) => {
  const { user, channel, inviter } = Joined.parse(event)
  if (user === botUserId) await channelJoined(context, workspaceId, channel, inviter ?? null)
}

export const memberLeft: EventHandler = async ({ event, workspaceId, botUserId }, context) => {
  const { user, channel } = Left.parse(event)
  if (user === botUserId) await channelLost(context, workspaceId, channel, 'not-in-channel')
}

/** Slack sends a removed user `channel_left` or `group_left`, not `member_left_channel`. */
export const botLeft: EventHandler = async ({ event, workspaceId }, context) => {
  await channelLost(context, workspaceId, Channel.parse(event).channel, 'not-in-channel')
}

export const channelArchived: EventHandler = async ({ event, workspaceId }, context) => {
  await channelLost(context, workspaceId, Channel.parse(event).channel, 'channel-archived')
}

export const userChanged: EventHandler = async ({ event, workspaceId }, context) => {
  await syncPerson(context, workspaceId, UserChanged.parse(event).user.id)
}

export const appUninstalled: EventHandler = async ({ workspaceId }, context) => {
  await appRemoved(context, workspaceId)
}

/** Revoked user tokens are ignored: the bot does not use any. */
export const tokensRevoked: EventHandler = async ({ event, workspaceId }, context) => {
  const { bot = [] } = Revoked.parse(event).tokens
  if (bot.length > 0) await appRemoved(context, workspaceId)
}
