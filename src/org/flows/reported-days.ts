// What lower rooms ask of features that keep what members report: on which days there is something.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { Member } from '../domain/team.ts'

/** The dates in the range, both ends included, for which these members have reported numbers. */
export type ReportedDays = (
  q: Queryable,
  members: readonly Member[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
) => Promise<readonly Temporal.PlainDate[]>

declare module '../../core/context.ts' {
  interface Contributions {
    reportedDays: readonly ReportedDays[]
  }
}

/** Each date once, the earliest first. */
export async function reportedDaysOf(
  q: Queryable,
  { contributions }: Context,
  members: readonly Member[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Temporal.PlainDate[]> {
  if (members.length === 0) return []
  const found = await Promise.all(contributions.reportedDays.map((of) => of(q, members, from, to)))
  const dates = new Set(found.flat().map(String))
  return [...dates].sort().map((date) => Temporal.PlainDate.from(date))
}
