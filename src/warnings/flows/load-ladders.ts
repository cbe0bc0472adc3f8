// Loads who has to answer for the warnings of teams, and in which hours: whoever is away is left out.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { presentOf } from '../../org/flows/who-acts-for.ts'
import type { TeamLadder } from '../domain/ladder-of.ts'
import type { Answerer } from '../domain/procedure.ts'
import { loadSchedules } from './person-schedules.ts'

interface Chain {
  day: TeamDay
  inTeam: readonly UserId[]
  above: readonly UserId[]
}

/** Each has their own hours, by their own clock: those of the teams that they lead, which may be others than the team's. */
export async function loadLadders(
  q: Queryable,
  days: readonly TeamDay[],
  now: Temporal.Instant,
): Promise<Map<TeamId, TeamLadder>> {
  const ladders = new Map<TeamId, TeamLadder>()
  for (const [workspaceId, own] of Map.groupBy(days, ({ team }) => team.workspaceId)) {
    const chains = await chainsOf(q, own)
    const { lastResortUserId: named } = await loadWorkspaceSettings(q, workspaceId)
    const inChains = chains.flatMap(({ inTeam, above }) => [...inTeam, ...above])
    const userIds = [...new Set([...inChains, ...(named ? [named] : [])])]
    const answererIn = await loadAnswerers(q, workspaceId, userIds, own, now)
    for (const { day, inTeam, above } of chains)
      ladders.set(day.team.teamId, {
        inTeam: inTeam.flatMap((userId) => answererIn(userId, day)),
        above: above.flatMap((userId) => answererIn(userId, day)),
        named: (named && answererIn(named, day)[0]) ?? null,
        leads: { inTeam, above: named ? [...above, named] : above },
      })
  }
  return ladders
}

/** What is above several teams is read once. */
async function chainsOf(q: Queryable, days: readonly TeamDay[]): Promise<Chain[]> {
  const chains: Chain[] = []
  for (const alike of Map.groupBy(days, ({ team }) => team.parentTeamId).values()) {
    const above = (await teamsAbove(q, alike[0]!.team)).map((team) => team.managerUserId)
    for (const day of alike) {
      const { managerUserId, delegateUserId } = day.team
      const inTeam = [managerUserId, ...(delegateUserId ? [delegateUserId] : [])]
      chains.push({ day, inTeam, above: [...new Set(above)].filter((userId) => userId !== managerUserId) })
    }
  }
  return chains
}

async function loadAnswerers(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
  days: readonly TeamDay[],
  now: Temporal.Instant,
): Promise<(userId: UserId, day: TeamDay) => Answerer[]> {
  const present = new Set(await presentOf(q, workspaceId, userIds, now))
  const known = new Map(days.map((day) => [day.team.teamId, day]))
  // Whichever team it is about is known already.
  const { teamId } = days[0]!.team
  const readers = [...present].map((userId) => ({ userId, teamId }))
  const schedule = await loadSchedules(q, workspaceId, readers, known, now)
  return (userId, day) =>
    present.has(userId) ? [{ userId, schedule: schedule({ userId, teamId: day.team.teamId }) }] : []
}
