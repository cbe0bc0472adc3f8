// Reads one member's settings and calendar in a single round trip, for the moment when someone waits for an answer.
import type { MemberCalendar } from '../domain/calendar.ts'
import type { Member, TeamSettings } from '../domain/team.ts'
import { workCalendar } from './calendars.ts'
import type { Queryable } from './client.ts'
import { extraDaysBetween } from './extra-days.ts'
import { leavesBetween, userKey } from './leaves.ts'
import { settingsOn } from './settings.ts'

/** Enough for a streak over a long leave, and for the next working day after one. */
const AROUND_DAYS = 100

/** As of the date. Null: the team has no settings. */
export async function memberCalendar(
  q: Queryable,
  member: Member,
  on: Temporal.PlainDate,
): Promise<{ settings: TeamSettings; calendar: MemberCalendar } | null> {
  const [from, to] = [on.subtract({ days: AROUND_DAYS }), on.add({ days: AROUND_DAYS })]
  const [settings, extraDays, leaves] = await Promise.all([
    settingsOn(q, member.workspaceId, member.teamId, on),
    extraDaysBetween(q, [member], from, to),
    leavesBetween(q, [member], from, to),
  ])
  if (!settings) return null
  const { joinedOn, leftOn } = member
  const work = workCalendar(settings, extraDays.get(member.teamId) ?? {})
  return { settings, calendar: { ...work, joinedOn, leftOn, leave: leaves.get(userKey(member)) ?? [] } }
}
