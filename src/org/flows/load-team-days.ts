// Loads teams on one date: the members with their calendars and time zones, and the settings in force.

import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { calendarsOf, teamCalendarsOf } from '../db/calendars.ts'
import { knownPeople } from '../db/known-people.ts'
import { userKey } from '../db/leaves.ts'
import { membersOfTeams } from '../db/members.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { loadTeams, type TeamRef } from '../db/teams.ts'
import { zoneOf } from '../domain/checkin-window.ts'
import type { DayMember, TeamDay } from '../domain/team-day.ts'

/** Archived teams and people whom Slack has deactivated are left out. Six queries, however many teams. */
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
  const [calendars, people] = await Promise.all([calendarsOf(q, members, date), knownPeople(q, members)])
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
