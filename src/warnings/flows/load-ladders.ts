// Loads who has to answer for the warnings of teams, and in which hours: whoever is away is left out.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { leavesBetween, userKey } from '../../org/db/leaves.ts'
import { ownHolidaysOf } from '../../org/db/own-holidays.ts'
import { findPeople } from '../../org/db/people.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { presentOf } from '../../org/flows/who-acts-for.ts'
import type { TeamLadder } from '../domain/ladder-of.ts'
import type { Answerer } from '../domain/procedure.ts'
import { scheduleOf } from '../domain/reader-schedule.ts'

/** As far as a step is put off by leave. */
const LEAVE_DAYS = 70

interface Chain {
  day: TeamDay
  inTeam: readonly UserId[]
  above: readonly UserId[]
}

/** Everyone's hours are those that the team works, on their own days; a manager above may have others in another zone. */
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
    const answererIn = await loadAnswerers(q, workspaceId, userIds, now)
    for (const { day, inTeam, above } of chains)
      ladders.set(day.team.teamId, {
        inTeam: inTeam.flatMap((userId) => answererIn(userId, day)),
        above: above.flatMap((userId) => answererIn(userId, day)),
        named: (named && answererIn(named, day)[0]) ?? null,
        leads: { inTeam, above },
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
  now: Temporal.Instant,
): Promise<(userId: UserId, day: TeamDay) => Answerer[]> {
  const present = new Set(await presentOf(q, workspaceId, userIds, now))
  const people = await findPeople(q, workspaceId, userIds)
  const from = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })
  const leaves = await leavesBetween(q, people, from, from.add({ days: LEAVE_DAYS }))
  const holidays = await ownHolidaysOf(q, people)
  const zones = new Map(people.map(({ userId, zone }) => [userId, zone]))
  return (userId, day) => {
    if (!present.has(userId)) return []
    const key = userKey({ workspaceId, userId })
    const own = { leave: leaves.get(key) ?? [], ownHolidays: holidays.get(key) ?? [] }
    return [{ userId, schedule: scheduleOf([day], zones.get(userId) ?? day.settings.zone, own) }]
  }
}
