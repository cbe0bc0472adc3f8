// Loads the team above and the teams beside a team, and says whether a planned change fits into the target above.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { currenciesOfMetrics, latestPlanRates } from '../../numbers/db/plan-rates.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { versionsWithin } from '../db/targets.ts'
import { partsOfTeamsBelow } from '../db/team-parts.ts'
import type { CascadeVersion, TeamWholes } from '../domain/cascade.ts'
import { type Currency, exchanged, roundingOf, wholeCountedBy, withoutRate } from '../domain/cascade-money.ts'
import type { TargetVersion } from '../domain/target.ts'
import { spanOf, type TargetPeriod, targetPeriod } from '../domain/target-period.ts'
import { type AboveParent, aboveParent } from '../domain/within-parent.ts'
import { wholesOfTeam } from './load-plan.ts'

/** Null: it fits. Of sums only: a rate of a team may differ from that above. */
export async function fitsAbove(
  q: Queryable,
  team: Team,
  { key: metricKey, currency }: Metric,
  versions: readonly CascadeVersion[],
  had: TeamWholes,
  period: TargetPeriod,
): Promise<AboveParent | null> {
  const { workspaceId, teamId, parentTeamId } = team
  if (parentTeamId === null || versions.length === 0) return null
  const span = spanOf(versions.map((one) => one.period))
  const above = { workspaceId, teamId: parentTeamId }
  const wholes = wholesOfTeam(await versionsWithin(q, workspaceId, { teamId: parentTeamId, metricKey }, span))
  if (wholes.size === 0) return null
  const parts = await partsOfTeamsBelow(q, above, metricKey, span)
  const siblings = parts.filter((one) => one.teamId !== teamId)
  if (currency === null) return aboveParent(versions, had, { wholes, siblings, rounding: 0 })
  return aboveParent(
    versions,
    had,
    await inCurrency(q, { above, metricKey, currency, period }, wholes, siblings),
  )
}

interface Into {
  above: TeamRef
  metricKey: MetricKey
  currency: string
  period: TargetPeriod
}

/** The whole above and the parts beside in the team's own currency; what has no rate cannot be held against it. */
async function inCurrency(
  q: Queryable,
  { above, metricKey, currency, period }: Into,
  wholes: TeamWholes,
  siblings: readonly TargetVersion[],
) {
  const below = await teamsBelow(q, above)
  const all = [{ teamId: above.teamId, parentTeamId: null }, ...below]
  const counted = await currenciesOfMetrics(q, above.workspaceId, [metricKey])
  const own = counted.get(metricKey) ?? new Map<TeamId, string>()
  const of = (teamId: TeamId): Currency => own.get(wholeCountedBy(teamId, all, own) ?? '') ?? null
  const used = [of(above.teamId), ...siblings.map((one) => of(one.teamId))]
  const isMixed = used.some((one) => one !== null && one !== currency)
  const yearStarts = isMixed ? await fiscalYearStart(q, above.workspaceId) : 1
  const { from } = targetPeriod('year', period.from, yearStarts)
  const rates = isMixed ? await latestPlanRates(q, above.workspaceId, from) : null
  if (withoutRate(used, currency, rates).length > 0) return { wholes: new Map(), siblings: [], rounding: 0 }
  const into = (value: number | null, teamId: TeamId) =>
    value === null ? null : exchanged(value, of(teamId), currency, rates)
  const { teamId } = above
  return {
    wholes: new Map(
      [...wholes].map(([key, one]) => [
        key,
        { ...one, whole: into(one.whole, teamId), own: into(one.own, teamId) },
      ]),
    ),
    siblings: siblings.map((one) => ({ ...one, whole: into(one.whole, one.teamId) })),
    rounding: used.reduce((sum, one) => sum + roundingOf(one ?? currency, currency, rates), 0),
  }
}
