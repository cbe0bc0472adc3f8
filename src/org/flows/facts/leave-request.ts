// Loads the facts of the messages about leave on past days: to those who are asked, and about what became of it.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadLeaveRequest } from '../../db/leave-requests.ts'
import type { LeaveRequest } from '../../domain/leave-request.ts'
import type { LeaveOutcomeFacts, LeaveRequestFacts } from '../../domain/message-facts.ts'

/** Null: it was over, or had gone to somebody else, before the message was posted. */
export async function loadLeaveRequestFacts(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Message<'leave-request'>,
): Promise<LeaveRequestFacts | null> {
  const request = await loadLeaveRequest(db, { workspaceId, requestId: subject.requestId })
  if (!request) return null
  const { state, askedUserId, askedTeamId, homeTeamId } = request
  const isAsked = askedUserId === toUserId
  if (!ts && !(isAsked && state === 'waiting')) return null
  return {
    kind: 'leave-request',
    ...shared(request),
    askedAs: askedTeamId === null ? 'admin' : askedTeamId === homeTeamId ? 'manager' : 'manager-above',
    passedOnTo: isAsked ? null : askedUserId,
  }
}

/** Null: the request is not kept any more. */
export async function loadLeaveOutcome(
  db: Queryable,
  { workspaceId, subject }: Message<'leave-outcome'>,
): Promise<LeaveOutcomeFacts | null> {
  const request = await loadLeaveRequest(db, { workspaceId, requestId: subject.requestId })
  return request && request.state !== 'waiting' ? { kind: 'leave-outcome', ...shared(request) } : null
}

const shared = ({
  requestId,
  userId,
  wish,
  from,
  to,
  part,
  kind,
  numberDays,
  decidedBy,
  state,
}: LeaveRequest) => ({
  ...{ requestId, userId, wish, numberDays, decidedBy, state },
  leave: { from, to, part, kind },
})
