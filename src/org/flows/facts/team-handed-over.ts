// Loads what the new manager of a team is told, and the former one.
import type { Queryable } from '../../../core/db/client.ts'
import type { OutboxMessage } from '../../../outbox/db/messages.ts'
import type { TeamHandedOverFacts } from '../../../outbox/domain/message-facts.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'

/** Null: the team is gone. */
export async function loadTeamHandedOver(
  db: Queryable,
  { workspaceId, toUserId: reader, subject }: OutboxMessage,
  now: Temporal.Instant,
): Promise<TeamHandedOverFacts | null> {
  const { teamId, byUserId, toUserId } = subject
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  const settings = team && (await settingsNow(db, team, now))
  if (!settings || !byUserId || !toUserId) return null
  return {
    ...{ kind: 'team-handed-over', teamName: settings.name, channelId: team.channelId, byUserId, toUserId },
    reader: reader === toUserId ? 'new-manager' : 'former-manager',
  }
}
