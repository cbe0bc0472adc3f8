// Notes a reaction to the message about a win, or that it was taken away; the same event twice changes nothing.
import type { Context } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import { type MessagePlace, messageAt } from '../../outbox/db/messages.ts'
import { forgetReaction, saveReaction } from '../db/reactions.ts'

/** Slack's names of emoji are shorter. */
const NAME_LENGTH = 100

export async function noteReaction(
  { db }: Context,
  place: MessagePlace,
  { userId, reaction, isThere }: { userId: UserId; reaction: string; isThere: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const message = await messageAt(db, place)
  if (message?.kind !== 'win' || reaction.length > NAME_LENGTH) return
  const { sourceId } = message.subject as { sourceId: string }
  const one = { workspaceId: place.workspaceId, sourceId, userId, reaction }
  if (isThere) await saveReaction(db, { ...one, reactedAt: now })
  else await forgetReaction(db, one)
}
