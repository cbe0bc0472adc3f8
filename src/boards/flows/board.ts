// Computes a team's board of a day, week, month, quarter or year by one measure, from daily totals and targets.

import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import { addPoints, enteredKeysOf, type PartialScore, scoreOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { isFiscal, type Period, type PeriodKind, periodOf } from '../../numbers/domain/period.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { homeTeamsOf } from '../../org/db/home-teams.ts'
import { userKey } from '../../org/db/leaves.ts'
import { membersBetween } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsOn } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { type MemberCalendar, nextTeamWorkingDay, weekStart } from '../../org/domain/calendar.ts'
import { isByTargets, metricOf, metricsIn } from '../../org/domain/measure.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import { presenceCounter } from '../../org/domain/presence.ts'
import type { Measure, TeamSettings } from '../../org/domain/team.ts'
import { workCalendar } from '../../org/domain/work-calendar.ts'
import type { MeasuredTeam } from '../../targets/flows/attainments-of.ts'
import { snapshotBefore } from '../db/boards.ts'
import { formerPointsOf, rolesAfter } from '../db/points-then.ts'
import { PERCENT_DECIMALS } from '../domain/attainment-score.ts'
import {
  type Board,
  type Contender,
  type RankedRow,
  rankBoard,
  type ScoreOfMember,
} from '../domain/leaderboard.ts'
import type { BoardFacts, RecapFacts, WeightedMetric } from '../domain/message-facts.ts'
import { pointStretches } from '../domain/points-then.ts'
import type { Recap } from '../domain/recap.ts'
import { targetScores } from './target-scores.ts'

export interface BoardRequest {
  workspaceId: WorkspaceId
  teamId: TeamId
  period: PeriodKind
  /** The board covers the period that contains this date, up to this date. */
  date: Temporal.PlainDate
  /** Default: the measure in the team's settings on the date. */
  measure?: Measure
}

/** The team's settings and metrics that a board is computed from. */
export interface BoardSources {
  settings: TeamSettings
  metrics: ReadonlyMap<MetricKey, Metric>
}

/** Loads settings and metrics, and computes the board. Null: the team does not exist or does not have the metric. */
export async function computeBoard(q: Queryable, request: BoardRequest): Promise<BoardFacts | null> {
  const { workspaceId, teamId, date } = request
  const settings = await settingsOn(q, workspaceId, teamId, date)
  if (!settings) return null
  return computeBoardFrom(q, request, { settings, metrics: await metricsOfTeam(q, workspaceId, teamId) })
}

/** Computes the board from settings and metrics that are already loaded. Null: the team does not have the metric. */
export async function computeBoardFrom(
  q: Queryable,
  request: BoardRequest,
  { settings, metrics }: BoardSources,
): Promise<BoardFacts | null> {
  const { workspaceId, teamId, date } = request
  const wished = request.measure ?? settings.measure
  if (metricsIn(wished).some((key) => !metrics.has(key))) return null
  const period = await periodFor(q, request, weekStart(settings.workDays))
  const { zone } = settings
  const start = period.from.toZonedDateTime(zone).toInstant()
  const lists = (await roleMetricsOfTeams(q, [{ workspaceId, teamId }], start)).get(teamId)
  const now = await membersBetween(q, [{ workspaceId, teamId }], date, dayAfter(settings, date))
  const roles = await rolesAfter(q, now, date, zone)
  const members = now.map((member) => ({ ...member, role: roles.get(member.memberId) ?? member.role }))
  const calendars = await calendarsOf(q, members, date)
  const team = { metrics, lists, members, calendars }
  const at = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const byTargets = isByTargets(wished)
    ? await targetScores(q, wished, team, { ...request, period, at })
    : null
  const measure: Measure = isByTargets(wished) && !byTargets ? { kind: 'points' } : wished
  const metric = metrics.get(metricOf(measure) ?? '') ?? null
  const scores =
    byTargets ?? (await scoresOf(q, request, { from: period.from, to: date }, { metric, metrics, zone }))
  const board = rankBoard({
    ...{ period, measure },
    decimals: isByTargets(measure) ? PERCENT_DECIMALS : (metric?.decimals ?? 0),
    contenders: contendersOf(request, period, measure, { ...team, scores }),
    previous: await previousRows(q, request, period, measure),
    complete: Temporal.PlainDate.compare(date, period.to) >= 0,
    higherIsBetter: isByTargets(measure) || (metric?.higherIsBetter ?? true),
  })
  const facts = await boardFacts(q, { workspaceId, teamId, settings, board, metrics })
  return { ...facts, noTargets: request.measure !== undefined && measure !== wished }
}

async function periodFor(
  q: Queryable,
  { workspaceId, period: kind, date }: BoardRequest,
  startsOn: number,
): Promise<Period> {
  if (!isFiscal(kind)) return periodOf(kind, date, startsOn)
  return periodOf(kind, date, startsOn, await fiscalYearStart(q, workspaceId))
}

/** The ranking of the previous board of the same kind. Null: there is none, or it has another measure. */
async function previousRows(
  q: Queryable,
  { workspaceId, teamId, period: kind }: BoardRequest,
  period: Period,
  measure: Measure,
): Promise<readonly RankedRow[] | null> {
  const before = await snapshotBefore(q, { workspaceId, teamId, period: kind }, period.from)
  return before && isDeepStrictEqual(before.rows.measure, measure) ? before.rows.ranked : null
}

function contendersOf(
  { date }: BoardRequest,
  period: Period,
  measure: Measure,
  {
    lists,
    members,
    calendars,
    scores,
  }: MeasuredTeam & {
    calendars: ReadonlyMap<MemberId, MemberCalendar>
    scores: ScoreOfMember
  },
): Contender[] {
  const keys = metricsIn(measure)
  const presenceOf = presenceCounter(period.from, date)
  const contenders = members.map(({ memberId, userId, role, joinedOn }) => ({
    ...{ memberId, userId, role, joinedOn },
    roleHasMetric: keys.length === 0 || (lists?.[role] ?? []).some(({ key }) => keys.includes(key)),
    ...presenceOf(calendars.get(memberId)!),
    ...scores(memberId, lists?.[role] ?? []),
  }))
  return contenders.filter(
    ({ joinedOn, reported }) => reported || Temporal.PlainDate.compare(joinedOn, date) <= 0,
  )
}

/** Points are added up over the stretches between which they were changed; a level counts once, with its latest value and points. */
async function scoresOf(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  { metric, metrics, zone }: Pick<BoardSources, 'metrics'> & { metric: Metric | null; zone: string },
): Promise<ScoreOfMember> {
  const former = metric ? [] : await formerPointsOf(q, { workspaceId, teamId }, zone)
  const stretches = pointStretches(former, span)
  const parts: ((...of: Parameters<ScoreOfMember>) => PartialScore)[] = []
  for (const [place, { from, to, withPoints }] of stretches.entries()) {
    const then = new Map([...metrics].map(([key, one]) => [key, withPoints(one)]))
    const counted = metric ? [metric] : [...then.values()].filter(({ points }) => points !== 0)
    const keys = enteredKeysOf(counted)
    const levels = keys.filter((key) => metrics.get(key)?.kind === 'level')
    const summed = keys.filter((key) => !levels.includes(key))
    const sums = await teamTotals(q, workspaceId, teamId, { summed, levels: [] }, from, to)
    const isLast = place === stretches.length - 1
    // It may have been reported before the points were changed.
    const latest = isLast
      ? await teamTotals(q, workspaceId, teamId, { summed: [], levels }, span.from, to)
      : new Map()
    parts.push((memberId, role) => {
      const totals = { ...totalsOf(sums, memberId), ...totalsOf(latest, memberId) }
      return scoreOf(totals, metric, role.map(withPoints), then)
    })
  }
  return (memberId, role) => {
    const scores = parts.map((part) => part(memberId, role))
    return metric ? scores[0]! : addPoints(scores)
  }
}

/** The next working day. Members who join by then enter numbers of `date` in their first standup, so they are ranked too. */
function dayAfter(settings: TeamSettings, date: Temporal.PlainDate) {
  return nextTeamWorkingDay(workCalendar(settings, {}), date) ?? date
}

const totalsOf = (totals: ReadonlyMap<MemberId, DayTotals>, memberId: MemberId): DayTotals =>
  totals.get(memberId) ?? {}

/** Adds names, team name and metric to a board, for rendering. */
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
  const people = [...board.ranked, ...board.notRanked, ...(recap?.records ?? [])]
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
function recapFacts({ totals, records }: Recap, metrics: ReadonlyMap<MetricKey, Metric>): RecapFacts {
  const withMetric = <T extends { metric: MetricKey }>(one: T) => {
    const metric = metrics.get(one.metric)
    return metric ? [{ ...one, metric }] : []
  }
  return { totals: totals.flatMap(withMetric), records: records.flatMap(withMetric) }
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
