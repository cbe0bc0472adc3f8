// Loads the team above and the teams beside those that change, and says whether what is planned fits into the target above.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { currenciesOfMetrics, latestPlanRates } from '../../numbers/db/plan-rates.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PlanRates } from '../../numbers/domain/plan-rates.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { loadMembers } from '../../org/db/members.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { latestMonthParts, versionsWithin } from '../db/targets.ts'
import { partsOfTeamsBelow } from '../db/team-parts.ts'
import { type Currency, exchanged, roundingOf, wholeCountedBy, withoutRate } from '../domain/cascade-money.ts'
import type { PlannedVersion } from '../domain/plan.ts'
import type { TargetPart, TargetVersion } from '../domain/target.ts'
import { spanOf, type TargetPeriod, targetPeriod } from '../domain/target-period.ts'
import {
  type AboveParent,
  aboveParent,
  type ChangedClaims,
  type ClaimAbove,
  claimsWith,
  type TeamClaims,
} from '../domain/within-parent.ts'

/** What is planned for one team. */
export interface TeamChange {
  team: Team
  metric: Metric
  versions: readonly PlannedVersion[]
}

export interface Clash {
  teamId: TeamId
  refusal: AboveParent
}

/**
 * `changes`: of one metric, by teams of the same team above. Null: it fits. Of sums only: a rate of a team may differ from that
 * above.
 */
export async function fitsAbove(
  q: Queryable,
  changes: readonly TeamChange[],
  period: TargetPeriod,
): Promise<Clash | null> {
  const [first] = changes
  const periods = changes.flatMap(({ versions }) => versions.map((one) => one.period))
  if (first?.metric.kind !== 'additive') return null
  const { workspaceId, parentTeamId } = first.team
  if (parentTeamId === null || periods.length === 0) return null
  const metricKey = first.metric.key
  const above = { workspaceId, teamId: parentTeamId }
  const found = await versionsWithin(q, workspaceId, { teamId: parentTeamId, metricKey }, spanOf(periods))
  const wholes = found.filter(({ whole, own }) => whole !== null && own !== null)
  if (wholes.length === 0) return null
  const below = await partsOfTeamsBelow(q, above, metricKey, spanOf(wholes.map((one) => one.period)))
  const claims = await claimsOf(q, above, metricKey, below, changes)
  const moneyOf = await moneyIn(q, { above, metricKey, period }, [...claims.keys()], changes)
  for (const { team, metric } of changes) {
    const beside = [...claims].filter(([teamId]) => teamId !== team.teamId)
    const money = moneyOf(metric.currency)
    const clash =
      money &&
      aboveParent(claims.get(team.teamId)!, {
        wholes,
        beside: beside.map(([teamId, { after }]) => ({ claims: after, into: money.into(teamId) })),
        into: money.into(parentTeamId),
        rounding: money.roundingOf([parentTeamId, ...beside.map(([teamId]) => teamId)]),
      } satisfies ClaimAbove)
    if (clash) return { teamId: team.teamId, refusal: clash }
  }
  return null
}

/** Of all teams below it that have a target, and of those that change. */
async function claimsOf(
  q: Queryable,
  { workspaceId }: TeamRef,
  metricKey: MetricKey,
  below: readonly TargetVersion[],
  changes: readonly TeamChange[],
): Promise<Map<TeamId, ChangedClaims>> {
  const given = Map.groupBy(await givenAlone(q, workspaceId, metricKey, below), ({ teamId }) => teamId)
  const byTeam = Map.groupBy(below, ({ teamId }) => teamId)
  const claimed = (teamId: TeamId): TeamClaims => ({
    wholes: byTeam.get(teamId) ?? [],
    given: given.get(teamId) ?? [],
  })
  const changing = new Map(changes.map(({ team, versions }) => [team.teamId, versions]))
  return new Map(
    [...new Set([...byTeam.keys(), ...changing.keys()])].map((teamId) => {
      const before = claimed(teamId)
      return [teamId, { before, after: claimsWith(before, changing.get(teamId) ?? []) }]
    }),
  )
}

/** The parts of people in months that have no whole; who left before a month has none in it. */
async function givenAlone(
  q: Queryable,
  workspaceId: WorkspaceId,
  metricKey: MetricKey,
  below: readonly TargetVersion[],
): Promise<TargetPart[]> {
  const alone = below.filter(({ period, whole }) => period.kind === 'month' && whole === null)
  if (alone.length === 0) return []
  const teamIds = [...new Set(alone.map(({ teamId }) => teamId))]
  const span = spanOf(alone.map(({ period }) => period))
  const parts = await latestMonthParts(q, workspaceId, { teamIds, metricKey }, span)
  const memberIds = [...new Set(parts.map(({ memberId }) => memberId))]
  const holders = await loadMembers(
    q,
    memberIds.map((memberId) => ({ workspaceId, memberId })),
  )
  return parts.filter(({ memberId, period }) => {
    const leftOn = holders.get(memberId)?.leftOn
    return !leftOn || Temporal.PlainDate.compare(leftOn, period.from) >= 0
  })
}

interface Money {
  into: (from: TeamId) => (value: number) => number
  roundingOf: (teamIds: readonly TeamId[]) => number
}

interface Where {
  above: TeamRef
  metricKey: MetricKey
  period: TargetPeriod
}

const PLAIN: Money = { into: () => (value) => value, roundingOf: () => 0 }

/** What teams have in the currency of one of them. Null: something has no rate, and cannot be held against it. */
async function moneyIn(
  q: Queryable,
  { above, metricKey, period }: Where,
  teamIds: readonly TeamId[],
  changes: readonly TeamChange[],
): Promise<(currency: Currency) => Money | null> {
  if (changes.every(({ metric }) => metric.currency === null)) return () => PLAIN
  const below = await teamsBelow(q, above)
  const all = [{ teamId: above.teamId, parentTeamId: null }, ...below]
  const counted = await currenciesOfMetrics(q, above.workspaceId, [metricKey])
  const own = counted.get(metricKey) ?? new Map<TeamId, string>()
  const of = (teamId: TeamId): Currency => own.get(wholeCountedBy(teamId, all, own) ?? '') ?? null
  const used = [above.teamId, ...teamIds].map(of)
  const isMixed = new Set(used.filter((one) => one !== null)).size > 1
  const rates = isMixed ? await ratesIn(q, above, period) : null
  return (currency) => {
    if (currency === null) return PLAIN
    if (withoutRate(used, currency, rates).length > 0) return null
    return {
      into: (from) => (value) => exchanged(value, of(from), currency, rates),
      roundingOf: (from) =>
        from.reduce((sum, teamId) => sum + roundingOf(of(teamId) ?? currency, currency, rates), 0),
    }
  }
}

async function ratesIn(
  q: Queryable,
  { workspaceId }: TeamRef,
  period: TargetPeriod,
): Promise<PlanRates | null> {
  const yearStarts = await fiscalYearStart(q, workspaceId)
  return latestPlanRates(q, workspaceId, targetPeriod('year', period.from, yearStarts).from)
}
