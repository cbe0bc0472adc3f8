// Names who asked for support: a request outlives the day, so whoever asked may have left the team since.
import type { Queryable } from '../../../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../../../core/ids.ts'
import { loadMembers } from '../../../../org/db/members.ts'
import { findPeople } from '../../../../org/db/people.ts'
import type { DayMember } from '../../../../org/domain/team-day.ts'
import { reportOfRequest, type SupportRequest } from '../../domain/support.ts'

/** The requests with their askers' names, in the given order. */
export async function withAskers(
  q: Queryable,
  workspaceId: WorkspaceId,
  members: readonly DayMember[],
  requests: readonly SupportRequest[],
): Promise<(SupportRequest & { name: string })[]> {
  const nameOf = new Map<MemberId, string>(
    members.map(({ member, person }) => [member.memberId, person.name]),
  )
  const askers = requests.flatMap(({ reference }) => reportOfRequest(reference)?.memberId ?? [])
  const gone = [...new Set(askers.filter((memberId) => !nameOf.has(memberId)))]
  const former = await loadMembers(
    q,
    gone.map((memberId) => ({ workspaceId, memberId })),
  )
  const userIds = [...former.values()].map(({ userId }) => userId)
  const people = new Map((await findPeople(q, workspaceId, userIds)).map((one) => [one.userId, one.name]))
  for (const { memberId, userId } of former.values()) nameOf.set(memberId, people.get(userId) ?? '')
  return requests.flatMap((request) => {
    const name = nameOf.get(reportOfRequest(request.reference)?.memberId ?? '')
    return name ? [{ ...request, name }] : []
  })
}
