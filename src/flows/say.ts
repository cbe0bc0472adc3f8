// Says something: writes notices and their delivery jobs into the transaction that decided them.
import type { Transaction } from '../db/client.ts'
import { saveNotices } from '../db/notices.ts'
import { statementsIn } from '../db/statement.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Context } from './context.ts'

/**
 * Each notice exists, and is delivered, exactly when the transaction commits. A key said before means that what
 * it shows has changed: its message is edited in place.
 */
export async function say(
  tx: Transaction,
  context: Pick<Context, 'queue' | 'clock'>,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  if (drafts.length === 0) return
  const unique = new Map(drafts.map((draft) => [`${draft.workspaceId} ${draft.key}`, draft]))
  // Always in the same order: two transactions that say some of the same notices never wait for each other in a ring.
  const ordered = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft)
  const refs = ordered.map(({ workspaceId, key }) => ({ workspaceId, noticeKey: key }))
  // The rows first: whoever delivers waits for them, and so sees what is said here even when the job that
  // would be enqueued is already there and about to run. Neither needs the other's answer: a connection
  // carries out what it is sent in that order.
  await Promise.all([
    saveNotices(tx, ordered, context.clock.now()),
    context.queue.enqueueDeliveries(statementsIn(tx), refs),
  ])
}
