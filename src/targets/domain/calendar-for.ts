// By which days of a member a target is measured: those on which the role of the day counts the number.
import type { MetricKey } from '../../core/ids.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { countingSpan, type RoleSpan } from '../../org/domain/role-spans.ts'
import type { Role } from '../../org/domain/team.ts'
import { countedWithin } from './part-in-force.ts'
import type { TargetPart } from './target.ts'

/** The calendar for a part: the days on which the member's role counts the part's metric. */
export type CalendarFor = (part: Pick<TargetPart, 'metricKey' | 'effectiveFrom'>) => MemberCalendar

export const calendarFor =
  (
    calendar: MemberCalendar,
    roles: readonly RoleSpan[],
    counts: (role: Role, metricKey: MetricKey) => boolean,
  ): CalendarFor =>
  ({ metricKey, effectiveFrom }) =>
    countedWithin(
      calendar,
      countingSpan(roles, (role) => counts(role, metricKey), effectiveFrom),
    )
