// Loads the facts of the message to a member about a correction.
import type { Queryable } from '../../../core/db/client.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { NumberCorrectedFacts } from '../../domain/message-facts.ts'
import { loadCorrection } from './correction.ts'

/** Null: the member, the team, the metric or the correction does not exist. */
export async function loadNumberCorrected(
  db: Queryable,
  { workspaceId, subject }: Message<'number-corrected'>,
  now: Temporal.Instant,
): Promise<NumberCorrectedFacts | null> {
  const found = await loadCorrection(db, workspaceId, subject)
  const team = found && (await loadTeamIdentity(db, workspaceId, found.member.teamId, now))
  return found && team && { kind: 'number-corrected', ...team, ...found.correction }
}
