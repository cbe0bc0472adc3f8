// Loads how a team stands together with the teams below it, and how each of these does.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId } from '../../core/ids.ts'
import { currenciesOfMetrics, planRatesOn } from '../../numbers/db/plan-rates.ts'
import type { PlanRates, UsedRate } from '../../numbers/domain/plan-rates.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import type { Team } from '../../org/domain/team.ts'
import { versionsOfTeams } from '../db/team-targets.ts'
import { wholeCountedBy } from '../domain/cascade-money.ts'
import { inForceOn, type TargetVersion, targetKey } from '../domain/target.ts'
import type { TeamStanding } from '../domain/team-progress.ts'
import { toldBySums } from '../domain/told-by-sums.ts'
import { inOneCurrency, type MoneyApart, type TeamMoney } from '../domain/tree-currency.ts'
import { type TreeTeam, treeStanding } from '../domain/tree-standing.ts'
import { type NamedProgress, teamProgress } from './team-progress.ts'

/** A team directly below, with those below it; or under the team's own id its own people. */
export interface TreePart {
  teamId: TeamId
  name: string
  standings: readonly TeamStanding[]
  userIds: readonly UserId[]
}

export interface NamedMoney extends TeamMoney {
  name: string
  /** Whose money it is. */
  userIds: readonly UserId[]
}

export interface TreeProgress {
  whole: readonly TeamStanding[]
  /** The plan rates at which money of several currencies was summed, and what has none. */
  used: readonly UsedRate[]
  apart: readonly MoneyApart[]
  /** Of these sums what each team below gives to them, by name. */
  money: readonly NamedMoney[]
  /** Null: there are none for the period. */
  rates: PlanRates | null
  parts: readonly TreePart[]
  /** Whose own number or target a sum of the whole is. */
  alone: readonly UserId[]
}

/** `own`: of the team's own people. Null: there are no teams below. */
export async function treeProgress(
  q: Queryable,
  team: Team,
  own: NamedProgress,
  now: Temporal.Instant,
): Promise<TreeProgress | null> {
  const below = await teamsBelow(q, team)
  if (below.length === 0) return null
  const all = [team, ...below]
  const settings = await settingsOfTeams(q, all, own.on)
  const progresses = new Map<TeamId, NamedProgress>([[team.teamId, own]])
  for (const one of below) {
    const of = settings.get(one.teamId)
    if (of)
      progresses.set(one.teamId, await teamProgress(q, { team: one, settings: of, period: own.period }, now))
  }
  const versions = await versionsOfTeams(q, all, own.period)
  const rates = await planRatesOn(q, team.workspaceId, own.on)
  const keys = [...new Set(versions.map(({ metricKey }) => metricKey))]
  const counted = await currenciesOfMetrics(q, team.workspaceId, keys)
  const nodeOf = ({ teamId }: Pick<Team, 'teamId'>): TreeTeam => ({
    ...{ teamId, standings: progresses.get(teamId)?.team ?? [] },
    wholes: wholesOf(versions, teamId, own),
    wholeIn: wholesIn(teamId, all, counted),
    below: below.filter((one) => one.parentTeamId === teamId).map(nodeOf),
  })
  const root = nodeOf(team)
  const peopleIn = (node: TreeTeam): UserId[] => [
    ...(progresses.get(node.teamId)?.people ?? []).map(({ member }) => member.userId),
    ...node.below.flatMap(peopleIn),
  ]
  const mine = { ...root, below: [] }
  const parts = [...(own.people.length > 0 ? [mine] : []), ...root.below].map((node) => ({
    ...{ teamId: node.teamId, name: settings.get(node.teamId)?.name ?? '' },
    ...{ standings: treeStanding(inOneCurrency(node, rates).tree), userIds: [...new Set(peopleIn(node))] },
  }))
  const { tree, byTeam, used, apart } = inOneCurrency(root, rates)
  const money = byTeam.map((one) => ({
    ...{ ...one, name: settings.get(one.teamId)?.name ?? '' },
    userIds: (progresses.get(one.teamId)?.people ?? []).map(({ member }) => member.userId),
  }))
  const alone = toldBySums([...progresses.values()].flatMap(({ people }) => people))
  return { whole: treeStanding(tree), used, apart, money, rates, parts, alone }
}

/** The currency of a team's whole, by metric. */
const wholesIn = (
  teamId: TeamId,
  all: readonly Team[],
  counted: ReadonlyMap<MetricKey, ReadonlyMap<TeamId, string>>,
): Map<MetricKey, string> =>
  new Map(
    [...counted].flatMap(([key, own]) => {
      const currency = own.get(wholeCountedBy(teamId, all, own) ?? '')
      return currency ? [[key, currency] as const] : []
    }),
  )

/** What was set for the team and those below it together, of just this period. */
function wholesOf(
  versions: readonly TargetVersion[],
  teamId: TeamId,
  { period, on }: NamedProgress,
): Map<string, number> {
  const key = (metricKey: string) => `${metricKey} ${period.kind} ${period.from}`
  const byMetric = Map.groupBy(
    versions.filter((one) => one.teamId === teamId && targetKey(one) === key(one.metricKey)),
    ({ metricKey }) => metricKey,
  )
  return new Map(
    [...byMetric].flatMap(([metricKey, own]) => {
      const set = inForceOn(own, on)
      return set && set.own !== null && set.whole !== null ? [[metricKey, set.whole] as const] : []
    }),
  )
}
