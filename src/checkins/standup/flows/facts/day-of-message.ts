// Finds the member's day that a private message of the standup is about.
import type { Queryable } from '../../../../core/db/client.ts'
import { findPerson } from '../../../../org/db/people.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { factsOfMember } from '../../db/standup-facts.ts'
import { type StandupDay, standupDayOf } from '../../domain/standup-day.ts'

/** Null: the member, or the team, is no longer there. */
export async function loadDayOfMessage(
  db: Queryable,
  { workspaceId, subject }: Message<'standup-card' | 'standup-reminder' | 'standup-nudge'>,
  now: Temporal.Instant,
): Promise<StandupDay | null> {
  const member = { workspaceId, memberId: subject.memberId }
  const facts = await factsOfMember(db, member, Temporal.PlainDate.from(subject.date))
  const person = facts && (await findPerson(db, workspaceId, facts.member.userId))
  return person && standupDayOf(facts, person, now)
}
