// Loads what teams and their channels are called, for a menu; who is offered a team may know its name.
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { channelNames } from '../db/channels.ts'
import { settingsOfTeams } from '../db/settings.ts'
import type { NamedTeam, Team } from '../domain/team.ts'

const MAX_CHOICES = 500

/** By name, at most as many as a menu holds. */
export async function namedTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  teams: readonly Team[],
  now: Temporal.Instant,
): Promise<NamedTeam[]> {
  const settings = await settingsOfTeams(q, teams, localDate(now, 'UTC'))
  const channels = await channelNames(
    q,
    workspaceId,
    teams.map(({ channelId }) => channelId),
  )
  return teams
    .map(({ teamId, channelId }) => ({
      ...{ teamId, name: settings.get(teamId)?.name ?? '' },
      channelName: channels.get(channelId) || null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, MAX_CHOICES)
}
