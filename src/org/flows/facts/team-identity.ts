// Loads by what a message names its team: name, channel and manager.
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { TeamIdentity } from '../../domain/message-facts.ts'
import { identityOf } from '../../domain/team-names.ts'

/** Null: the team does not exist. */
export async function loadTeamIdentity(
  db: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  now: Temporal.Instant,
): Promise<TeamIdentity | null> {
  const team = await loadTeam(db, workspaceId, teamId)
  const settings = team && (await settingsNow(db, team, now))
  return settings && team ? identityOf(team, settings) : null
}
