// Loads what a manager's target is decided from: who gets a part in which month, what they have so far, and what was reached before.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsAmong } from '../../numbers/db/team-sums.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { withTeamsBelow } from '../../org/db/hierarchy.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsOfTeamsWithin } from '../db/targets.ts'
import { periodKey, type TeamWholes } from '../domain/cascade.ts'
import type { PlanFacts, WholePeriod } from '../domain/plan.ts'
import { ownWhole, type TargetVersion } from '../domain/target.ts'
import {
  isPartOf,
  monthsOf,
  overlap,
  previousPeriod,
  samePeriod,
  type TargetPeriod,
  targetPeriod,
} from '../domain/target-period.ts'
import { type LoadedMonths, loadMonths, type MonthsTeam, sumsIn } from './load-months.ts'

export interface LoadedPlan {
  facts: PlanFacts
  team: TeamIdentity
  metric: Metric
  /** Grows with each change of the target, and of those that it is a part of or consists of. 0: there is none yet. */
  version: number
  people: ReadonlyMap<MemberId, { userId: UserId; name: string }>
  /** The team's latest targets of the fiscal year. */
  wholes: TeamWholes
  /** True: there are teams below it, and `facts` are of its own people alone. */
  hasTeams: boolean
  /** What the members reached in the periods before, the latest first. Null: nothing was reported. */
  past: readonly (ReadonlyMap<MemberId, number> | null)[]
}

export interface PlanWanted {
  metricKey: MetricKey
  period: TargetPeriod
  /** How many of the periods before are loaded. */
  lookBack: number
  /** True: what was reached in each month of the year before is loaded. */
  lastYear: boolean
}

/** Null: the team does not count the metric, or there is no such period in the workspace's fiscal year. */
export const loadPlan = async (
  q: Queryable,
  team: Team,
  wanted: PlanWanted,
  now: Temporal.Instant,
): Promise<LoadedPlan | null> =>
  (await loadPlans(q, team.workspaceId, [team], wanted, now)).get(team.teamId) ?? null

/** A team as far as it is known before its months. */
interface Begun extends MonthsTeam {
  settings: TeamSettings
  today: Temporal.PlainDate
  latest: readonly TargetVersion[]
  hasTeams: boolean
  wholes: readonly WholePeriod[]
  /** The months that are planned together. */
  months: readonly TargetPeriod[]
  past: LoadedPlan['past']
}

/** Of many teams, in as many statements as for one; without those that do not count the metric. */
export async function loadPlans(
  q: Queryable,
  workspaceId: WorkspaceId,
  teams: readonly Team[],
  wanted: PlanWanted,
  now: Temporal.Instant,
): Promise<Map<TeamId, LoadedPlan>> {
  const { metricKey, period, lastYear } = wanted
  const yearStarts = await fiscalYearStart(q, workspaceId)
  if (!samePeriod(targetPeriod(period.kind, period.from, yearStarts), period)) return new Map()
  const begun = await begin(q, workspaceId, teams, { wanted, yearStarts, now })
  // Teams in other zones may have another day, and those that have targets of a year more months.
  const alike = Map.groupBy(begun, ({ today, months }) => `${today} ${months[0]!.from} ${months.length}`)
  const loaded: { one: Begun; own: LoadedMonths }[] = []
  for (const group of alike.values()) {
    const { today, months } = group[0]!
    const common = { workspaceId, metricKey, months, today, lastYear, now }
    const found = await loadMonths(q, group, common)
    loaded.push(...group.map((one) => ({ one, own: found.get(one.team.teamId)! })))
  }
  const userIds = loaded.flatMap(({ own }) => own.members.map(({ userId }) => userId))
  const names = await namesOf(q, workspaceId, [...new Set(userIds)])
  return new Map(
    loaded.map(({ one, own }) => [one.team.teamId, planOf(one, own, { period, yearStarts, names })]),
  )
}

async function begin(
  q: Queryable,
  workspaceId: WorkspaceId,
  teams: readonly Team[],
  { wanted, yearStarts, now }: { wanted: PlanWanted; yearStarts: number; now: Temporal.Instant },
): Promise<Begun[]> {
  const { metricKey, period, lookBack } = wanted
  const settings = await settingsOfTeamsNow(q, teams, now)
  const metrics = await metricsAmong(q, teams, [metricKey])
  const counting = teams.filter(({ teamId }) => settings.has(teamId) && metrics.has(teamId))
  const teamIds = counting.map(({ teamId }) => teamId)
  const year = targetPeriod('year', period.from, yearStarts)
  const versionsBy = await versionsOfTeamsWithin(q, workspaceId, { teamIds, metricKey }, year)
  const parents = await withTeamsBelow(q, counting)
  const isSum = [...metrics.values()].some(([metric]) => metric!.kind === 'additive')
  const sums: Awaited<ReturnType<typeof sumsIn>>[] = []
  for (const before of isSum ? periodsBefore(period, lookBack) : [])
    sums.push(await sumsIn(q, counting, { workspaceId, metricKey }, before))
  return counting.map((team): Begun => {
    const { teamId } = team
    const latest = versionsBy.get(teamId) ?? []
    const hasTeams = parents.has(teamId)
    const versions = hasTeams ? latest.map((one) => ({ ...one, whole: ownWhole(one) })) : latest
    const wholes = wholesOf(versions, period, yearStarts)
    const widest = wholes.at(-1)?.period ?? period
    const past = sums.map((before) => before.get(teamId) ?? null)
    return {
      ...{ team, metric: metrics.get(teamId)![0]!, settings: settings.get(teamId)! },
      ...{ today: localDate(now, settings.get(teamId)!.zone), latest, hasTeams, versions, wholes },
      ...{ months: monthsOf(isPartOf(period, widest) ? widest : period), past, last: past[0] ?? null },
    }
  })
}

function planOf(
  { team, metric, settings, today, latest, hasTeams, versions, wholes, past }: Begun,
  { months, members }: LoadedMonths,
  { period, yearStarts, names }: { period: TargetPeriod; yearStarts: number; names: Record<UserId, string> },
): LoadedPlan {
  return {
    facts: {
      ...{ metric, period, today, months, wholes },
      overlapping: overlappingOf(versions, period, yearStarts),
    },
    ...{ team: identityOf(team, settings), metric, past, wholes: wholesOfTeam(latest), hasTeams },
    version: [...wholes, ...months].reduce((sum, { version }) => sum + version, 0),
    people: new Map(
      members.map(({ memberId, userId }) => [memberId, { userId, name: names[userId] ?? userId }]),
    ),
  }
}

export const wholesOfTeam = (latest: readonly TargetVersion[]): TeamWholes =>
  new Map(latest.map((version) => [periodKey(version.period), version]))

/** The years and quarters that have a target and share months with the period, the shorter ones first. */
function wholesOf(
  versions: readonly TargetVersion[],
  period: TargetPeriod,
  yearStarts: number,
): WholePeriod[] {
  const found = versions.filter(
    (one) =>
      one.period.kind !== 'month' &&
      isOfYear(one.period, yearStarts) &&
      (isPartOf(period, one.period) || isPartOf(one.period, period) || isBeside(versions, one.period)),
  )
  return found
    .toSorted((one, other) => rank(one.period) - rank(other.period))
    .map(({ period: of, version, whole }) => ({ period: of, version, whole }))
}

/** Under a year the other quarters are concerned, too: their months change with the period's. */
const isBeside = (versions: readonly TargetVersion[], quarter: TargetPeriod): boolean =>
  versions.some(({ period }) => period.kind === 'year' && isPartOf(quarter, period))

const rank = ({ kind }: TargetPeriod): number => (kind === 'year' ? 1 : 0)

/** False: it was set before the fiscal year was moved. */
const isOfYear = (period: TargetPeriod, yearStarts: number): boolean =>
  samePeriod(targetPeriod(period.kind, period.from, yearStarts), period)

const overlappingOf = (
  versions: readonly TargetVersion[],
  period: TargetPeriod,
  yearStarts: number,
): TargetPeriod | null =>
  versions.find(
    ({ period: other }) => other.kind !== 'month' && !isOfYear(other, yearStarts) && overlap(other, period),
  )?.period ?? null

/** The latest one first. */
function periodsBefore(period: TargetPeriod, count: number): TargetPeriod[] {
  const before: TargetPeriod[] = []
  for (let one = previousPeriod(period); before.length < count; one = previousPeriod(one)) before.push(one)
  return before
}
