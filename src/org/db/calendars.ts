// Loads the calendars of many teams or members from settings, extra days and leave.

import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { MemberCalendar, WorkCalendar } from '../domain/calendar.ts'
import type { Member } from '../domain/team.ts'
import { datedCalendar } from '../domain/work-calendar.ts'
import { extraDaysBetween } from './extra-days.ts'
import { leaveOnRecordBetween, userKey } from './leaves.ts'
import { ownHolidaysOf } from './own-holidays.ts'
import type { TeamRef } from './teams.ts'
import { weeksOfTeams } from './weeks.ts'

/** Covers a month's board, and the nearest working days around a long leave. */
const AROUND_DAYS = 100

/** Both ends included. */
type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The teams' calendars, each date by the settings in force on it, with extra days of the span: within 100 days of this date. */
export async function teamCalendarsOf(
  q: Queryable,
  wanted: readonly TeamRef[],
  on: Temporal.PlainDate,
  { from, to }: Span = around(on),
): Promise<Map<TeamId, WorkCalendar>> {
  const weeks = await weeksOfTeams(q, wanted)
  const extra = await extraDaysBetween(q, wanted, from, to)
  return new Map(
    [...weeks].flatMap(([teamId, versions]) => {
      const own = extra.get(teamId)
      const calendar = datedCalendar(versions, on, own?.extraDays ?? {})
      return calendar ? [[teamId, { ...calendar, ...own }]] : []
    }),
  )
}

/** The members' calendars, each date by the settings in force on it, with extra days and leave of the span: within 100 days of this one. Always four queries. */
export async function calendarsOf(
  q: Queryable,
  members: readonly Member[],
  on: Temporal.PlainDate,
  span: Span = around(on),
): Promise<Map<MemberId, MemberCalendar>> {
  const refs = new Map(members.map(({ workspaceId, teamId }) => [teamId, { workspaceId, teamId }]))
  const teams = await teamCalendarsOf(q, [...refs.values()], on, span)
  const onRecord = await leaveOnRecordBetween(q, members, span.from, span.to)
  const holidays = await ownHolidaysOf(q, members)
  const calendars = new Map<MemberId, MemberCalendar>()
  for (const member of members) {
    const work = teams.get(member.teamId)
    if (!work) continue
    const { joinedOn, leftOn } = member
    const key = userKey(member)
    const leaveOnRecord = onRecord.get(key) ?? []
    const leave = leaveOnRecord.filter(({ cancelledAt }) => cancelledAt === null)
    const own = { leave, leaveOnRecord, ownHolidays: holidays.get(key) ?? [] }
    calendars.set(member.memberId, { ...work, joinedOn, leftOn, ...own })
  }
  return calendars
}

/** The range of dates that a calendar covers. */
export function around(on: Temporal.PlainDate): Span {
  return { from: on.subtract({ days: AROUND_DAYS }), to: on.add({ days: AROUND_DAYS }) }
}

/** The same of a period however long it is, and of the one before it. */
export function aroundPeriod({ from, to }: Span): Span {
  const days = from.until(to).days + AROUND_DAYS
  return { from: from.subtract({ days }), to: to.add({ days: AROUND_DAYS }) }
}
