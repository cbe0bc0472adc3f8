// Sends the digests that waited for the morning because their readers had got enough the day before.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { digestDraft, digestOf } from '../domain/digest.ts'

/** What has ended meanwhile is left out when they are sent. */
export const sendDigests: DueHandler = async (tx, items, _now, context) => {
  const drafts = items.map(({ workspaceId, dueKey, teamId }) =>
    digestDraft({ workspaceId, ...digestOf(dueKey) }, teamId),
  )
  await enqueueMessage(tx, context, drafts)
  return items.map(done)
}
