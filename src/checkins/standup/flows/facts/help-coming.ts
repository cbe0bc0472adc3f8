// Loads the message to the member who raised a blocker: help is coming, later that it is solved.

import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { loadBlocker } from '../../db/blockers.ts'
import type { HelpComingFacts } from '../../domain/message-facts.ts'

/** Null: the blocker is open again or was withdrawn; a message that was sent stays as it is. */
export async function loadHelpComing(
  db: Queryable,
  message: Message<'help-coming'>,
): Promise<HelpComingFacts | null> {
  const { blockerId, helperUserId } = message.subject
  const blocker = await loadBlocker(db, message.workspaceId, blockerId)
  if (!blocker || blocker.withdrawn || blocker.state === 'open') return null
  return { kind: 'help-coming', helperUserId, text: blocker.text, state: blocker.state }
}
