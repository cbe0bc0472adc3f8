// Finds out which standup is open to a member in one of their teams, and when the next one opens.

import type { Queryable } from '../../../core/db/client.ts'
import type { Membership } from '../../../numbers/flows/memberships.ts'
import { nextWorkingDay, workingFraction } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, windowOf } from '../../../org/domain/checkin-window.ts'
import { openDate } from '../../domain/member-day.ts'
import { entriesUpTo } from '../db/standups.ts'

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
  const { member, settings, calendar, zone, today } = membership
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

/** When the next one can be filed, today's included; null: none is in sight. */
export function nextOpening(membership: Membership, now: Temporal.Instant): Temporal.Instant | null {
  const { calendar, settings, today } = membership
  const ahead = nextWorkingDay(calendar, today)
  const dates = [...(workingFraction(calendar, today) > 0 ? [today] : []), ...(ahead ? [ahead] : [])]
  const openings = dates.map((date) => windowOf(settings, membership, date).opensAt)
  return openings.find((opensAt) => Temporal.Instant.compare(now, opensAt) < 0) ?? null
}
