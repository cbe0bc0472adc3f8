// Loads how one member stands in several periods, such as the last weeks: numbers, targets and pace of each.
import type { Queryable } from '../../core/db/client.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { totalsByDay } from '../../numbers/db/totals.ts'
import { type DatedTotals, totalsOfDays } from '../../numbers/domain/day-values.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { partsOfTeams, versionsOfTeams } from '../db/team-targets.ts'
import { dueMembers, memberStandings } from '../domain/member-progress.ts'
import { isWithin } from '../domain/target-period.ts'
import type { MemberStanding } from '../domain/team-progress.ts'

/** In the order of the periods, which lie one behind the other. */
export async function memberProgress(
  q: Queryable,
  membership: Membership,
  periods: readonly Period[],
  now: Temporal.Instant,
): Promise<MemberStanding[]> {
  const { member, today } = membership
  const { workspaceId, teamId, memberId } = member
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to }
  const [metrics, parts, versions, days] = await Promise.all([
    metricsOfTeam(q, workspaceId, teamId),
    partsOfTeams(q, [member], span),
    versionsOfTeams(q, [member], span),
    totalsByDay(q, workspaceId, memberId, span.from, today),
  ])
  const own = { ...membership, parts: parts.filter((part) => part.memberId === memberId) }
  return periods.map((period) => {
    const within = days.filter(({ date }) => isWithin(date, period))
    const totals = new Map([[memberId, totalsOfDays(within, metrics)]])
    const [due] = dueMembers([own], period, now)
    const isAfter = ({ date }: DatedTotals) => !due!.due || Temporal.PlainDate.compare(date, due!.due) > 0
    const recent = new Map([[memberId, within.filter(isAfter)]])
    const facts = { period, versions, metrics, totals: { period: totals, due: totals, before: new Map() } }
    return memberStandings([due!], recent, facts)[0]!
  })
}
