// Reads people and channels from Slack and converts them to our types.
import {
  type ConversationsInfoResponse,
  type ConversationsRepliesResponse,
  WebAPIRateLimitedError,
} from '@slack/web-api'
import type { Channel, Directory, Reply } from '../core/context.ts'
import { SlackUnavailable } from '../core/slack-unavailable.ts'
import { isSlackId } from './ids.ts'
import { isOf, personOf } from './person-of.ts'
import { isUnknown } from './refusals.ts'
import type { ClientFor } from './send.ts'

const PAGE = 200

export function createDirectory(clientFor: ClientFor): Directory {
  const nullIfNotFound = async <T>(asked: Promise<T>): Promise<T | null> => {
    try {
      return await asked
    } catch (fault) {
      if (isUnknown(fault)) return null
      throw withoutPackage(fault)
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
    peoplePage: async (workspaceId, cursor) => {
      const { users } = clientFor(workspaceId)
      const asked = users.list({ limit: PAGE, include_locale: true, ...(cursor ? { cursor } : {}) })
      const page = await asked.catch((fault: unknown) => {
        throw withoutPackage(fault)
      })
      const people = (page.members ?? []).map((user) => personOf(workspaceId, user))
      return {
        people: people.filter((person) => person !== null),
        next: page.response_metadata?.next_cursor || null,
      }
    },
    channel: async (workspaceId, channelId) => {
      if (!isSlackId(channelId)) return null
      const answer = await nullIfNotFound(clientFor(workspaceId).conversations.info({ channel: channelId }))
      if (!answer?.channel) return null
      return channelOf(answer.channel)
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
    replies: async (workspaceId, channelId, ts) => {
      const asked = clientFor(workspaceId).conversations.replies({ channel: channelId, ts, limit: PAGE })
      const thread = await nullIfNotFound(asked)
      return thread && (thread.messages ?? []).slice(1).flatMap(replyOf)
    },
  }
}

/** Flows know when to ask again without knowing Slack's package. */
const withoutPackage = (fault: unknown): unknown =>
  fault instanceof WebAPIRateLimitedError ? new SlackUnavailable(fault.message, fault.retryAfter) : fault

type SlackReply = NonNullable<ConversationsRepliesResponse['messages']>[number]

function replyOf({ user, bot_id, text, ts }: SlackReply): Reply[] {
  if (!user || bot_id || !text || !ts) return []
  return [{ userId: user, text, at: Temporal.Instant.fromEpochMilliseconds(Math.round(Number(ts) * 1000)) }]
}

type SlackChannel = NonNullable<ConversationsInfoResponse['channel']>

function channelOf(channel: SlackChannel): Channel {
  const { name = '', is_member: botIsIn = false, is_archived: archived = false } = channel
  const pending = channel.is_pending_ext_shared === true || (channel.pending_shared ?? []).length > 0
  const shared = channel.is_ext_shared === true || (channel.is_shared === true && !channel.is_org_shared)
  return { name, botIsIn, archived, isPrivate: channel.is_private === true, isExternal: shared || pending }
}
