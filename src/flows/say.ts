// Says something: writes notices into the transaction that decided them.
import type { Transaction } from '../db/client.ts'
import { saveNotices } from '../db/notices.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Context } from './context.ts'

/**
 * Each notice exists, and is queued for delivery soon after (`queue-notices`), exactly when the transaction commits. A key said
 * before means that what it shows has changed: its message is edited in place.
 */
export async function say(
  tx: Transaction,
  { clock }: Pick<Context, 'clock'>,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  if (drafts.length === 0) return
  const unique = new Map(drafts.map((draft) => [`${draft.workspaceId} ${draft.key}`, draft]))
  // Always in the same order: two transactions that say some of the same notices never wait for each other in a ring.
  const ordered = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft)
  await saveNotices(tx, ordered, clock.now())
}
