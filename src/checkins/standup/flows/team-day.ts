// Loads what a team's standup on one date stands on: who belongs to it, by which settings, calendar and clock.

import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { calendarsOf, teamCalendarsOf } from '../../../org/db/calendars.ts'
import { knownPeople } from '../../../org/db/known-people.ts'
import { userKey } from '../../../org/db/leaves.ts'
import { membersOfTeams } from '../../../org/db/members.ts'
import { settingsOfTeams } from '../../../org/db/settings.ts'
import { loadTeams, type TeamRef } from '../../../org/db/teams.ts'
import {
  type MemberCalendar,
  previousWorkingDay,
  type WorkCalendar,
  workingFraction,
} from '../../../org/domain/calendar.ts'
import { type CheckinWindow, checkinWindow, zoneOf } from '../../../org/domain/checkin-window.ts'
import type { Member, Team, TeamSettings } from '../../../org/domain/team.ts'
import { isAsked } from '../domain/asked.ts'

export interface DayMember {
  member: Member
  person: Person
  calendar: MemberCalendar
  /** By whose clock the member is asked. */
  zone: string
}

export interface TeamDay {
  team: Team
  date: Temporal.PlainDate
  /** In force on the date. */
  settings: TeamSettings
  calendar: WorkCalendar
  /** Everyone who belongs to the team on the date, working or not. */
  members: readonly DayMember[]
}

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

export const worksOn = ({ calendar }: DayMember, date: Temporal.PlainDate): boolean =>
  workingFraction(calendar, date) > 0

/** They work, and are not off while it is asked and answered. */
export const isAskedOn = ({ settings, date }: TeamDay, of: DayMember): boolean =>
  isAsked(of.calendar, windowOf(settings, of, date), of.zone)

export function windowOf(
  settings: TeamSettings,
  of: Pick<DayMember, 'calendar' | 'zone'>,
  date: Temporal.PlainDate,
): CheckinWindow {
  return checkinWindow(settings, of.zone, date, previousWorkingDay(of.calendar, date))
}
