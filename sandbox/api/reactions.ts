// reactions.add and reactions.remove.
import type { Channel } from '../state/entities.ts'
import { addReaction, type ReactionAct, removeReaction } from '../user/reaction.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, type Refused, refuse } from './answer.ts'
import { textArgument } from './arguments.ts'

export function reactionsAdd(call: Call): Answer {
  const found = reacted(call)
  if (!found.ok) return found
  if (found.channel.archived) return refuse('is_archived')
  const added = addReaction(call.platform, call.workspace, found.channel, found.act)
  return added.ok ? grant() : refuse(added.reason)
}

export function reactionsRemove(call: Call): Answer {
  const found = reacted(call)
  if (!found.ok) return found
  const removed = removeReaction(call.platform, call.workspace, found.channel, found.act)
  return removed.ok ? grant() : refuse(removed.reason)
}

function reacted(call: Call): { ok: true; channel: Channel; act: ReactionAct } | Refused {
  const channelId = textArgument(call.args, 'channel')
  const ts = textArgument(call.args, 'timestamp')
  if (channelId === undefined || ts === undefined) return refuse('no_item_specified')
  const found = visibleChannel(call, channelId)
  if (!found.ok) return found
  const name = textArgument(call.args, 'name') ?? ''
  if (!/^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name)) return refuse('invalid_name')
  return { ok: true, channel: found.channel, act: { ts, name, userId: call.installation.botUserId } }
}
