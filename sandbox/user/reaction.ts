// A user or the app adds or removes a reaction; the app receives the event.
import { eventTs, sendEvent } from '../delivery/events.ts'
import type { Platform } from '../platform.ts'
import type { Channel, Message } from '../state/entities.ts'
import { announceMessage, findMessage } from '../state/messages.ts'
import type { Workspace } from '../state/workspace.ts'

export interface ReactionAct {
  ts: string
  /** Without colons. */
  name: string
  userId: string
}

export type ReactionResult =
  | { ok: true }
  | { ok: false; reason: 'message_not_found' | 'already_reacted' | 'no_reaction' }

export function addReaction(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  act: ReactionAct,
): ReactionResult {
  const message = findMessage(channel, act.ts)
  if (message === undefined) return { ok: false, reason: 'message_not_found' }
  const reaction = message.reactions.find((one) => one.name === act.name)
  if (reaction?.users.includes(act.userId)) return { ok: false, reason: 'already_reacted' }
  if (reaction) reaction.users.push(act.userId)
  else message.reactions.push({ name: act.name, users: [act.userId] })
  tell(platform, workspace, channel, message, act, 'reaction_added')
  return { ok: true }
}

export function removeReaction(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  act: ReactionAct,
): ReactionResult {
  const message = findMessage(channel, act.ts)
  if (message === undefined) return { ok: false, reason: 'message_not_found' }
  const reaction = message.reactions.find((one) => one.name === act.name)
  if (!reaction?.users.includes(act.userId)) return { ok: false, reason: 'no_reaction' }
  reaction.users = reaction.users.filter((user) => user !== act.userId)
  message.reactions = message.reactions.filter((one) => one.users.length > 0)
  tell(platform, workspace, channel, message, act, 'reaction_removed')
  return { ok: true }
}

function tell(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  act: ReactionAct,
  type: 'reaction_added' | 'reaction_removed',
): void {
  announceMessage(platform, workspace, channel)
  sendEvent(platform, workspace, {
    subscription: type,
    channel,
    event: {
      type,
      user: act.userId,
      reaction: act.name,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      item_user: message.userId,
      event_ts: eventTs(platform),
    },
  })
}
