// Loads the facts of the message to a member about a correction.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { NumberCorrectedFacts } from '../../domain/message-facts.ts'
import { loadCorrection } from './correction.ts'

/** Null: the member, the metric or the correction does not exist. */
export async function loadNumberCorrected(
  db: Queryable,
  { workspaceId, subject }: Message<'number-corrected'>,
): Promise<NumberCorrectedFacts | null> {
  const found = await loadCorrection(db, workspaceId, subject)
  return found && { kind: 'number-corrected', ...found.correction }
}
