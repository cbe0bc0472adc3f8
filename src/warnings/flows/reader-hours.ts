// Decides when each reader of a warning can be told: in the hours of all teams that they work in or lead, by their own clock and calendar.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { around, teamCalendarsOf } from '../../org/db/calendars.ts'
import { leavesBetween, userKey } from '../../org/db/leaves.ts'
import { ownHolidaysOf } from '../../org/db/own-holidays.ts'
import { findPeople } from '../../org/db/people.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { teamsOfPeople } from '../../org/db/teams-of-people.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import type { Said } from '../domain/digest.ts'
import { type OwnDays, scheduleOf } from '../domain/reader-schedule.ts'
import { afterWorkingTime, type WorkingSchedule } from '../domain/working-time.ts'

export type DaysOfTeams = ReadonlyMap<TeamId, Pick<TeamDay, 'calendar' | 'settings'>>

/** `teamId`: of the warning, by whose hours somebody is told who is in no team and leads none. */
export interface Reader {
  userId: UserId
  teamId: TeamId
}

export const readerOf = ({ warning: { teamId }, userId }: Said): Reader => ({ userId, teamId })

export interface ReaderHours {
  dateOf(reader: Reader, at: Temporal.Instant): Temporal.PlainDate
  zoneOf(reader: Reader): string
  /** The instant itself, or where that is outside of their hours the beginning of the next ones. */
  from(reader: Reader, at: Temporal.Instant): Temporal.Instant
  /** When the first working day begins on the date or after it. */
  morning(reader: Reader, date: Temporal.PlainDate): Temporal.Instant
}

/** @param days what is known of teams already; the others are loaded, paused ones too */
export async function loadReaderHours(
  q: Queryable,
  workspaceId: WorkspaceId,
  readers: readonly Reader[],
  days: DaysOfTeams,
  now: Temporal.Instant,
): Promise<ReaderHours> {
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
  const schedule = ({ userId, teamId }: Reader): WorkingSchedule => {
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
  return {
    zoneOf: (reader) => schedule(reader).zone,
    dateOf: (reader, at) => localDate(at, schedule(reader).zone),
    from: (reader, at) => afterWorkingTime(at, 0, schedule(reader)),
    morning: (reader, date) => {
      const its = schedule(reader)
      return afterWorkingTime(localInstant(date, '00:00', its.zone), 0, its)
    },
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
