// Computes a team's board of a day, week, month, quarter or year by one measure, from the daily totals.

import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { metricsOfTeam, type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import {
  addPoints,
  enteredKeysOf,
  type PartialScore,
  type Score,
  scoreOf,
} from '../../numbers/domain/measure.ts'
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
import { nextTeamWorkingDay, weekStart } from '../../org/domain/calendar.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import { presenceCounter } from '../../org/domain/presence.ts'
import type { Measure, Member, TeamSettings } from '../../org/domain/team.ts'
import { workCalendar } from '../../org/domain/work-calendar.ts'
import { snapshotBefore } from '../db/boards.ts'
import { formerPointsOf, rolesAfter } from '../db/points-then.ts'
import { type Board, type Contender, type RankedRow, rankBoard } from '../domain/leaderboard.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import { pointStretches } from '../domain/points-then.ts'

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
  const measure = request.measure ?? settings.measure
  const metric = measure.kind === 'metric' ? metrics.get(measure.metric) : null
  if (metric === undefined) return null
  const period = await periodFor(q, request, weekStart(settings.workDays))
  const { zone } = settings
  const start = period.from.toZonedDateTime(zone).toInstant()
  const lists = (await roleMetricsOfTeams(q, [{ workspaceId, teamId }], start)).get(teamId)
  const now = await membersBetween(q, [{ workspaceId, teamId }], date, dayAfter(settings, date))
  const roles = await rolesAfter(q, now, date, zone)
  const members = now.map((member) => ({ ...member, role: roles.get(member.memberId) ?? member.role }))
  const contenders = await contendersOf(q, request, { period, metric, metrics, lists, members, zone })
  const previous = await previousRows(q, request, period, measure)
  const board = rankBoard({
    period,
    measure,
    decimals: metric?.decimals ?? 0,
    contenders,
    previous,
    higherIsBetter: metric?.higherIsBetter ?? true,
  })
  return boardFacts(q, { workspaceId, teamId, settings, board, metric })
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
  return before && sameMeasure(before.rows.measure, measure) ? before.rows.ranked : null
}

const sameMeasure = (one: Measure, other: Measure): boolean =>
  one.kind === 'metric' ? other.kind === 'metric' && one.metric === other.metric : other.kind === 'points'

async function contendersOf(
  q: Queryable,
  { workspaceId, teamId, date }: BoardRequest,
  facts: {
    period: Period
    metric: Metric | null
    metrics: ReadonlyMap<MetricKey, Metric>
    lists: RoleLists | undefined
    members: readonly Member[]
    zone: string
  },
): Promise<Contender[]> {
  const { period, metric, lists, members } = facts
  const scores = await scoresOf(q, { workspaceId, teamId }, { from: period.from, to: date }, facts)
  const calendars = await calendarsOf(q, members, date)
  const presenceOf = presenceCounter(period.from, date)
  const contenders = members.map(({ memberId, userId, role, joinedOn }) => ({
    memberId,
    userId,
    role,
    joinedOn,
    roleHasMetric: metric === null || (lists?.[role] ?? []).some(({ key }) => key === metric.key),
    ...presenceOf(calendars.get(memberId)!),
    ...scores(memberId, lists?.[role] ?? []),
  }))
  return contenders.filter(
    ({ joinedOn, reported }) => reported || Temporal.PlainDate.compare(joinedOn, date) <= 0,
  )
}

type ScoreOfMember = (memberId: MemberId, role: readonly Metric[]) => Score

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
    metric,
  }: {
    workspaceId: WorkspaceId
    teamId: TeamId
    settings: TeamSettings
    board: Board
    metric: Metric | null
  },
): Promise<BoardFacts> {
  const userIds = [...board.ranked, ...board.notRanked].map(({ userId }) => userId)
  return {
    kind: 'board',
    teamId,
    teamName: settings.name,
    board,
    metric,
    names: settings.boardNames,
    nameOf: await namesOf(q, workspaceId, userIds),
    onLeave: await keptAtHome(q, workspaceId, teamId, board),
    roles: inRoleOrder(board.ranked.map(({ role }) => role)),
    revised: null,
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
