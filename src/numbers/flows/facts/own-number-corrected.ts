// Loads the message to whoever stands above a manager who corrected a number of their own.
import type { Queryable } from '../../../core/db/client.ts'
import { maySeeAuditOfWorkspace } from '../../../org/audit/domain/permissions.ts'
import { findPerson } from '../../../org/db/people.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { OwnNumberCorrectedFacts } from '../../domain/message-facts.ts'
import { maySeeNumbersOf } from '../../domain/permissions.ts'
import { loadCorrection } from './correction.ts'

/** Null: what it is about is gone, or the reader may no longer know of it. Rights are those of now. */
export async function loadOwnNumberCorrected(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'own-number-corrected'>,
  now: Temporal.Instant,
): Promise<OwnNumberCorrectedFacts | null> {
  const found = await loadCorrection(db, workspaceId, subject)
  const reader = toUserId && (await findPerson(db, workspaceId, toUserId))
  if (!found || !reader) return null
  const { teamId, userId } = found.member
  const team = await loadTeam(db, workspaceId, teamId)
  if (!team) return null
  const facts = { kind: 'own-number-corrected', byUserId: userId, channelId: team.channelId } as const
  const actor = await actorOf(db, reader, now)
  if (may(actor, maySeeNumbersOf, { workspaceId, teamId, userId }))
    return { ...facts, correction: found.correction }
  return may(actor, maySeeAuditOfWorkspace, { workspaceId }) ? { ...facts, correction: null } : null
}
