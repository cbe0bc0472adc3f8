// Loads what somebody who leads the team wrote about a member's answer, for that member.
import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { reviewsOf } from '../../db/reviews.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'

/** Null: nothing was written, or it was taken back before it was sent. */
export async function loadAnswerComment(
  db: Queryable,
  { workspaceId, subject, ts }: Message<'answer-comment'>,
): Promise<AnswerCommentFacts | null> {
  const date = Temporal.PlainDate.from(subject.date)
  const review = (await reviewsOf(db, workspaceId, [subject.memberId], date)).get(subject.memberId)
  if (!review?.commentedBy || (review.comment === null && ts === null)) return null
  const { comment, commentedBy: byUserId } = review
  return { kind: 'answer-comment', byUserId, date, comment }
}
