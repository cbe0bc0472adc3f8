// Loads the facts of the messages about leave on past days: to those who are asked, and about what became of it.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadLeaveRequest } from '../../db/leave-requests.ts'
import type { LeaveRequest } from '../../domain/leave-request.ts'
import type { LeaveOutcomeFacts, LeaveRequestFacts } from '../../domain/message-facts.ts'
import type { AskedOf } from './join-request.ts'

/** Null: it was over, or had gone to somebody else, before the message was posted. */
export async function loadLeaveRequestFacts(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Pick<Message<'leave-request'>, AskedOf>,
  now: Temporal.Instant,
): Promise<LeaveRequestFacts | null> {
  const request = await loadLeaveRequest(db, { workspaceId, requestId: subject.requestId })
  if (!request) return null
  const { state, askedUserId, askedTeamId, homeTeamId } = request
  const isAsked = askedUserId === toUserId
  if (!ts && !(isAsked && state === 'waiting')) return null
  return {
    kind: 'leave-request',
    ...shared(request, now),
    askedAs: askedTeamId === null ? 'admin' : askedTeamId === homeTeamId ? 'manager' : 'manager-above',
    passedOnTo: isAsked ? null : askedUserId,
  }
}

/** Null: the request is not kept any more. */
export async function loadLeaveOutcome(
  db: Queryable,
  { workspaceId, subject }: Message<'leave-outcome'>,
  now: Temporal.Instant,
): Promise<LeaveOutcomeFacts | null> {
  const request = await loadLeaveRequest(db, { workspaceId, requestId: subject.requestId })
  return request && request.state !== 'waiting' ? { kind: 'leave-outcome', ...shared(request, now) } : null
}

const shared = (
  { requestId, userId, wish, from, to, part, kind, numberDays, decidedBy, state }: LeaveRequest,
  now: Temporal.Instant,
) => ({
  ...{ requestId, userId, wish, numberDays, decidedBy, state, today: localDate(now, 'UTC') },
  leave: { from, to, part, kind },
})
