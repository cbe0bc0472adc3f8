// Loads the request for help that the chosen helper gets.

import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { loadBlocker } from '../../db/blockers.ts'
import type { HelpWantedFacts } from '../../domain/message-facts.ts'

/** Null: withdrawn before the request was sent. Withdrawn later, or another helper chosen: shown as closed. */
export async function loadHelpWanted(
  db: Queryable,
  message: Message<'help-wanted'>,
): Promise<HelpWantedFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = await loadBlocker(db, message.workspaceId, blockerId)
  if (!blocker) return null
  const over = blocker.withdrawn || blocker.helperUserId !== helperUserId
  if (over && message.ts === null) return null
  const other = !blocker.withdrawn && blocker.state === 'helped' ? blocker.helperUserId : null
  return {
    kind: 'help-wanted',
    blockerId: blocker.blockerId,
    fromUserId: blocker.ownerUserId,
    text: blocker.text,
    state: over ? 'closed' : blocker.state,
    byOther: over ? other : null,
  }
}
