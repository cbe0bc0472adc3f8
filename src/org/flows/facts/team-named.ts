// Loads how messages name a team: its name, channel and manager.
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { NamedInMessage } from '../../domain/message-facts.ts'
import type { Team } from '../../domain/team.ts'

export type TeamNamed = NamedInMessage & { team: Team }

/** Null: there is no such team. */
export async function teamNamed(
  db: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  now: Temporal.Instant,
): Promise<TeamNamed | null> {
  const team = await loadTeam(db, workspaceId, teamId)
  const settings = team && (await settingsNow(db, team, now))
  if (!settings) return null
  return { team, teamName: settings.name, channelId: team.channelId, managerUserId: team.managerUserId }
}
