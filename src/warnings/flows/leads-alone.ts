// Finds the teams in which a manager is alone: nobody else leads them, and nobody is named for what nobody answers.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { findPeople } from '../../org/db/people.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { Actor } from '../../org/domain/permissions.ts'

/** Whoever is away comes back; whoever has gone does not. */
export async function leadsAlone(
  q: Queryable,
  { workspaceId, userId, manages, memberOf }: Actor,
  teamIds: readonly TeamId[],
): Promise<ReadonlySet<TeamId>> {
  const sells = teamIds.filter((teamId) => manages.includes(teamId) && memberOf.includes(teamId))
  if (sells.length === 0) return new Set()
  const { lastResortUserId } = await loadWorkspaceSettings(q, workspaceId)
  const teams = await loadTeams(
    q,
    sells.map((teamId) => ({ workspaceId, teamId })),
  )
  const alone = new Set<TeamId>()
  for (const team of teams.values()) {
    const above = (await teamsAbove(q, team)).map(({ managerUserId }) => managerUserId)
    const leaders = [team.delegateUserId, ...above, lastResortUserId].flatMap((one) => one ?? [])
    const others = await findPeople(
      q,
      workspaceId,
      leaders.filter((one) => one !== userId),
    )
    if (others.every(({ deactivated }) => deactivated)) alone.add(team.teamId)
  }
  return alone
}
