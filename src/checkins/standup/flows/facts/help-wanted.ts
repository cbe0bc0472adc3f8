// Loads what a request for help shows to the one who was asked.

import type { Queryable } from '../../../../core/db/client.ts'
import type { OutboxMessage } from '../../../../outbox/db/messages.ts'
import type { HelpWantedFacts } from '../../../../outbox/domain/message-facts.ts'
import { loadBlocker } from '../../db/blockers.ts'

/** Null: taken back before it was ever said. Asked of someone else instead, or taken back after: closed. */
export async function loadHelpWanted(db: Queryable, message: OutboxMessage): Promise<HelpWantedFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = blockerId ? await loadBlocker(db, message.workspaceId, blockerId) : null
  if (!blocker) return null
  const over = blocker.withdrawn || blocker.helperUserId !== helperUserId
  if (over && message.ts === null) return null
  return {
    kind: 'help-wanted',
    blockerId: blocker.blockerId,
    fromUserId: blocker.ownerUserId,
    text: blocker.text,
    state: over ? 'closed' : blocker.state,
  }
}
