// Reads people and channels from Slack and converts them to our types.
import type { UsersInfoResponse } from '@slack/web-api'
import type { Directory } from '../core/context.ts'
import { nearestLocale } from '../core/i18n/locale.ts'
import type { Person } from '../core/person.ts'
import { cleanText } from '../core/text.ts'
import { isSlackId } from './ids.ts'
import { isUnknown } from './refusals.ts'
import type { ClientFor } from './replies.ts'

const PAGE = 200
/** Slack's limit for a display name. */
const NAME_LENGTH = 80
const SLACKBOT = 'USLACKBOT'

export function createDirectory(clientFor: ClientFor): Directory {
  const nullIfNotFound = async <T>(asked: Promise<T>): Promise<T | null> => {
    try {
      return await asked
    } catch (fault) {
      if (isUnknown(fault)) return null
      throw fault
    }
  }
  return {
    person: async (workspaceId, userId, alsoOf) => {
      if (!isSlackId(userId)) return null
      const asked = clientFor(workspaceId).users.info({ user: userId, include_locale: true })
      const answer = await nullIfNotFound(asked)
      if (!answer?.user || (alsoOf && !isOf(answer.user, alsoOf))) return null
      return personOf(workspaceId, answer.user)
    },
    channel: async (workspaceId, channelId) => {
      if (!isSlackId(channelId)) return null
      const answer = await nullIfNotFound(clientFor(workspaceId).conversations.info({ channel: channelId }))
      if (!answer?.channel) return null
      const { name = '', is_member: botIsIn = false, is_archived: archived = false } = answer.channel
      return { name, botIsIn, archived }
    },
    channelMembers: async (workspaceId, channelId) => {
      const { conversations } = clientFor(workspaceId)
      const members: string[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const asked = conversations.members({
          channel: channelId,
          limit: PAGE,
          ...(cursor ? { cursor } : {}),
        })
        const page = await nullIfNotFound(asked)
        if (!page) return null
        members.push(...(page.members ?? []))
        cursor = page.response_metadata?.next_cursor || undefined
      }
      return members
    },
  }
}

type SlackUser = NonNullable<UsersInfoResponse['user']>

/** A user of an Enterprise organisation is in several workspaces; `team_id` may name any of them or the organisation. */
function isOf({ team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  const { enterprise_id, teams = [] } = enterprise_user ?? {}
  return [team_id, enterprise_id, ...teams].includes(teamId)
}

/** Null: the user belongs to another workspace and is visible through a shared channel. */
function personOf(workspaceId: string, user: SlackUser): Person | null {
  if (!user.id || user.is_stranger) return null
  if (user.team_id && !isOf(user, workspaceId)) return null
  return {
    workspaceId,
    userId: user.id,
    name: nameOf(user) ?? user.id,
    zone: supportedZone(user.tz),
    locale: nearestLocale(user.locale),
    isBot: user.is_bot === true || user.id === SLACKBOT,
    isAdmin: user.is_admin === true || user.is_owner === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    deactivated: user.deleted === true,
  }
}

/** The first name that is not blank after cleaning: a display name can be any text. */
function nameOf({ profile, real_name, name }: SlackUser): string | undefined {
  return [profile?.display_name, real_name, name]
    .map((one) => cleanText(one ?? '', NAME_LENGTH))
    .find((one) => one !== '')
}

/** UTC where this runtime does not know the zone: Slack's IANA data may be newer. */
function supportedZone(zone: string | undefined): string {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone ?? 'UTC')
    return zone ?? 'UTC'
  } catch {
    return 'UTC'
  }
}
