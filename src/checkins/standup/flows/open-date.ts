// Finds out which standup is open to a member in one of their teams, and when the next one opens.

import type { Queryable } from '../../../core/db/client.ts'
import { isBefore } from '../../../core/time.ts'
import type { Membership } from '../../../numbers/flows/memberships.ts'
import { teamCreatedAt } from '../../../org/db/teams.ts'
import { type MemberCalendar, nextWorkingDay } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, windowOf } from '../../../org/domain/checkin-window.ts'
import { wasPrompted } from '../../db/checkin-days.ts'
import { openDate } from '../../domain/member-day.ts'
import { entriesUpTo } from '../db/standups.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'

export interface OpenStandup {
  window: CheckinWindow
  /** It can still be edited. */
  answered: boolean
  /** The date that the answer's numbers are of. Null: not answered yet. */
  numbersDate: Temporal.PlainDate | null
}

const ENTRIES = 10

/** Null: none. */
export async function openStandupAt(
  q: Queryable,
  membership: Membership,
  now: Temporal.Instant,
): Promise<OpenStandup | null> {
  const { member, settings, zone, today } = membership
  const calendar = await calendarFromFirst(q, membership)
  const last = nextWorkingDay(calendar, today) ?? today
  const entries = await entriesUpTo(q, member.workspaceId, member.memberId, last, ENTRIES)
  const answerOf = (date: Temporal.PlainDate) =>
    entries.find((entry) => entry.date.equals(date) && entry.revision > 0)
  const date = openDate(calendar, settings, zone, (of) => answerOf(of) !== undefined, now)
  if (!date) return null
  const answer = answerOf(date)
  return {
    window: windowOf(settings, membership, date),
    answered: answer !== undefined,
    numbersDate: answer?.numbersDate ?? null,
  }
}

/** In a team that was set up after today's prompt, the first standup is tomorrow's: nobody owes a late one today. */
async function calendarFromFirst(q: Queryable, membership: Membership): Promise<MemberCalendar> {
  const { member, settings, calendar, today } = membership
  if (!member.joinedOn.equals(today)) return calendar
  const { promptAt } = windowOf(settings, membership, today)
  const createdAt = await teamCreatedAt(q, member)
  if (isBefore(createdAt, promptAt) || (await wasPrompted(q, STANDUP_KIND.name, member, today)))
    return calendar
  return { ...calendar, joinedOn: today.add({ days: 1 }) }
}

/** When the next one can be filed; null: none is in sight. */
export function nextOpening(membership: Membership): Temporal.Instant | null {
  const date = nextWorkingDay(membership.calendar, membership.today)
  return date && windowOf(membership.settings, membership, date).opensAt
}
