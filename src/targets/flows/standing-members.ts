// Loads members as they are measured in a period: role and calendar as they were on each day, by each one's own clock.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, WorkspaceId } from '../../core/ids.ts'
import type { RoleLists } from '../../numbers/db/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { MemberAt } from '../../org/domain/measured-calendar.ts'
import { otherRolesIn, roleOn } from '../../org/domain/role-spans.ts'
import type { Member, Role } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import { calendarFor } from '../domain/calendar-for.ts'
import type { StandingMember } from '../domain/member-progress.ts'
import type { Since } from '../domain/since.ts'
import type { TargetPart } from '../domain/target.ts'

interface Measured {
  period: Pick<Period, 'from' | 'to'>
  roles: RoleLists
  /** Of all members; of every version. */
  parts: readonly (TargetPart & Since)[]
}

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
  { period, roles, parts }: Measured,
  at: Temporal.Instant,
): Promise<StandingMembers> {
  const span = spanAround([period, ...parts.map((part) => part.period)])
  const found = await membersAt(q, workspaceId, members, span, at)
  const partsBy = Map.groupBy(parts, ({ memberId }) => memberId)
  const both = members.flatMap((member) => {
    const known = found.get(member.memberId)
    return known
      ? [standingsOf(member, known, { period, roles, parts: partsBy.get(member.memberId) ?? [] })]
      : []
  })
  return {
    now: both.map((one) => one.now),
    former: both.flatMap(({ former }) => (former.metrics.length > 0 ? [former] : [])),
  }
}

function standingsOf(
  member: Member,
  { calendar, zone, today, settings, roles: spans }: MemberAt,
  { period, roles, parts }: Measured,
): { now: StandingMember; former: StandingMember } {
  const on = Temporal.PlainDate.compare(today, period.to) < 0 ? today : period.to
  const role = roleOn(spans, on)
  const metrics = roles[role] ?? []
  const counts = (of: Role, key: MetricKey) => roles[of]?.some((metric) => metric.key === key) ?? false
  const before = otherRolesIn(spans, period, role).flatMap((other) => roles[other] ?? [])
  const former = new Map(before.map((metric) => [metric.key, metric]))
  for (const { key } of metrics) former.delete(key)
  const one = {
    ...{ member: { ...member, role }, calendar, zone, today, settings, parts },
    calendarOf: calendarFor(calendar, spans, spans.length > 1 ? counts : () => true),
  }
  return { now: { ...one, metrics }, former: { ...one, metrics: [...former.values()] } }
}

function spanAround(spans: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[]) {
  const { compare } = Temporal.PlainDate
  const from = spans.map((span) => span.from).toSorted(compare)[0]!
  return {
    from,
    to: spans
      .map((span) => span.to)
      .toSorted(compare)
      .at(-1)!,
  }
}
