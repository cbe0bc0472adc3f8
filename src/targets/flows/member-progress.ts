// Loads how one member stands in several periods, such as the last weeks: numbers, targets and pace of each.
import type { Queryable } from '../../core/db/client.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { totalsByDay } from '../../numbers/db/totals.ts'
import { totalsOfDays } from '../../numbers/domain/day-values.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { partsOfTeams, versionsOfTeams } from '../db/team-targets.ts'
import { dueMembers, lateStarts, memberStandings } from '../domain/member-progress.ts'
import { withSince } from '../domain/since.ts'
import { isWithin } from '../domain/target-period.ts'
import type { MemberStanding } from '../domain/team-progress.ts'
import { loadStandingMembers } from './standing-members.ts'

/** In the order of the periods, which lie one behind the other; each with the same numbers, those of a role of before last. */
export async function memberProgress(
  q: Queryable,
  { member, today }: Pick<Membership, 'member' | 'today'>,
  periods: readonly Period[],
  now: Temporal.Instant,
): Promise<MemberStanding[]> {
  const { workspaceId, teamId, memberId } = member
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to }
  const [metrics, lists, parts, versions, days] = await Promise.all([
    metricsOfTeam(q, workspaceId, teamId),
    roleMetricsOfTeams(q, [member]),
    partsOfTeams(q, [member], span).then(withSince),
    versionsOfTeams(q, [member], span),
    totalsByDay(q, workspaceId, memberId, span.from, today),
  ])
  const own = parts.filter((part) => part.memberId === memberId)
  const measured = { period: span, roles: lists.get(teamId) ?? {}, parts: own }
  const standing = await loadStandingMembers(q, workspaceId, [member], measured, now)
  const [one, former] = [standing.now[0]!, standing.former[0]?.metrics ?? []]
  const entered = (key: string) => days.some(({ totals }) => key in totals)
  const all = { ...one, metrics: [...one.metrics, ...former.filter(({ key }) => entered(key))] }
  return periods.map((period) => {
    const within = days.filter(({ date }) => isWithin(date, period))
    const totals = new Map([[memberId, totalsOfDays(within, metrics)]])
    const due = dueMembers([all], { period, versions }, now)
    const early = new Map(
      lateStarts(due, period).map((since) => {
        const before = within.filter(({ date }) => Temporal.PlainDate.compare(date, since) < 0)
        return [since.toString(), new Map([[memberId, totalsOfDays(before, metrics)]])]
      }),
    )
    const facts = {
      period,
      versions,
      metrics,
      totals: { period: totals, due: totals, before: new Map(), early },
    }
    return memberStandings(due, new Map([[memberId, within]]), facts)[0]!
  })
}
