// Counts colleagues' reactions to messages about wins, where the workspace lets the bot see reactions.
import { z } from 'zod'
import type { EventHandler } from '../../slack/requests.ts'
import { noteReaction } from '../flows/note-reaction.ts'

/** Slack tells of reactions to files, too. */
const Reaction = z.looseObject({
  user: z.string(),
  reaction: z.string(),
  item: z.looseObject({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
})

const handler =
  (isThere: boolean): EventHandler =>
  async ({ event, workspaceId, now }, context) => {
    const { user: userId, reaction, item } = Reaction.parse(event)
    const { type, channel: channelId, ts } = item
    if (type !== 'message' || !channelId || !ts) return
    await noteReaction(context, { workspaceId, channelId, ts }, { userId, reaction, isThere }, now)
  }

export const reactionAdded = handler(true)
export const reactionRemoved = handler(false)
