// Finds who leads many teams now, for what only those may see who lead people: an admin does not stand in.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import { teamsAbove } from '../db/hierarchy.ts'
import type { Team } from '../domain/team.ts'
import { presentOf } from './who-acts-for.ts'

/** The manager; while the manager is away the delegate, else the nearest manager above who is not away. Without any, a team is missing. */
export async function leadersNow(
  q: Queryable,
  teams: readonly Team[],
  now: Temporal.Instant,
): Promise<Map<TeamId, UserId>> {
  const found = new Map<TeamId, UserId>()
  for (const [workspaceId, own] of Map.groupBy(teams, (team) => team.workspaceId)) {
    const inTeam = ({ managerUserId, delegateUserId }: Team) => [
      managerUserId,
      ...(delegateUserId ? [delegateUserId] : []),
    ]
    const present = new Set(await presentOf(q, workspaceId, [...new Set(own.flatMap(inTeam))], now))
    for (const team of own) {
      const leader = inTeam(team).find((userId) => present.has(userId)) ?? (await leaderAbove(q, team, now))
      if (leader) found.set(team.teamId, leader)
    }
  }
  return found
}

async function leaderAbove(q: Queryable, team: Team, now: Temporal.Instant): Promise<UserId | undefined> {
  const managers = (await teamsAbove(q, team)).map(({ managerUserId }) => managerUserId)
  return (await presentOf(q, team.workspaceId, managers, now)).find((userId) => userId !== team.managerUserId)
}
