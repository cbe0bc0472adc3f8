// What whoever leads a team has read of an answer, and what they wrote about it.
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamIdentity } from '../../../org/domain/message-facts.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import type { MemberOn } from '../../domain/checkin-messages.ts'

export interface AnswerReview {
  workspaceId: WorkspaceId
  memberId: MemberId
  date: Temporal.PlainDate
  teamId: TeamId
  readBy: UserId
  readAt: Temporal.Instant
  /** Of the answer, as it was read. */
  readRevision: number
  /** Null: there is none, or it was taken back. */
  comment: string | null
  commentedBy: UserId | null
}

export const COMMENT_LENGTH = 1000

/** `changed`: it was read, and edited since. */
export function reviewState(
  review: Pick<AnswerReview, 'readRevision'> | undefined,
  { revision }: { revision: number },
): 'unread' | 'changed' | 'read' {
  if (!review) return 'unread'
  return review.readRevision < revision ? 'changed' : 'read'
}

declare module '../../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'answer-comment': { memberId: string; date: string }
  }
}

export interface AnswerCommentFacts extends TeamIdentity {
  kind: 'answer-comment'
  byUserId: UserId
  date: Temporal.PlainDate
  /** Null: it was taken back. */
  comment: string | null
}

/** To whoever answered; a comment that changes edits it. */
export const commentMessage = ({ workspaceId, teamId, memberId, userId, date }: MemberOn): MessageDraft => ({
  ...{ workspaceId, key: `comment:${memberId}:${date}`, kind: 'answer-comment', teamId },
  ...{ audience: { to: 'person', userId }, subject: { memberId, date: date.toString() } },
})
