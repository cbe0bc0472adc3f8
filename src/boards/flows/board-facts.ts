// Adds to a ranked board what it is rendered with: names, the team's name, metrics, and the recap's numbers.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { homeTeamsOf } from '../../org/db/home-teams.ts'
import { userKey } from '../../org/db/leaves.ts'
import { namesOf } from '../../org/db/names.ts'
import { metricOf } from '../../org/domain/measure.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Measure, TeamSettings } from '../../org/domain/team.ts'
import type { Board } from '../domain/leaderboard.ts'
import type { BoardFacts, RecapFacts, WeightedMetric } from '../domain/message-facts.ts'
import type { Recap } from '../domain/recap.ts'

export async function boardFacts(
  q: Queryable,
  {
    workspaceId,
    teamId,
    settings,
    board,
    metrics,
    recap = null,
  }: {
    workspaceId: WorkspaceId
    teamId: TeamId
    settings: TeamSettings
    board: Board
    metrics: ReadonlyMap<MetricKey, Metric>
    recap?: Recap | null
  },
): Promise<BoardFacts> {
  const favourite = recap?.deals?.favourite
  const people = [
    ...[...board.ranked, ...board.notRanked, ...(recap?.records ?? [])],
    ...(favourite ? [favourite] : []),
  ]
  const userIds = people.map(({ userId }) => userId)
  return {
    kind: 'board',
    teamId,
    teamName: settings.name,
    board,
    metric: metrics.get(metricOf(board.measure) ?? '') ?? null,
    weighted: weightedMetrics(board.measure, metrics),
    names: settings.boardNames,
    nameOf: await namesOf(q, workspaceId, userIds),
    onLeave: await keptAtHome(q, workspaceId, teamId, board),
    roles: inRoleOrder(board.ranked.map(({ role }) => role)),
    revised: null,
    recap: recap && recapFacts(recap, metrics),
    noTargets: false,
  }
}

function weightedMetrics(measure: Measure, metrics: ReadonlyMap<MetricKey, Metric>): WeightedMetric[] {
  const weights = measure.kind === 'weighted' ? measure.weights : []
  return weights.flatMap(({ metric: key, weight }) => {
    const metric = metrics.get(key)
    return metric ? [{ metric, weight }] : []
  })
}

/** Without numbers that the team does not count any more. */
function recapFacts({ totals, records, deals }: Recap, metrics: ReadonlyMap<MetricKey, Metric>): RecapFacts {
  const withMetric = <T extends { metric: MetricKey }>(one: T) => {
    const metric = metrics.get(one.metric)
    return metric ? [{ ...one, metric }] : []
  }
  const favourite = deals?.favourite ? (withMetric(deals.favourite)[0] ?? null) : null
  return {
    ...{ totals: totals.flatMap(withMetric), records: records.flatMap(withMetric) },
    deals: deals ? { count: deals.count, amounts: deals.amounts.flatMap(withMetric), favourite } : null,
  }
}

/** Those whose numbers are kept, as far as this is their home team: other teams are not told that it is leave. */
async function keptAtHome(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  { notRanked }: Board,
): Promise<UserId[]> {
  const kept = notRanked.filter((row) => row.kept !== undefined)
  const people = kept.map(({ userId }) => ({ workspaceId, userId }))
  const homes = await homeTeamsOf(q, people)
  return people.filter((person) => homes.get(userKey(person)) === teamId).map(({ userId }) => userId)
}
