// Loads what a request for help shows to the one who was asked.

import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { loadBlocker } from '../../db/blockers.ts'
import type { HelpWantedFacts } from '../../domain/message-facts.ts'

/** Null: taken back before it was ever said. Asked of someone else instead, or taken back after: closed. */
export async function loadHelpWanted(
  db: Queryable,
  message: Message<'help-wanted'>,
): Promise<HelpWantedFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = await loadBlocker(db, message.workspaceId, blockerId)
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
