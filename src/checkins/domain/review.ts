// What whoever leads a team has read of an answer, and what they wrote about it.
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'

export interface AnswerReview {
  workspaceId: WorkspaceId
  memberId: MemberId
  /** The name of the kind of check-in. */
  kind: string
  date: Temporal.PlainDate
  teamId: TeamId
  readBy: UserId
  readAt: Temporal.Instant
  /** Of the answer, as it was read. */
  readRevision: number
}

/** Each of those who lead the team has their own. */
export interface AnswerComment {
  workspaceId: WorkspaceId
  memberId: MemberId
  /** The name of the kind of check-in. */
  kind: string
  date: Temporal.PlainDate
  byUserId: UserId
  teamId: TeamId
  /** Null: it was taken back. */
  comment: string | null
  /** Which text it is, from 1. */
  version: number
  writtenAt: Temporal.Instant
}

/** Null: it says the same. A text that is taken back is no new one. */
export function nextVersion(
  before: Pick<AnswerComment, 'comment' | 'version'> | null,
  comment: string | null,
): number | null {
  if (comment === (before?.comment ?? null)) return null
  return (before?.version ?? 0) + (comment === null ? 0 : 1)
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

export interface AnswerCommentFacts extends TeamIdentity {
  kind: 'answer-comment' | 'report-comment'
  byUserId: UserId
  date: Temporal.PlainDate
  /** `first`: the text that was written first. `replaced`: another text stands below. `gone`: it was taken back. */
  state: 'first' | 'changed' | 'replaced' | 'gone'
  /** Empty where the state is `replaced` or `gone`. */
  comment: string
}

/** A changed text comes as a message of its own: of an edit Slack tells nobody. */
export type CommentVersion = Pick<AnswerComment, 'byUserId' | 'version'>

/** The message of the version, as it is after the change, and the one before. */
export function commentMessages(
  messageOf: (version: CommentVersion) => MessageDraft,
  { byUserId, version, comment }: CommentVersion & Pick<AnswerComment, 'comment'>,
): (MessageDraft | MessageEdit)[] {
  const own = messageOf({ byUserId, version })
  if (comment === null) return [editOf(own)]
  return [own, ...(version > 1 ? [editOf(messageOf({ byUserId, version: version - 1 }))] : [])]
}
