// Loads when people work who read warnings or have to answer them: in the hours of all teams that they work in or lead, on their own days.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { around, teamCalendarsOf } from '../../org/db/calendars.ts'
import { leavesBetween, userKey } from '../../org/db/leaves.ts'
import { ownHolidaysOf } from '../../org/db/own-holidays.ts'
import { findPeople } from '../../org/db/people.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { teamsOfPeople } from '../../org/db/teams-of-people.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { type OwnDays, scheduleOf } from '../domain/reader-schedule.ts'
import type { WorkingSchedule } from '../domain/working-time.ts'

export type DaysOfTeams = ReadonlyMap<TeamId, Pick<TeamDay, 'calendar' | 'settings'>>

/** `teamId`: of the warning, by whose hours somebody is told who is in no team and leads none. */
export interface Reader {
  userId: UserId
  teamId: TeamId
}

/**
 * Whoever leads two teams is at work from the first that begins to the last that ends, whichever team a warning is about. In these hours
 * they are told, and in the same hours the clock runs that waits for their answer: it never runs while they cannot know of it.
 *
 * @param days what is known of teams already; the others are loaded, paused ones too
 */
export async function loadSchedules(
  q: Queryable,
  workspaceId: WorkspaceId,
  readers: readonly Reader[],
  days: DaysOfTeams,
  now: Temporal.Instant,
): Promise<(reader: Reader) => WorkingSchedule> {
  const userIds = [...new Set(readers.map(({ userId }) => userId))]
  const today = localDate(now, 'UTC')
  const own = await teamsOfPeople(q, workspaceId, userIds)
  const teamIds = [...[...own.values()].flat(), ...readers.map(({ teamId }) => teamId)]
  const known = await withOthers(q, workspaceId, new Set(teamIds), days, today)
  const people = await findPeople(q, workspaceId, userIds)
  const persons = new Map(people.map((person) => [person.userId, person]))
  const { from, to } = around(today)
  const leaves = await leavesBetween(q, people, from, to)
  const holidays = await ownHolidaysOf(q, people)
  const ownDaysOf = (userId: UserId): OwnDays => {
    const key = userKey({ workspaceId, userId })
    return { leave: leaves.get(key) ?? [], ownHolidays: holidays.get(key) ?? [] }
  }
  const schedules = new Map<string, WorkingSchedule>()
  return ({ userId, teamId }: Reader): WorkingSchedule => {
    const mine = (own.get(userId) ?? []).flatMap((id) => known.get(id) ?? [])
    const teams = mine.length > 0 ? mine : [known.get(teamId)].filter((day) => day !== undefined)
    const zone = persons.get(userId)?.zone ?? teams[0]?.settings.zone ?? 'UTC'
    const days = ownDaysOf(userId)
    const isLikeOthers = days.leave.length + days.ownHolidays.length === 0
    // The schedule of people alike is one, and what it says is reckoned once.
    const ids = mine.length > 0 ? own.get(userId)!.join(' ') : teamId
    const key = `${isLikeOthers ? '' : userId} ${zone} ${ids}`
    const found = schedules.get(key) ?? scheduleOf(teams, zone, days)
    schedules.set(key, found)
    return found
  }
}

async function withOthers(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamIds: ReadonlySet<TeamId>,
  days: DaysOfTeams,
  today: Temporal.PlainDate,
): Promise<DaysOfTeams> {
  const refs = [...teamIds].filter((id) => !days.has(id)).map((teamId) => ({ workspaceId, teamId }))
  if (refs.length === 0) return days
  const settings = await settingsOfTeams(q, refs, today)
  const calendars = await teamCalendarsOf(q, refs, today)
  const others = [...settings].flatMap(([teamId, found]) => {
    const calendar = calendars.get(teamId)
    return calendar ? [[teamId, { settings: found, calendar }] as const] : []
  })
  return new Map([...days, ...others])
}
