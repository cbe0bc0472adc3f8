// Handles Slack events about channels, people and the app itself.
import { z } from 'zod'
import { personOf, SlackUser } from '../../slack/person-of.ts'
import type { EventHandler } from '../../slack/requests.ts'
import { checkChannel } from '../flows/check-channel.ts'
import { appRemoved, channelJoined, channelLost } from '../flows/sync-channel.ts'
import { type PersonEvent, syncPerson } from '../flows/sync-person.ts'

const Joined = z.looseObject({ user: z.string(), channel: z.string(), inviter: z.string().optional() })
const Left = z.looseObject({ user: z.string(), channel: z.string() })
const Channel = z.looseObject({ channel: z.string() })
const Renamed = z.looseObject({ channel: z.looseObject({ id: z.string() }) })
const UserChanged = z.looseObject({ user: SlackUser.extend({ id: z.string() }) })
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

/** Shared with another organisation, or no longer. */
export const channelChanged: EventHandler = async ({ event, workspaceId }, context) => {
  await checkChannel(context, { workspaceId, channelId: Channel.parse(event).channel })
}

export const channelRenamed: EventHandler = async ({ event, workspaceId }, context) => {
  await checkChannel(context, { workspaceId, channelId: Renamed.parse(event).channel.id })
}

/** The event carries the whole user, so Slack is not asked: hundreds change at once when a directory is synchronised. */
export const userChanged: EventHandler = async ({ event, workspaceId }, context) => {
  const { user } = UserChanged.parse(event)
  await syncPerson(context, { workspaceId, userId: user.id }, toldOf(workspaceId, user))
}

/** Null: by this event they are not of this workspace. */
function toldOf(workspaceId: string, user: z.infer<typeof UserChanged>['user']): PersonEvent | null {
  const person = personOf(workspaceId, user)
  if (!person) return null
  const changedAt = user.updated ? Temporal.Instant.fromEpochMilliseconds(user.updated * 1000) : null
  return {
    ...person,
    locale: user.locale ? person.locale : null,
    zone: user.tz ? person.zone : null,
    changedAt,
  }
}

export const appUninstalled: EventHandler = async ({ workspaceId }, context) => {
  await appRemoved(context, workspaceId, 'app-uninstalled')
}

/** Revoked user tokens are ignored: the bot does not use any. */
export const tokensRevoked: EventHandler = async ({ event, workspaceId }, context) => {
  const { bot = [] } = Revoked.parse(event).tokens
  if (bot.length > 0) await appRemoved(context, workspaceId, 'tokens-revoked')
}
