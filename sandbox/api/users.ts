// users.info, users.list and users.conversations.
import { channelJson } from '../state/channels.ts'
import { userJson } from '../state/users.ts'
import { kindsOf, scopeOf } from './access.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { flagArgument, listArgument, textArgument } from './arguments.ts'
import { missingScope } from './check-call.ts'
import { page } from './paging.ts'

export function usersInfo({ platform, workspace, args }: Call): Answer {
  const user = workspace.users.get(textArgument(args, 'user') ?? '')
  if (user === undefined) return refuse('user_not_found')
  return grant({
    user: userJson(platform, workspace, user, { locale: flagArgument(args, 'include_locale') }),
  })
}

export function usersList({ platform, workspace, args }: Call): Answer {
  const found = page(args, [...workspace.users.values()], 1000)
  if (!found.ok) return found
  const locale = flagArgument(args, 'include_locale')
  return grant({
    members: found.items.map((user) => userJson(platform, workspace, user, { locale })),
    cache_ts: Math.floor(platform.clock.now() / 1000),
    response_metadata: { next_cursor: found.nextCursor },
  })
}

/** Channels of one user [the bot itself]; private ones only if the bot is in them too. */
export function usersConversations(call: Call): Answer {
  const { workspace, installation, args } = call
  const kinds = kindsOf(listArgument(args, 'types'))
  if (kinds === undefined) return refuse('invalid_types')
  const lacking = kinds
    .map((kind) => scopeOf(kind, 'read'))
    .find((scope) => !installation.scopes.includes(scope))
  if (lacking !== undefined) return missingScope(lacking, installation)
  const userId = textArgument(args, 'user') ?? installation.botUserId
  const channels = [...workspace.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      channel.members.has(userId) &&
      (channel.kind === 'public' || channel.members.has(installation.botUserId)) &&
      !(channel.archived && flagArgument(args, 'exclude_archived')),
  )
  const found = page(args, channels, 999, 'invalid_limit')
  if (!found.ok) return found
  return grant({
    channels: found.items.map((channel) => channelJson(workspace, channel, installation.botUserId)),
    response_metadata: { next_cursor: found.nextCursor },
  })
}
