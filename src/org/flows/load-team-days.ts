// Loads the settings, calendar and members of teams on one date.

import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { calendarsOf, teamCalendarsOf } from '../db/calendars.ts'
import { userKey } from '../db/leaves.ts'
import { loadPeople } from '../db/load-people.ts'
import { membersOfTeams } from '../db/members.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { loadTeams, type TeamRef } from '../db/teams.ts'
import { zoneOf } from '../domain/checkin-window.ts'
import type { DayMember, TeamDay } from '../domain/team-day.ts'

/** Leaves out archived teams and deactivated people. The number of queries does not depend on the number of teams. */
export async function loadTeamDays(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Map<TeamId, TeamDay>> {
  const [teams, settings, teamCalendars, members] = await Promise.all([
    loadTeams(q, wanted),
    settingsOfTeams(q, wanted, date),
    teamCalendarsOf(q, wanted, date),
    membersOfTeams(q, wanted, date),
  ])
  const [calendars, people] = await Promise.all([calendarsOf(q, members, date), loadPeople(q, members)])
  const days = new Map<TeamId, TeamDay & { members: DayMember[] }>()
  for (const team of teams.values()) {
    const own = settings.get(team.teamId)
    const calendar = teamCalendars.get(team.teamId)
    if (own && calendar && team.archivedAt === null)
      days.set(team.teamId, { team, date, settings: own, calendar, members: [] })
  }
  for (const member of members) {
    const day = days.get(member.teamId)
    const person = people.get(userKey(member))
    const calendar = calendars.get(member.memberId)
    if (!day || !calendar || !person || person.deactivated) continue
    day.members.push({ member, person, calendar, zone: zoneOf(day.settings, person.zone) })
  }
  return days
}
