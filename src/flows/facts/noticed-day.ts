// Finds the member's day that a private notice of the standup is about.
import type { Queryable } from '../../db/client.ts'
import { loadMember } from '../../db/members.ts'
import type { Notice } from '../../db/notices.ts'
import { findPerson } from '../../db/people.ts'
import { loadTeam } from '../../db/teams.ts'
import { loadMemberDay, type MemberDay } from '../member-day.ts'

/** Null: the member, or the team, is no longer there. */
export async function loadNoticedDay(
  db: Queryable,
  { workspaceId, subject }: Notice,
  now: Temporal.Instant,
): Promise<MemberDay | null> {
  if (!subject.memberId || !subject.date) return null
  const member = await loadMember(db, workspaceId, subject.memberId)
  if (!member) return null
  const team = await loadTeam(db, workspaceId, member.teamId)
  const person = await findPerson(db, workspaceId, member.userId)
  if (!team || team.archivedAt || !person) return null
  return loadMemberDay(db, { member, team }, person, Temporal.PlainDate.from(subject.date), now)
}
