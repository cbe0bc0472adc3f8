// A member as they are measured in a period: role and calendar as they were on each day, by their own clock.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { MemberAt } from '../../org/domain/measured-calendar.ts'
import { otherRolesIn, roleOn } from '../../org/domain/role-spans.ts'
import type { Member, Role } from '../../org/domain/team.ts'
import { calendarFor } from './calendar-for.ts'
import type { StandingMember } from './member-progress.ts'
import type { Since } from './since.ts'
import type { TargetPart } from './target.ts'

export interface Measured {
  period: Pick<Period, 'from' | 'to'>
  roles: Readonly<Partial<Record<Role, readonly Metric[]>>>
  /** Of all members; of every version. */
  parts: readonly (TargetPart & Since)[]
}

/** `former`: in the numbers that only a role of before counted. */
export function standingMember(
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

/** From the first day of any of the spans, of which there is one at least, to the last. */
export function spanAround(spans: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[]) {
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
