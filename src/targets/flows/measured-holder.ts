// Loads by which calendar a member's targets are measured: past days by what was known then, and only those on which the role counts.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import type { RoleSpan } from '../../org/domain/role-spans.ts'
import type { Member, Role } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import { type CalendarFor, calendarFor } from '../domain/calendar-for.ts'
import type { TargetPart } from '../domain/target.ts'
import { spanOf } from '../domain/target-period.ts'

/** One statement, and one more where the member has had several roles. `parts`: at least one. */
export async function measuringCalendar(
  q: Queryable,
  member: Member,
  parts: readonly Pick<TargetPart, 'period'>[],
  at: Temporal.Instant,
): Promise<CalendarFor> {
  const span = spanOf(parts.map(({ period }) => period))
  const found = await membersAt(q, member.workspaceId, [member], span, at)
  const { calendar, roles } = found.get(member.memberId)!
  return calendarFor(calendar, roles, await rolesCounting(q, member, roles))
}

/** Of a single role nothing is asked: its metrics alone are shown. */
export async function rolesCounting(
  q: Queryable,
  { workspaceId, teamId }: Pick<Member, 'workspaceId' | 'teamId'>,
  roles: readonly RoleSpan[],
): Promise<(role: Role, metricKey: MetricKey) => boolean> {
  if (roles.length <= 1) return () => true
  const lists = (await roleMetricsOfTeams(q, [{ workspaceId, teamId }])).get(teamId)
  return (role, metricKey) => lists?.[role]?.some(({ key }) => key === metricKey) ?? false
}
