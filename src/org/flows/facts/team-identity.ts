// Loads by what a message names its team: name, channel and manager.
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { TeamIdentity } from '../../domain/message-facts.ts'
import type { Team } from '../../domain/team.ts'
import { identityOf } from '../../domain/team-names.ts'

export type IdentifiedTeam = TeamIdentity & { team: Team }

/** Null: the team does not exist. */
export async function loadIdentifiedTeam(
  db: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  now: Temporal.Instant,
): Promise<IdentifiedTeam | null> {
  const team = await loadTeam(db, workspaceId, teamId)
  const settings = team && (await settingsNow(db, team, now))
  return settings && { team, ...identityOf(team, settings) }
}

/** Null: the team does not exist. */
export async function loadTeamIdentity(
  db: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  now: Temporal.Instant,
): Promise<TeamIdentity | null> {
  const found = await loadIdentifiedTeam(db, workspaceId, teamId, now)
  if (!found) return null
  const { team: _, ...identity } = found
  return identity
}
