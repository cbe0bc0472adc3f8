// Loads what somebody who leads the team wrote about a member's answer, for that member.
import type { Queryable } from '../../../../core/db/client.ts'
import { loadTeamIdentity } from '../../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { reviewsOf } from '../../db/reviews.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'

/** Null: nothing was written, it was taken back before it was sent, or there is no such team any more. */
export async function loadAnswerComment(
  db: Queryable,
  { workspaceId, teamId, subject, ts }: Message<'answer-comment'>,
  now: Temporal.Instant,
): Promise<AnswerCommentFacts | null> {
  const date = Temporal.PlainDate.from(subject.date)
  const review = (await reviewsOf(db, workspaceId, [subject.memberId], date)).get(subject.memberId)
  if (!review?.commentedBy || (review.comment === null && ts === null)) return null
  const team = teamId && (await loadTeamIdentity(db, workspaceId, teamId, now))
  const { comment, commentedBy: byUserId } = review
  return team ? { kind: 'answer-comment', ...team, byUserId, date, comment } : null
}
