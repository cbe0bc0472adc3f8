// Reads people and channels from Slack and converts them to our types.
import type { Directory } from '../core/context.ts'
import { isSlackId } from './ids.ts'
import { isOf, personOf } from './person-of.ts'
import { isUnknown } from './refusals.ts'
import type { ClientFor } from './replies.ts'

const PAGE = 200

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
