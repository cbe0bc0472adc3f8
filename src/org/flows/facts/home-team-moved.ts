// Loads the facts of the message that a person's home team was moved: for them, and for both managers.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadChannel } from '../../db/channels.ts'
import { findPerson } from '../../db/people.ts'
import type { HomeTeamMovedFacts } from '../../domain/message-facts.ts'
import { knowsName, namesKnownTo } from '../../domain/team-names.ts'
import { actorOf } from '../actor.ts'
import { loadTeamIdentity } from './team-identity.ts'

/** Null: the team does not exist. */
export async function loadHomeTeamMoved(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'home-team-moved'>,
  now: Temporal.Instant,
): Promise<HomeTeamMovedFacts | null> {
  const { userId, byUserId, teamId } = subject
  const team = await loadTeamIdentity(db, workspaceId, teamId, now)
  const reader = toUserId ? await findPerson(db, workspaceId, toUserId) : null
  if (!team) return null
  const channel = await loadChannel(db, { workspaceId, channelId: team.channelId })
  const named = { teamId, isPrivate: channel?.isPrivate ?? null }
  const shown = reader !== null && knowsName(namesKnownTo(await actorOf(db, reader, now)), named)
  return { kind: 'home-team-moved', team: shown ? team : null, userId, byUserId, own: toUserId === userId }
}
