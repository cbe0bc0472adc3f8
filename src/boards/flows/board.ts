// Computes a team's board of a day, week, month, quarter or year by one measure, from daily totals and targets.

import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { type TotalsReader, teamTotalsAsOf } from '../../numbers/db/ledger-days.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import { addPoints, enteredKeysOf, type PartialScore, scoreOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { isFiscal, type Period, type PeriodKind, periodOf } from '../../numbers/domain/period.ts'
import { aroundPeriod, calendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { membersBetween } from '../../org/db/members.ts'
import { settingsOn } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import {
  type MemberCalendar,
  nextTeamWorkingDay,
  weekStart,
  workingFraction,
} from '../../org/domain/calendar.ts'
import { isByTargets, metricOf, metricsIn } from '../../org/domain/measure.ts'
import { asKnown } from '../../org/domain/measured-calendar.ts'
import { presenceCounter } from '../../org/domain/presence.ts'
import type { Measure, Member, Role, TeamSettings } from '../../org/domain/team.ts'
import { workCalendar } from '../../org/domain/work-calendar.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import type { MeasuredTeam } from '../../targets/flows/attainments-of.ts'
import { snapshotAt, snapshotBefore } from '../db/boards.ts'
import { formerPointsOf, rolesAfter } from '../db/points-then.ts'
import { PERCENT_DECIMALS } from '../domain/attainment-score.ts'
import {
  type Contender,
  type RankedRow,
  rankBoard,
  ranksAmong,
  type ScoreOfMember,
} from '../domain/leaderboard.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import { pointStretches } from '../domain/points-then.ts'
import { boardFacts } from './board-facts.ts'
import { targetScores } from './target-scores.ts'

export interface BoardRequest {
  workspaceId: WorkspaceId
  teamId: TeamId
  period: PeriodKind
  /** The board covers the period that contains this date, up to this date. */
  date: Temporal.PlainDate
  /** Default: the measure in the team's settings on the date. */
  measure?: Measure
  /** Of the people who have this role alone. Missing: of everybody. */
  role?: Role
  /** As it stood at the instant, whatever was entered or changed since. Missing: as it stands. */
  asOf?: Temporal.Instant
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
  if (metricsIn(request.measure ?? settings.measure).some((key) => !metrics.has(key))) return null
  const period = await periodFor(q, request, weekStart(settings.workDays))
  const { zone } = settings
  const start = period.from.toZonedDateTime(zone).toInstant()
  const lists = (await roleMetricsOfTeams(q, [{ workspaceId, teamId }], start)).get(teamId)
  const wished = request.measure ?? usualMeasure(settings, request.role, lists)
  const now = await membersBetween(q, [{ workspaceId, teamId }], date, dayAfter(settings, date))
  const roles = await rolesAfter(q, now, date, zone)
  const span = { from: period.from, to: date }
  const recorded = now.map((member) => ({ ...member, role: roles.get(member.memberId) ?? member.role }))
  const { members, calendars } = await measuredMembers(q, recorded, span, request.asOf)
  const totals = await totalsReader(q, request, span, metrics)
  const team = { metrics, lists, members, calendars, totals }
  const at = request.asOf ?? date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const byTargets = isByTargets(wished)
    ? await targetScores(q, wished, team, { ...request, period, at })
    : null
  const measure: Measure = isByTargets(wished) && !byTargets ? { kind: 'points' } : wished
  const metric = metrics.get(metricOf(measure) ?? '') ?? null
  const scores = byTargets ?? (await scoresOf(q, request, span, { metric, metrics, zone, totals }))
  const board = rankBoard({
    ...{ period, measure },
    decimals: isByTargets(measure) ? PERCENT_DECIMALS : (metric?.decimals ?? 0),
    contenders: contendersOf(request, period, measure, { ...team, scores, settings }),
    previous: await previousRows(q, request, period, measure),
    complete: Temporal.PlainDate.compare(date, period.to) >= 0,
    higherIsBetter: isByTargets(measure) || (metric?.higherIsBetter ?? true),
  })
  const facts = await boardFacts(q, { workspaceId, teamId, settings, board, metrics })
  const instead = request.measure !== undefined && measure !== wished
  return { ...facts, noTargets: instead, ...(request.role && { role: request.role }) }
}

/** A role that does not have the team's metric is ranked by points. */
function usualMeasure(
  { measure }: TeamSettings,
  role: Role | undefined,
  lists: MeasuredTeam['lists'],
): Measure {
  const keys = metricsIn(measure)
  const has = !role || keys.length === 0 || (lists?.[role] ?? []).some(({ key }) => keys.includes(key))
  return has ? measure : { kind: 'points' }
}

interface MeasuredMembers {
  members: readonly Member[]
  calendars: ReadonlyMap<MemberId, MemberCalendar>
}

/** With roles and calendars as they were known at the instant. */
async function measuredMembers(
  q: Queryable,
  members: readonly Member[],
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  asOf: Temporal.Instant | undefined,
): Promise<MeasuredMembers> {
  const [one] = members
  if (!asOf || !one) return { members, calendars: await calendarsOf(q, members, span.to, aroundPeriod(span)) }
  const known = await membersAt(q, one.workspaceId, members, span, asOf)
  return {
    members: members.map((member) => ({ ...member, role: known.get(member.memberId)?.role ?? member.role })),
    calendars: new Map([...known].map(([memberId, { calendar }]) => [memberId, asKnown(calendar)])),
  }
}

async function totalsReader(
  q: Queryable,
  { workspaceId, teamId, asOf }: BoardRequest,
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  metrics: ReadonlyMap<MetricKey, Metric>,
): Promise<TotalsReader> {
  if (asOf) return teamTotalsAsOf(q, { workspaceId, teamId }, span, metrics, asOf)
  return (keys, from, to) => teamTotals(q, workspaceId, teamId, keys, from, to)
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
  { workspaceId, teamId, period: kind, role, asOf }: BoardRequest,
  period: Period,
  measure: Measure,
): Promise<readonly RankedRow[] | null> {
  const latest = await snapshotBefore(q, { workspaceId, teamId, period: kind }, period.from)
  const before = latest && asOf ? await snapshotAt(q, latest, asOf) : latest
  if (!before || !isDeepStrictEqual(before.rows.measure, measure)) return null
  return role ? ranksAmong(before.rows.ranked, role) : before.rows.ranked
}

function contendersOf(
  { date, role: wanted }: BoardRequest,
  period: Period,
  measure: Measure,
  {
    lists,
    members,
    calendars,
    scores,
    settings: { numbersDay },
  }: MeasuredTeam & {
    calendars: ReadonlyMap<MemberId, MemberCalendar>
    scores: ScoreOfMember
    settings: TeamSettings
  },
): Contender[] {
  const keys = metricsIn(measure)
  const presenceOf = presenceCounter(period.from, date)
  const later = period.kind === 'day' && numbersDay === 'previous'
  const counted = wanted ? members.filter(({ role }) => role === wanted) : members
  const contenders = counted.map(({ memberId, userId, role, joinedOn }) => ({
    ...{ memberId, userId, role, joinedOn },
    roleHasMetric: keys.length === 0 || (lists?.[role] ?? []).some(({ key }) => keys.includes(key)),
    ...presenceOf(calendars.get(memberId)!),
    givesLater: later && isOffAfter(calendars.get(memberId)!, date),
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
  {
    metric,
    metrics,
    zone,
    totals: read,
  }: Pick<MeasuredTeam, 'metrics' | 'totals'> & { metric: Metric | null; zone: string },
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
    const sums = await read({ summed, levels: [] }, from, to)
    const isLast = place === stretches.length - 1
    // It may have been reported before the points were changed.
    const latest = isLast ? await read({ summed: [], levels }, span.from, to) : new Map()
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

/** On the team's next working day, at whose close the board is posted. Who has left by then gives no numbers. */
function isOffAfter(calendar: MemberCalendar, date: Temporal.PlainDate): boolean {
  const next = nextTeamWorkingDay(calendar, date)
  if (next === null || workingFraction(calendar, next) > 0) return false
  return calendar.leftOn === null || Temporal.PlainDate.compare(next, calendar.leftOn) <= 0
}

/** The next working day. Members who join by then enter numbers of `date` in their first standup, so they are ranked too. */
function dayAfter(settings: TeamSettings, date: Temporal.PlainDate) {
  return nextTeamWorkingDay(workCalendar(settings, {}), date) ?? date
}

const totalsOf = (totals: ReadonlyMap<MemberId, DayTotals>, memberId: MemberId): DayTotals =>
  totals.get(memberId) ?? {}
