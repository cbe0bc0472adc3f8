// Of which teams a team's totals tell: its own, and those below at any depth, each of which has a switch of its own.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { offTeams } from '../db/settings.ts'

export async function teamsToldBy(q: Queryable, { workspaceId, teamId }: TeamRef): Promise<TeamId[]> {
  const below = await teamsBelow(q, { workspaceId, teamId })
  return [teamId, ...below.map((one) => one.teamId)]
}

export async function someAreOff(q: Queryable, team: TeamRef): Promise<boolean> {
  const off = await offTeams(q, team.workspaceId)
  return off.size > 0 && (await teamsToldBy(q, team)).some((teamId) => off.has(teamId))
}
