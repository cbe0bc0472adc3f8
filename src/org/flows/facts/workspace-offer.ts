// Loads the facts of the message that offers the first admin to choose who may set up teams.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadWorkspaceSettings } from '../../db/workspace-settings.ts'
import type { WorkspaceOfferFacts } from '../../domain/message-facts.ts'

/** Null: it was chosen before the message was posted. */
export async function loadWorkspaceOffer(
  db: Queryable,
  { workspaceId, ts }: Message<'workspace-offer'>,
): Promise<WorkspaceOfferFacts | null> {
  const { setupRight } = await loadWorkspaceSettings(db, workspaceId)
  return setupRight && !ts ? null : { kind: 'workspace-offer', setupRight }
}
