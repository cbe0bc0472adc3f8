// Loads what a manager's target is decided from: who gets a part in which month, what they have so far, and what was reached before.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { hasTeamsBelow } from '../../org/db/hierarchy.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsWithin } from '../db/targets.ts'
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
import { loadMonths, reachedIn } from './load-months.ts'

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
export async function loadPlan(
  q: Queryable,
  team: Team,
  { metricKey, period, lookBack, lastYear }: PlanWanted,
  now: Temporal.Instant,
): Promise<LoadedPlan | null> {
  const { workspaceId, teamId } = team
  const settings = await settingsNow(q, team, now)
  const metric = (await metricsOfTeam(q, workspaceId, teamId)).get(metricKey)
  const yearStarts = await fiscalYearStart(q, workspaceId)
  if (!settings || !metric) return null
  if (!samePeriod(targetPeriod(period.kind, period.from, yearStarts), period)) return null
  const today = localDate(now, settings.zone)
  const year = targetPeriod('year', period.from, yearStarts)
  const latest = await versionsWithin(q, workspaceId, { teamId, metricKey }, year)
  const hasTeams = await hasTeamsBelow(q, team)
  const versions = hasTeams ? latest.map((one) => ({ ...one, whole: ownWhole(one) })) : latest
  const wholes = wholesOf(versions, period, yearStarts)
  const widest = wholes.at(-1)?.period ?? period
  const top = isPartOf(period, widest) ? widest : period
  const past = await reachedBefore(q, team, metric, period, lookBack)
  const months = await loadMonths(q, team, metric, {
    ...{ period, months: monthsOf(top), versions, today, lastYear, last: past[0] ?? null, now },
  })
  const userIds = months.members.map(({ userId }) => userId)
  const names = await namesOf(q, workspaceId, userIds)
  return {
    facts: {
      ...{ metric, period, today, months: months.months, wholes },
      overlapping: overlappingOf(versions, period, yearStarts),
    },
    ...{ team: identityOf(team, settings), metric, past, wholes: wholesOfTeam(latest), hasTeams },
    version: [...wholes, ...months.months].reduce((sum, { version }) => sum + version, 0),
    people: new Map(
      months.members.map(({ memberId, userId }) => [memberId, { userId, name: names[userId] ?? userId }]),
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

async function reachedBefore(
  q: Queryable,
  team: Team,
  metric: Metric,
  period: TargetPeriod,
  lookBack: number,
): Promise<(Map<MemberId, number> | null)[]> {
  if (metric.kind !== 'additive') return []
  const past: (Map<MemberId, number> | null)[] = []
  let before = period
  for (let count = 0; count < lookBack; count += 1) {
    before = previousPeriod(before)
    past.push(await reachedIn(q, team, metric, before))
  }
  return past
}
