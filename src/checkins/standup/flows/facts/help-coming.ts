// Loads what whoever raised a blocker is told: that help is coming, then that it is solved.

import type { Queryable } from '../../../../core/db/client.ts'
import type { OutboxMessage } from '../../../../outbox/db/messages.ts'
import type { HelpComingFacts } from '../../../../outbox/domain/message-facts.ts'
import { loadBlocker } from '../../db/blockers.ts'

/** Null: it is open again, or was taken back; what was said before stays. */
export async function loadHelpComing(db: Queryable, message: OutboxMessage): Promise<HelpComingFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = blockerId ? await loadBlocker(db, message.workspaceId, blockerId) : null
  if (!blocker || !helperUserId || blocker.withdrawn || blocker.state === 'open') return null
  return { kind: 'help-coming', helperUserId, text: blocker.text, state: blocker.state }
}
