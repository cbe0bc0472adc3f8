// Loads a person's team memberships, each with settings, calendar, time zone and metrics.
import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { memberOf } from '../../org/db/members.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { zoneOf } from '../../org/domain/checkin-window.ts'
import { calendarAtCloses } from '../../org/domain/known-in-time.ts'
import { asMemberOf, may, type Permission } from '../../org/domain/permissions.ts'
import type { Member, Team, TeamSettings } from '../../org/domain/team.ts'
import { roleMetricsOfTeams } from '../db/metrics.ts'
import type { Metric } from '../domain/metrics.ts'

export interface Membership {
  member: Member
  team: Team
  /** In force on `today`. */
  settings: TeamSettings
  calendar: MemberCalendar
  /** By which days are open for entry: leave recorded or cancelled afterwards moves no deadline. */
  entryCalendar: MemberCalendar
  zone: string
  today: Temporal.PlainDate
  /** The metrics of the member's role in the team's order, ratios included. */
  metrics: readonly Metric[]
}

/** The person's memberships in active teams for which they have the permission, the oldest first. */
export async function membershipsOf(
  q: Queryable,
  person: Person,
  permission: Permission,
  now: Temporal.Instant,
): Promise<Membership[]> {
  const { workspaceId, userId } = person
  const members = await memberOf(q, workspaceId, userId)
  const actor = asMemberOf(
    person,
    members.map(({ teamId }) => teamId),
  )
  const allowed = members.filter(({ teamId }) => may(actor, permission, { workspaceId, teamId, userId }))
  return membershipsOfMembers(q, allowed, person, now)
}

export async function membershipsOfMembers(
  q: Queryable,
  members: readonly Member[],
  person: Person,
  now: Temporal.Instant,
): Promise<Membership[]> {
  if (members.length === 0) return []
  const here = now.toZonedDateTimeISO(person.zone).toPlainDate()
  const [teams, settings, calendars, lists] = await Promise.all([
    loadTeams(q, members),
    settingsOfTeams(q, members, here),
    calendarsOf(q, members, here),
    roleMetricsOfTeams(q, members),
  ])
  return members.flatMap((member) => {
    const team = teams.get(member.teamId)
    const own = settings.get(member.teamId)
    const calendar = calendars.get(member.memberId)
    if (!team || !own || !calendar) return []
    const zone = zoneOf(own, person.zone)
    const today = now.toZonedDateTimeISO(zone).toPlainDate()
    const entryCalendar = calendarAtCloses(calendar, own, zone)
    const metrics = lists.get(member.teamId)?.[member.role] ?? []
    return [{ member, team, settings: own, calendar, entryCalendar, zone, today, metrics }]
  })
}

/** The membership that a command is for: the one in the channel's team, or else the oldest. */
export function resolveMembership(
  memberships: readonly Membership[],
  channelId?: ChannelId | null,
): Membership | null {
  return memberships.find(({ team }) => team.channelId === channelId) ?? memberships[0] ?? null
}
