// reactions.add and reactions.remove.
import { announceMessage, findMessage } from '../state/messages.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { textArgument } from './arguments.ts'

export function reactionsAdd(call: Call): Answer {
  const found = reacted(call)
  if (!found.ok) return found
  const { channel, message, name, me } = found
  if (channel.archived) return refuse('is_archived')
  const reaction = message.reactions.find((one) => one.name === name)
  if (reaction?.users.includes(me)) return refuse('already_reacted')
  if (reaction) reaction.users.push(me)
  else message.reactions.push({ name, users: [me] })
  announceMessage(call.platform, call.workspace, channel)
  return grant()
}

export function reactionsRemove(call: Call): Answer {
  const found = reacted(call)
  if (!found.ok) return found
  const { channel, message, name, me } = found
  const reaction = message.reactions.find((one) => one.name === name)
  if (!reaction?.users.includes(me)) return refuse('no_reaction')
  reaction.users = reaction.users.filter((user) => user !== me)
  message.reactions = message.reactions.filter((one) => one.users.length > 0)
  announceMessage(call.platform, call.workspace, channel)
  return grant()
}

function reacted(call: Call) {
  const channelId = textArgument(call.args, 'channel')
  const ts = textArgument(call.args, 'timestamp')
  if (channelId === undefined || ts === undefined) return refuse('no_item_specified')
  const found = visibleChannel(call, channelId)
  if (!found.ok) return found
  const message = findMessage(found.channel, ts)
  if (message === undefined) return refuse('message_not_found')
  const name = textArgument(call.args, 'name') ?? ''
  if (!/^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name)) return refuse('invalid_name')
  return { ok: true as const, channel: found.channel, message, name, me: call.installation.botUserId }
}
