// Loads what whoever raised a blocker is told: that help is coming, then that it is solved.

import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { loadBlocker } from '../../db/blockers.ts'
import type { HelpComingFacts } from '../../domain/message-facts.ts'

/** Null: it is open again, or was taken back; what was said before stays. */
export async function loadHelpComing(
  db: Queryable,
  message: Message<'help-coming'>,
): Promise<HelpComingFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = await loadBlocker(db, message.workspaceId, blockerId)
  if (!blocker || blocker.withdrawn || blocker.state === 'open') return null
  return { kind: 'help-coming', helperUserId, text: blocker.text, state: blocker.state }
}
