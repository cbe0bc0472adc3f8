// Writes messages into the outbox, in the transaction that decided them.

import type { Clock } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { uniqueSorted } from '../../core/unique-sorted.ts'
import { saveMessages } from '../db/messages.ts'
import type { MessageDraft } from '../domain/message.ts'

/**
 * Each message is delivered, soon after, exactly when the transaction commits. A key that was enqueued before means that what it shows
 * has changed: its message is edited in place.
 */
export async function enqueueMessage(
  tx: Transaction,
  { clock }: { clock: Clock },
  drafts: readonly MessageDraft[],
): Promise<void> {
  if (drafts.length > 0) await saveMessages(tx, uniqueDrafts(drafts), clock.now())
}

/** As they have to be saved. */
export const uniqueDrafts = (drafts: readonly MessageDraft[]): MessageDraft[] =>
  uniqueSorted(drafts, ({ workspaceId, key }) => `${workspaceId} ${key}`)
