// Reads and writes what was read of answers, and written about them.
import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import type { AnswerReview } from '../domain/review.ts'
import { answerReviews } from './reviews.sql.ts'

/** By member. */
export async function reviewsOfTeam(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  date: Temporal.PlainDate,
): Promise<Map<MemberId, AnswerReview>> {
  const rows = await q
    .select()
    .from(answerReviews)
    .where(
      and(
        eq(answerReviews.workspaceId, workspaceId),
        eq(answerReviews.teamId, teamId),
        eq(answerReviews.date, date),
      ),
    )
  return new Map(rows.map((review) => [review.memberId, review]))
}

/** By member. */
export async function reviewsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, AnswerReview>> {
  if (memberIds.length === 0) return new Map()
  const rows = await q
    .select()
    .from(answerReviews)
    .where(
      and(
        eq(answerReviews.workspaceId, workspaceId),
        inArray(answerReviews.memberId, [...memberIds]),
        eq(answerReviews.date, date),
      ),
    )
  return new Map(rows.map((review) => [review.memberId, review]))
}

export async function saveReviews(q: Queryable, reviews: readonly AnswerReview[]): Promise<void> {
  for (const review of reviews) {
    const { teamId, readBy, readAt, readRevision, comment, commentedBy } = review
    await q
      .insert(answerReviews)
      .values(review)
      .onConflictDoUpdate({
        target: [answerReviews.workspaceId, answerReviews.memberId, answerReviews.date],
        set: { teamId, readBy, readAt, readRevision, comment, commentedBy },
      })
  }
}
