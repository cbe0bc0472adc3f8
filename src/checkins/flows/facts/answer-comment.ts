// Loads what somebody who leads the team wrote about a member's answer, for that member.
import type { Queryable } from '../../../core/db/client.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { OutboxMessage } from '../../../outbox/db/messages.ts'
import { commentOf } from '../../db/reviews.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'

interface CommentMessage extends Pick<OutboxMessage, 'workspaceId' | 'teamId' | 'ts'> {
  subject: { memberId: string; date: string; byUserId: string; version: number }
}

/** `kind`: of check-in. Null: it was taken back or changed before it was sent, or there is no such team any more. */
export async function loadComment(
  db: Queryable,
  kind: string,
  { workspaceId, teamId, subject, ts }: CommentMessage,
  now: Temporal.Instant,
): Promise<Omit<AnswerCommentFacts, 'kind'> | null> {
  const date = Temporal.PlainDate.from(subject.date)
  const { memberId, byUserId, version } = subject
  const written = await commentOf(db, { workspaceId, memberId, kind, date, byUserId })
  if (!written) return null
  const { comment } = written
  const isReplaced = written.version > version
  if (ts === null && (comment === null || isReplaced)) return null
  const team = teamId && (await loadTeamIdentity(db, workspaceId, teamId, now))
  if (!team) return null
  const facts = { ...team, byUserId, date }
  if (isReplaced) return { ...facts, state: 'replaced', comment: '' }
  if (comment === null) return { ...facts, state: 'gone', comment: '' }
  return { ...facts, state: version > 1 ? 'changed' : 'first', comment }
}
