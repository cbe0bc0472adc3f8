// Which role a member had when, and on which days it counted a number: a change of role splits the month at its day.
import { isBefore, localDate } from '../../core/time.ts'
import type { DayHistory } from './day-history.ts'
import type { Role } from './team.ts'

export interface RoleSpan {
  role: Role
  /** Null: since joining. */
  from: Temporal.PlainDate | null
  /** Null: still. */
  to: Temporal.PlainDate | null
}

/** As known at the instant. The day of a change belongs to the new role. */
export function rolesAt(
  { states }: Pick<DayHistory, 'states'>,
  zone: string,
  at: Temporal.Instant,
): RoleSpan[] {
  const spans: RoleSpan[] = []
  for (const { role, since } of states) {
    if (since !== null && isBefore(at, since)) break
    const last = spans.at(-1)
    if (last?.role === role) continue
    const from = since && localDate(since, zone)
    if (last) last.to = from!.subtract({ days: 1 })
    spans.push({ role, from: last ? from : null, to: null })
  }
  return spans
}

/**
 * The days on which the member's role counts a number for which a target was set on the date. Null: none does. A role that was
 * left and taken up again goes on with what was set before.
 */
export function countingSpan(
  roles: readonly RoleSpan[],
  counts: (role: Role) => boolean,
  setOn: Temporal.PlainDate,
): Pick<RoleSpan, 'from' | 'to'> | null {
  const stretches: Pick<RoleSpan, 'from' | 'to'>[] = []
  let before: RoleSpan | null = null
  for (const span of roles) {
    const last = stretches.at(-1)
    if (counts(span.role) && before && counts(before.role)) last!.to = span.to
    else if (counts(span.role)) stretches.push({ from: span.from, to: span.to })
    before = span
  }
  const last = stretches.at(-1)
  if (!last) return null
  const setBefore = last.from !== null && Temporal.PlainDate.compare(setOn, last.from) < 0
  return setBefore ? { from: stretches[0]!.from, to: last.to } : last
}

/** The role on the date, or the first one for a date before it. */
export const roleOn = (roles: readonly RoleSpan[], date: Temporal.PlainDate): Role =>
  (roles.find(({ to }) => to === null || Temporal.PlainDate.compare(date, to) <= 0) ?? roles.at(-1)!).role

/** The other roles on any day of the span. */
export const otherRolesIn = (
  roles: readonly RoleSpan[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  role: Role,
): Role[] => {
  const touches = (span: RoleSpan) =>
    !(span.to && Temporal.PlainDate.compare(span.to, from) < 0) &&
    !(span.from && Temporal.PlainDate.compare(to, span.from) < 0)
  return [...new Set(roles.filter(touches).map((span) => span.role))].filter((one) => one !== role)
}
