// Loads the tree of teams below a team, with what a target of the whole is planned from, team by team.
import { hash } from 'node:crypto'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { latestPlanRates } from '../../numbers/db/plan-rates.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PlanRates } from '../../numbers/domain/plan-rates.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsOfTeamsWithin } from '../db/targets.ts'
import { type CascadeTeam, wholeIn } from '../domain/cascade.ts'
import { exchanged, wholeCountedBy } from '../domain/cascade-money.ts'
import type { TargetVersion } from '../domain/target.ts'
import { samePeriod, type TargetPeriod, targetPeriod } from '../domain/target-period.ts'
import { type LoadedPlan, loadPlans, type PlanWanted, wholesOfTeam } from './load-plan.ts'

/** Hexadecimal: as many as a safe integer holds. */
const VERSION_DIGITS = 13

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
  /** As the team itself has it, or else the first team below that does: the whole is in its currency. */
  metric: Metric
  /** The same of each team, for its own whole. */
  metrics: ReadonlyMap<TeamId, Metric>
  /** The plan rates of the fiscal year. Null: there are none, or none are needed. */
  rates: PlanRates | null
  fiscalYear: TargetPeriod
  /** Another one after each change of the teams, their people, the target of any of them, and the rates. */
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
  const nodes = new Map<TeamId, Node>()
  const settingsOf = await settingsOfTeamsNow(q, all, now)
  const plans = await loadPlans(q, team.workspaceId, all, wanted, now)
  const alone = await versionsAlone(
    q,
    all.filter(({ teamId }) => !plans.has(teamId)),
    wanted,
    yearStarts,
  )
  for (const one of all) {
    const { teamId } = one
    const settings = settingsOf.get(teamId)
    if (!settings) continue
    const plan = plans.get(teamId) ?? null
    const wholes = plan?.wholes ?? wholesOfTeam(alone.get(teamId) ?? [])
    const reached = [...(plan?.past[0]?.values() ?? [])].reduce((sum, value) => sum + value, 0)
    nodes.set(teamId, { teamId, wholes, facts: plan?.facts ?? null, last: reached })
    teams.set(teamId, {
      ...{ team: one, identity: identityOf(one, settings), plan },
      today: localDate(now, settings.zone),
    })
  }
  const metrics = metricsOf(all, teams)
  const metric = metrics.get(team.teamId)
  if (!metric || !nodes.has(team.teamId)) return null
  const fiscalYear = targetPeriod('year', period.from, yearStarts)
  const isMixed = new Set([...metrics.values()].map(({ currency }) => currency)).size > 1
  const rates = isMixed ? await latestPlanRates(q, team.workspaceId, fiscalYear.from) : null
  const root = treeOf(team.teamId, nodes, all, metrics)
  const loaded = { root, teams, metric, metrics, rates, fiscalYear }
  return { ...loaded, version: versionOf(nodes, loaded, period) }
}

/** As one number of what a plan depends on that others can change. */
function versionOf(
  nodes: ReadonlyMap<TeamId, Node>,
  { teams, rates }: Pick<LoadedCascade, 'teams' | 'rates'>,
  period: TargetPeriod,
): number {
  const known = [...teams].map(([teamId, { team, plan }]) => [
    ...[teamId, team.parentTeamId, plan?.version ?? wholeIn(nodes.get(teamId)!.wholes, period).version],
    ...[...(plan?.people.keys() ?? [])].sort(),
  ])
  const all = JSON.stringify([rates?.version ?? 0, ...known.map((one) => one.join(' ')).sort()])
  return Number.parseInt(hash('sha256', all, 'hex').slice(0, VERSION_DIGITS), 16)
}

/** As a team counts it. */
export const metricIn = ({ metrics, metric }: LoadedCascade, teamId: TeamId): Metric =>
  metrics.get(teamId) ?? metric

/** What is in one team's currency in that of another. */
export const amongTeams = (loaded: LoadedCascade, value: number, from: TeamId, to: TeamId): number =>
  exchanged(value, metricIn(loaded, from).currency, metricIn(loaded, to).currency, loaded.rates)

type Node = Omit<CascadeTeam, 'below' | 'currency'>

function metricsOf(all: readonly Team[], teams: ReadonlyMap<TeamId, LoadedTeam>): Map<TeamId, Metric> {
  const own = new Map(
    [...teams].flatMap(([teamId, { plan }]) => (plan ? [[teamId, plan.metric] as const] : [])),
  )
  return new Map(
    all.flatMap(({ teamId }) => {
      const counting = wholeCountedBy(teamId, all, own)
      return counting === null ? [] : [[teamId, own.get(counting)!] as const]
    }),
  )
}

/** Of teams that do not count the metric themselves. */
async function versionsAlone(
  q: Queryable,
  teams: readonly Team[],
  { metricKey, period }: PlanWanted,
  yearStarts: number,
): Promise<Map<TeamId, TargetVersion[]>> {
  const [first] = teams
  if (!first) return new Map()
  const teamIds = teams.map(({ teamId }) => teamId)
  const year = targetPeriod('year', period.from, yearStarts)
  return versionsOfTeamsWithin(q, first.workspaceId, { teamIds, metricKey }, year)
}

function treeOf(
  teamId: TeamId,
  nodes: ReadonlyMap<TeamId, Node>,
  all: readonly Team[],
  metrics: ReadonlyMap<TeamId, Metric>,
): CascadeTeam {
  const below = all.filter((one) => one.parentTeamId === teamId && nodes.has(one.teamId))
  return {
    ...nodes.get(teamId)!,
    currency: metrics.get(teamId)?.currency ?? null,
    below: below.map((one) => treeOf(one.teamId, nodes, all, metrics)),
  }
}
