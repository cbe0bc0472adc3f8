// Says something: writes notices into the transaction that decided them.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { inOrder } from '../../core/in-order.ts'
import { saveNotices } from '../db/messages.ts'
import type { NoticeDraft } from '../domain/message-facts.ts'

/**
 * Each notice exists, and is queued for delivery soon after (`queue-notices`), exactly when the transaction commits. A key said
 * before means that what it shows has changed: its message is edited in place.
 */
export async function say(
  tx: Transaction,
  { clock }: Pick<Context, 'clock'>,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  if (drafts.length > 0) await saveNotices(tx, eachInOrder(drafts), clock.now())
}

/** As they have to be saved. */
export const eachInOrder = (drafts: readonly NoticeDraft[]): NoticeDraft[] =>
  inOrder(drafts, ({ workspaceId, key }) => `${workspaceId} ${key}`)
