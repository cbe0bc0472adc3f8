// Loads what whoever had items of a team and the one who has them now are told.
import type { Queryable } from '../../../core/db/client.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { textsOf } from '../../db/action-items.ts'
import type { ActionsPassedOnFacts } from '../../domain/messages.ts'

/** Null: the team is not there any more. */
export async function loadActionsPassedOn(
  db: Queryable,
  { workspaceId, teamId, toUserId: reader, subject }: Message<'actions-passed-on'>,
): Promise<ActionsPassedOnFacts | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  if (!team) return null
  const { fromUserId, toUserId, actionIds, count, why } = subject
  return {
    ...{ kind: 'actions-passed-on', why, isLeaver: reader === fromUserId, fromUserId, toUserId, count },
    ...{ channelId: team.channelId, texts: await textsOf(db, workspaceId, actionIds) },
  }
}
