// Handles the Slack events about channels, people and the app itself.
import { z } from 'zod'
import type { EventHandler } from '../../slack/requests.ts'
import { appRemoved, channelJoined, channelLost } from '../flows/follow-channel.ts'
import { followPerson } from '../flows/follow-person.ts'

const Joined = z.looseObject({ user: z.string(), channel: z.string(), inviter: z.string().optional() })
const Left = z.looseObject({ user: z.string(), channel: z.string() })
const Channel = z.looseObject({ channel: z.string() })
const UserChanged = z.looseObject({ user: z.looseObject({ id: z.string() }) })
const Revoked = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).optional() }) })

/** Handles only the bot itself: joining the channel does not make a person a team member. */
export const memberJoined: EventHandler = async ({ event, workspaceId, botUserId }, context) => {
  const { user, channel, inviter } = Joined.parse(event)
  if (user === botUserId) await channelJoined(context, workspaceId, channel, inviter ?? null)
}

export const memberLeft: EventHandler = async ({ event, workspaceId, botUserId }, context) => {
  const { user, channel } = Left.parse(event)
  if (user === botUserId) await channelLost(context, workspaceId, channel, 'not-in-channel')
}

/** Slack reports the removal of the bot by `channel_left` and `group_left`, not by `member_left_channel`. */
export const botLeft: EventHandler = async ({ event, workspaceId }, context) => {
  await channelLost(context, workspaceId, Channel.parse(event).channel, 'not-in-channel')
}

export const channelArchived: EventHandler = async ({ event, workspaceId }, context) => {
  await channelLost(context, workspaceId, Channel.parse(event).channel, 'channel-archived')
}

export const userChanged: EventHandler = async ({ event, workspaceId }, context) => {
  await followPerson(context, workspaceId, UserChanged.parse(event).user.id)
}

export const appUninstalled: EventHandler = async ({ workspaceId }, context) => {
  await appRemoved(context, workspaceId)
}

/** Ignores revoked user tokens; only bot tokens matter. */
export const tokensRevoked: EventHandler = async ({ event, workspaceId }, context) => {
  const { bot = [] } = Revoked.parse(event).tokens
  if (bot.length > 0) await appRemoved(context, workspaceId)
}
