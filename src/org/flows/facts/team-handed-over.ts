// Loads the facts of the message to the new and the former manager of a team.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { TeamHandedOverFacts } from '../../domain/message-facts.ts'

/** Null: the team does not exist. */
export async function loadTeamHandedOver(
  db: Queryable,
  { workspaceId, toUserId: reader, subject }: Message<'team-handed-over'>,
  now: Temporal.Instant,
): Promise<TeamHandedOverFacts | null> {
  const { teamId, byUserId, toUserId } = subject
  const team = await loadTeam(db, workspaceId, teamId)
  const settings = team && (await settingsNow(db, team, now))
  if (!settings) return null
  return {
    ...{ kind: 'team-handed-over', teamName: settings.name, channelId: team.channelId, byUserId, toUserId },
    reader: reader === toUserId ? 'new-manager' : 'former-manager',
  }
}
