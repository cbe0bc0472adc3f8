// Loads the tree of teams below a team, with what a target of the whole is planned from, team by team.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsWithin } from '../db/targets.ts'
import { type CascadeTeam, wholeIn } from '../domain/cascade.ts'
import { headsIn } from '../domain/split-teams.ts'
import { samePeriod, targetPeriod } from '../domain/target-period.ts'
import { type LoadedPlan, loadPlan, type PlanWanted, wholesOfTeam } from './load-plan.ts'

export interface LoadedTeam {
  team: Team
  identity: TeamIdentity
  /** Null: the team does not count the metric. */
  plan: LoadedPlan | null
  /** Of the team's own clock. */
  today: Temporal.PlainDate
}

export interface LoadedCascade {
  root: CascadeTeam
  teams: ReadonlyMap<TeamId, LoadedTeam>
  metric: Metric
  /** Of the teams that count it; several for money of more than one currency. */
  currencies: readonly string[]
  /** Grows with each change of the target of any of the teams. */
  version: number
}

/** Null: none of the teams counts the metric, or there is no such period in the workspace's fiscal year. */
export async function loadCascade(
  q: Queryable,
  team: Team,
  wanted: PlanWanted,
  now: Temporal.Instant,
): Promise<LoadedCascade | null> {
  const { period } = wanted
  const yearStarts = await fiscalYearStart(q, team.workspaceId)
  if (!samePeriod(targetPeriod(period.kind, period.from, yearStarts), period)) return null
  const all = [team, ...(await teamsBelow(q, team))]
  const teams = new Map<TeamId, LoadedTeam>()
  const nodes = new Map<TeamId, Omit<CascadeTeam, 'below'>>()
  let version = 0
  for (const one of all) {
    const settings = await settingsNow(q, one, now)
    if (!settings) continue
    const plan = await loadPlan(q, one, wanted, now)
    const { teamId } = one
    const wholes = plan?.wholes ?? (await wholesAlone(q, one, wanted, yearStarts))
    const reached = [...(plan?.past[0]?.values() ?? [])].reduce((sum, value) => sum + value, 0)
    nodes.set(teamId, { teamId, wholes, facts: plan?.facts ?? null, last: reached })
    teams.set(teamId, {
      ...{ team: one, identity: identityOf(one, settings), plan },
      today: localDate(now, settings.zone),
    })
    version += plan?.version ?? wholeIn(wholes, period).version
  }
  // The team's own, with its label, else that of the first team below that counts it.
  const [metric] = [...teams.values()].flatMap(({ plan }) => plan?.metric ?? [])
  if (!metric || !nodes.has(team.teamId)) return null
  const root = treeOf(team.teamId, nodes, all)
  return { root, teams, metric, currencies: currenciesOf(nodes, teams), version }
}

const wholesAlone = async (
  q: Queryable,
  { workspaceId, teamId }: Team,
  { metricKey, period }: PlanWanted,
  yearStarts: number,
) => {
  const year = targetPeriod('year', period.from, yearStarts)
  return wholesOfTeam(await versionsWithin(q, workspaceId, { teamId, metricKey }, year))
}

function treeOf(
  teamId: TeamId,
  nodes: ReadonlyMap<TeamId, Omit<CascadeTeam, 'below'>>,
  all: readonly Team[],
): CascadeTeam {
  const below = all.filter((one) => one.parentTeamId === teamId && nodes.has(one.teamId))
  return { ...nodes.get(teamId)!, below: below.map((one) => treeOf(one.teamId, nodes, all)) }
}

function currenciesOf(
  nodes: ReadonlyMap<TeamId, Omit<CascadeTeam, 'below'>>,
  teams: ReadonlyMap<TeamId, LoadedTeam>,
): string[] {
  const counting = [...nodes.values()].filter((one) => headsIn({ ...one, below: [] }) > 0)
  const found = counting.map(({ teamId }) => teams.get(teamId)!.plan!.metric.currency)
  return [...new Set(found)].filter((currency) => currency !== null).sort()
}
