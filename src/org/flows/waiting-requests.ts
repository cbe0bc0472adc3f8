// Loads the requests that wait for a person's answer: to let somebody join another team, and about leave on past days.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { askedOf } from '../db/join-requests.ts'
import { leaveAskedOf } from '../db/leave-requests.ts'
import type { JoinRequestFacts, LeaveRequestFacts } from '../domain/message-facts.ts'
import { mayAnswerJoinRequest, mayAnswerLeaveRequest } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { loadJoinRequestFacts } from './facts/join-request.ts'
import { loadLeaveRequestFacts } from './facts/leave-request.ts'

export interface WaitingRequests {
  joining: readonly JoinRequestFacts[]
  leave: readonly LeaveRequestFacts[]
}

/** Of each kind at most `most`, the oldest first; without those that the person may not answer any more. */
export async function waitingRequests(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  most: number,
): Promise<WaitingRequests> {
  const { workspaceId, userId } = who
  const [joining, leave] = await Promise.all([
    askedOf(q, workspaceId, userId, most),
    leaveAskedOf(q, workspaceId, userId, most),
  ])
  if (joining.length + leave.length === 0) return { joining: [], leave: [] }
  const actor = await actorOf(q, who, now)
  const about = (askedTeamId: string | null, of: string) => ({
    ...{ workspaceId, ...(askedTeamId ? { teamId: askedTeamId } : {}), userId: of, askedUserId: userId },
  })
  const asMessage = (requestId: string) => ({
    ...{ workspaceId, toUserId: userId, subject: { requestId }, ts: null },
  })
  const joins = joining
    .filter((one) => may(actor, mayAnswerJoinRequest, about(one.askedTeamId, one.requestedBy)))
    .map(({ requestId }) => loadJoinRequestFacts(q, asMessage(requestId), now))
  const leaves = leave
    .filter((one) => may(actor, mayAnswerLeaveRequest, about(one.askedTeamId, one.userId)))
    .map(({ requestId }) => loadLeaveRequestFacts(q, asMessage(requestId), now))
  return {
    joining: (await Promise.all(joins)).flatMap((facts) => facts ?? []),
    leave: (await Promise.all(leaves)).flatMap((facts) => facts ?? []),
  }
}
