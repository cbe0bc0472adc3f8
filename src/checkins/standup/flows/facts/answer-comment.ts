// Loads what somebody who leads the team wrote about a member's standup, for that member.
import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import type { AnswerCommentFacts } from '../../../domain/review.ts'
import { loadComment } from '../../../flows/facts/answer-comment.ts'
import { STANDUP_KIND } from '../../domain/standup-kind.ts'

/** Null: there is nothing to say any more. */
export async function loadAnswerComment(
  db: Queryable,
  message: Message<'answer-comment'>,
  now: Temporal.Instant,
): Promise<AnswerCommentFacts | null> {
  const written = await loadComment(db, STANDUP_KIND.name, message, now)
  return written && { kind: 'answer-comment', ...written }
}
