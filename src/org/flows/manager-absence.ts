// Loads whether the managers of teams are away now, and for how long.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { teamCalendarsOf } from '../db/calendars.ts'
import { leavesBetween, userKey } from '../db/leaves.ts'
import { loadPeople } from '../db/load-people.ts'
import { type Absence, absenceOf } from '../domain/acting-manager.ts'
import type { Team } from '../domain/team.ts'

/** A leave is at most a year long, and leaves that follow each other count as one. */
const LOADED_DAYS = 740

/** By team. The number of queries does not depend on the number of teams. */
export async function managerAbsences(
  q: Queryable,
  teams: readonly Team[],
  now: Temporal.Instant,
): Promise<Map<TeamId, Absence>> {
  const managers = teams.map(({ workspaceId, managerUserId: userId }) => ({ workspaceId, userId }))
  const today = localDate(now, 'UTC')
  const [people, leaves, calendars] = await Promise.all([
    loadPeople(q, managers),
    leavesBetween(q, managers, today.subtract({ days: LOADED_DAYS }), today.add({ days: LOADED_DAYS })),
    teamCalendarsOf(q, teams, today),
  ])
  return new Map(
    teams.flatMap((team) => {
      const key = userKey({ workspaceId: team.workspaceId, userId: team.managerUserId })
      const person = people.get(key)
      const calendar = calendars.get(team.teamId)
      if (!calendar) return []
      const absence = absenceOf(
        person,
        leaves.get(key) ?? [],
        calendar,
        localDate(now, person?.zone ?? 'UTC'),
      )
      return [[team.teamId, absence] as const]
    }),
  )
}
