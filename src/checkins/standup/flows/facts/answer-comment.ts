// Loads what somebody who leads the team wrote about a member's answer, for that member.
import type { Queryable } from '../../../../core/db/client.ts'
import { loadTeamIdentity } from '../../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { commentOf } from '../../db/reviews.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'

/** Null: it was taken back or changed before it was sent, or there is no such team any more. */
export async function loadAnswerComment(
  db: Queryable,
  { workspaceId, teamId, subject, ts }: Message<'answer-comment'>,
  now: Temporal.Instant,
): Promise<AnswerCommentFacts | null> {
  const date = Temporal.PlainDate.from(subject.date)
  const { memberId, byUserId, version } = subject
  const written = await commentOf(db, { workspaceId, memberId, date, byUserId })
  if (!written) return null
  const { comment } = written
  const isReplaced = written.version > version
  if (ts === null && (comment === null || isReplaced)) return null
  const team = teamId && (await loadTeamIdentity(db, workspaceId, teamId, now))
  if (!team) return null
  const facts = { kind: 'answer-comment' as const, ...team, byUserId, date }
  if (isReplaced) return { ...facts, state: 'replaced', comment: '' }
  if (comment === null) return { ...facts, state: 'gone', comment: '' }
  return { ...facts, state: version > 1 ? 'changed' : 'first', comment }
}
