// Loads members as they are measured in a period: role and calendar as they were on each day, by each one's own clock.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import type { MemberAt } from '../../org/domain/measured-calendar.ts'
import type { Member } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import type { StandingMember } from '../domain/member-progress.ts'
import { type Measured, spanAround, standingMember } from '../domain/standing-member.ts'

export interface StandingMembers {
  /** In the role that each has on the last day of the period so far. */
  now: readonly StandingMember[]
  /** The same people in the numbers that only a role of before counted. Who had one role throughout is missing. */
  former: readonly StandingMember[]
}

/** In one statement. */
export async function loadStandingMembers(
  q: Queryable,
  workspaceId: WorkspaceId,
  members: readonly Member[],
  measured: Measured,
  at: Temporal.Instant,
): Promise<StandingMembers> {
  const found = await membersAt(q, workspaceId, members, spanOf(measured), at)
  return standingMembers(members, found, measured)
}

/** All days that the members are measured on. */
export const spanOf = ({ period, parts }: Pick<Measured, 'period' | 'parts'>) =>
  spanAround([period, ...parts.map((part) => part.period)])

/** Of one team. */
export function standingMembers(
  members: readonly Member[],
  found: ReadonlyMap<MemberId, MemberAt>,
  { period, roles, parts }: Measured,
): StandingMembers {
  const partsBy = Map.groupBy(parts, ({ memberId }) => memberId)
  const both = members.flatMap((member) => {
    const known = found.get(member.memberId)
    return known
      ? [standingMember(member, known, { period, roles, parts: partsBy.get(member.memberId) ?? [] })]
      : []
  })
  return {
    now: both.map((one) => one.now),
    former: both.flatMap(({ former }) => (former.metrics.length > 0 ? [former] : [])),
  }
}
