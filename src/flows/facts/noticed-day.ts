// Finds the member's day that a private notice of the standup is about.
import type { Queryable } from '../../db/client.ts'
import type { Notice } from '../../db/notices.ts'
import { findPerson } from '../../db/people.ts'
import { seatOfMember } from '../../db/seats.ts'
import { loadMemberDay, type MemberDay } from '../member-day.ts'

/** Null: the member, or the team, is no longer there. */
export async function loadNoticedDay(
  db: Queryable,
  { workspaceId, subject }: Notice,
  now: Temporal.Instant,
): Promise<MemberDay | null> {
  if (!subject.memberId || !subject.date) return null
  const seat = await seatOfMember(db, workspaceId, subject.memberId)
  if (!seat) return null
  const person = await findPerson(db, workspaceId, seat.member.userId)
  if (!person) return null
  return loadMemberDay(db, seat, person, Temporal.PlainDate.from(subject.date), now)
}
