// Sends the digests that waited for the morning because their readers had got enough the day before.
import type { Transaction } from '../../core/db/client.ts'
import { isBefore } from '../../core/time.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { linesOfDigest, lockReaders } from '../db/digests.ts'
import { findWarnings } from '../db/episodes.ts'
import { type DigestRef, digestDraft, digestKey, digestOf, type Said } from '../domain/digest.ts'
import { loadReaderHours } from './reader-hours.ts'
import { recordTold } from './record-told.ts'

/** What has ended meanwhile is left out when they are sent. Whoever is away by then gets theirs when their next hours begin. */
export const sendDigests: DueHandler = async (tx, items, now, context) => {
  // Nobody adds to a digest that is not there yet while it is sent.
  await lockReaders(
    tx,
    items.map(({ workspaceId, dueKey }) => ({ workspaceId, userId: digestOf(dueKey).userId })),
  )
  for (const [workspaceId, own] of Map.groupBy(items, (item) => item.workspaceId)) {
    const readers = own.map(({ dueKey, teamId }) => ({ teamId, userId: digestOf(dueKey).userId }))
    const hours = await loadReaderHours(tx, workspaceId, readers, new Map(), now)
    const drafts: MessageDraft[] = []
    for (const { dueKey, teamId, kind, memberId, date } of own) {
      const ref = { workspaceId, ...digestOf(dueKey) }
      const dueAt = hours.from({ userId: ref.userId, teamId }, now)
      const again = `${digestKey(ref)}:${dueAt.epochMilliseconds}`
      if (isBefore(now, dueAt))
        await planDueItems(tx, [{ workspaceId, dueKey: again, kind, teamId, memberId, date, dueAt }])
      else {
        drafts.push(digestDraft(ref, teamId))
        await recordTold(tx, context, workspaceId, await saidInDigest(tx, ref))
      }
    }
    await enqueueMessage(tx, context, drafts)
  }
  return items.map(done)
}

async function saidInDigest(tx: Transaction, ref: DigestRef): Promise<Said[]> {
  const { workspaceId, userId } = ref
  const lines = await linesOfDigest(tx, ref)
  const found = await findWarnings(tx, workspaceId, [...new Set(lines.map(({ episodeId }) => episodeId))])
  return found.flatMap((warning) =>
    lines.flatMap(({ episodeId, what }) =>
      episodeId === warning.episodeId ? [{ warning, userId, what }] : [],
    ),
  )
}
