// Reads and writes what was read of answers, and written about them.
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { AnswerComment, AnswerReview } from '../domain/review.ts'
import { answerComments, answerReviews } from './reviews.sql.ts'

/** By member. */
export async function reviewsOfTeam(
  q: Queryable,
  kind: string,
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
        eq(answerReviews.kind, kind),
        eq(answerReviews.date, date),
      ),
    )
  return new Map(rows.map((review) => [review.memberId, review]))
}

/** By member. */
export async function reviewsOf(
  q: Queryable,
  kind: string,
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
        eq(answerReviews.kind, kind),
        eq(answerReviews.date, date),
      ),
    )
  return new Map(rows.map((review) => [review.memberId, review]))
}

export async function saveReviews(q: Queryable, reviews: readonly AnswerReview[]): Promise<void> {
  for (const review of reviews) {
    const { teamId, readBy, readAt, readRevision } = review
    await q
      .insert(answerReviews)
      .values(review)
      .onConflictDoUpdate({
        target: [answerReviews.workspaceId, answerReviews.memberId, answerReviews.kind, answerReviews.date],
        set: { teamId, readBy, readAt, readRevision },
      })
  }
}

/** By member, the earliest first; those that were taken back are left out. */
export async function commentsOfTeam(
  q: Queryable,
  kind: string,
  { workspaceId, teamId }: TeamRef,
  date: Temporal.PlainDate,
): Promise<Map<MemberId, AnswerComment[]>> {
  const rows = await q
    .select()
    .from(answerComments)
    .where(
      and(
        eq(answerComments.workspaceId, workspaceId),
        eq(answerComments.teamId, teamId),
        eq(answerComments.kind, kind),
        eq(answerComments.date, date),
        isNotNull(answerComments.comment),
      ),
    )
    .orderBy(answerComments.writtenAt, answerComments.byUserId)
  return Map.groupBy(rows, ({ memberId }) => memberId)
}

type CommentOf = Pick<AnswerComment, 'workspaceId' | 'memberId' | 'kind' | 'date' | 'byUserId'>

/** Null: this person has never written about it. */
export async function commentOf(
  q: Queryable,
  { workspaceId, memberId, kind, date, byUserId }: CommentOf,
): Promise<AnswerComment | null> {
  const [row] = await q
    .select()
    .from(answerComments)
    .where(
      and(
        eq(answerComments.workspaceId, workspaceId),
        eq(answerComments.memberId, memberId),
        eq(answerComments.kind, kind),
        eq(answerComments.date, date),
        eq(answerComments.byUserId, byUserId),
      ),
    )
  return row ?? null
}

export async function saveComment(q: Queryable, written: AnswerComment): Promise<void> {
  const { teamId, comment, version, writtenAt } = written
  await q
    .insert(answerComments)
    .values(written)
    .onConflictDoUpdate({
      target: [
        ...[answerComments.workspaceId, answerComments.memberId, answerComments.kind],
        ...[answerComments.date, answerComments.byUserId],
      ],
      set: { teamId, comment, version, writtenAt },
    })
}
