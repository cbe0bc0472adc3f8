// Loads the facts of the message to a manager that more people can read the team's channel than before.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { ChannelWidenedFacts } from '../../domain/message-facts.ts'
import { loadTeamIdentity } from './team-identity.ts'

/** Null: the team does not exist, or is in another channel by now. */
export async function loadChannelWidened(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'channel-widened'>,
  now: Temporal.Instant,
): Promise<ChannelWidenedFacts | null> {
  const team = teamId ? await loadTeamIdentity(db, workspaceId, teamId, now) : null
  if (team?.channelId !== subject.channelId) return null
  return { ...team, kind: 'channel-widened', stage: subject.stage }
}
