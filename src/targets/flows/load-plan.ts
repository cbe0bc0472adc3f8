// Loads what a manager's target is decided from: who gets a part, what they have so far, and what was reached before.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { firstDaysOf, loadMembers, membersBetween } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { teamCreatedAt } from '../../org/db/teams.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Member, Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { latestParts, versionsOfTarget } from '../db/targets.ts'
import { partInForce, presentShare } from '../domain/part-in-force.ts'
import type { PlanFacts, PlanPerson } from '../domain/plan-target.ts'
import type { TargetPart, TargetRef } from '../domain/target.ts'
import { previousPeriod, type TargetPeriod } from '../domain/target-period.ts'

export interface LoadedPlan {
  facts: PlanFacts
  team: TeamIdentity
  metric: Metric
  /** 0: there is no target yet. */
  version: number
  people: ReadonlyMap<MemberId, { userId: UserId; name: string }>
  /** What the members reached in the periods before, the latest first. Null: nothing was reported. */
  past: readonly (ReadonlyMap<MemberId, number> | null)[]
}

/** Null: the team does not count the metric. `lookBack`: how many of the periods before are loaded. */
export async function loadPlan(
  q: Queryable,
  team: Team,
  { metricKey, period, lookBack }: { metricKey: MetricKey; period: TargetPeriod; lookBack: number },
  now: Temporal.Instant,
): Promise<LoadedPlan | null> {
  const { workspaceId, teamId } = team
  const settings = await settingsNow(q, team, now)
  const metric = (await metricsOfTeam(q, workspaceId, teamId)).get(metricKey)
  if (!settings || !metric) return null
  const today = localDate(now, settings.zone)
  const target: TargetRef = { teamId, metricKey, period }
  const [latest] = await versionsOfTarget(q, workspaceId, target)
  const set = await latestParts(q, workspaceId, target)
  const counting = await membersCounting(q, team, metricKey, { ...period, from: laterOf(period.from, today) })
  const names = await namesOf(
    q,
    workspaceId,
    counting.map(({ userId }) => userId),
  )
  const past = await reachedBefore(q, team, metric, period, lookBack)
  const people = await peopleOf(q, team, counting, period, set, past[0] ?? null)
  return {
    facts: {
      ...{ metric, period, today, people },
      gone: metric.kind === 'additive' ? await partsOfGone(q, team, counting, set, period) : 0,
      current: latest ? { whole: latest.whole, monthWeights: latest.monthWeights } : null,
    },
    ...{ team: identityOf(team, settings), metric, version: latest?.version ?? 0, past },
    people: new Map(
      counting.map(({ memberId, userId }) => [memberId, { userId, name: names[userId] ?? userId }]),
    ),
  }
}

/** Those whose role counts the metric, by user id. */
async function membersCounting(
  q: Queryable,
  team: Team,
  metricKey: MetricKey,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Member[]> {
  if (Temporal.PlainDate.compare(from, to) > 0) return []
  const lists = (await roleMetricsOfTeams(q, [team])).get(team.teamId)
  const members = await membersBetween(q, [team], from, to)
  return members.filter(({ role }) => lists?.[role]?.some(({ key }) => key === metricKey))
}

async function peopleOf(
  q: Queryable,
  team: Team,
  members: readonly Member[],
  period: TargetPeriod,
  set: ReadonlyMap<MemberId, TargetPart>,
  last: ReadonlyMap<MemberId, number> | null,
): Promise<PlanPerson[]> {
  const calendars = await calendarsOf(q, members, period.from)
  const userIds = members.map(({ userId }) => userId)
  const firstDays = await firstDaysOf(q, team.workspaceId, userIds)
  const founded = localDate(await teamCreatedAt(q, team), 'UTC').add({ days: 1 })
  return members.flatMap(({ memberId, userId, leftOn }) => {
    const calendar = calendars.get(memberId)
    if (!calendar) return []
    // Who was there when the team was set up may have sold for years.
    const first = firstDays.get(userId)
    const rampFrom = first && Temporal.PlainDate.compare(first, founded) > 0 ? first : null
    const part = set.get(memberId)
    return {
      ...{ memberId, present: shareOf(calendar, period, rampFrom), last: last?.get(memberId) ?? 0 },
      until: leftOn && Temporal.PlainDate.compare(leftOn, period.to) < 0 ? leftOn : period.to,
      before: part ? { value: part.value, byHand: part.byHand, until: part.until } : null,
    }
  })
}

/** Most are there from the first day to the last: they need no counting of days. */
const shareOf = (calendar: MemberCalendar, period: TargetPeriod, rampFrom: Temporal.PlainDate | null) =>
  !rampFrom && !calendar.leftOn && Temporal.PlainDate.compare(calendar.joinedOn, period.from) <= 0
    ? 1
    : presentShare(calendar, period, rampFrom)

/** What of the parts so far those had who have left or count the metric no more. */
async function partsOfGone(
  q: Queryable,
  { workspaceId }: Team,
  counting: readonly Member[],
  set: ReadonlyMap<MemberId, TargetPart>,
  period: TargetPeriod,
): Promise<number> {
  const there = new Set(counting.map(({ memberId }) => memberId))
  const wanted = [...set.keys()].filter((memberId) => !there.has(memberId))
  const members = await loadMembers(
    q,
    wanted.map((memberId) => ({ workspaceId, memberId })),
  )
  const left = [...members.values()].filter(({ leftOn }) => leftOn !== null)
  const calendars = await calendarsOf(q, left, period.from)
  return left.reduce((sum, { memberId }) => {
    const calendar = calendars.get(memberId)
    return sum + (calendar ? partInForce(set.get(memberId)!, calendar, period) : 0)
  }, 0)
}

async function reachedBefore(
  q: Queryable,
  { workspaceId, teamId }: Team,
  { key, kind }: Metric,
  period: TargetPeriod,
  lookBack: number,
): Promise<(Map<MemberId, number> | null)[]> {
  if (kind !== 'additive') return []
  const past: (Map<MemberId, number> | null)[] = []
  let before = period
  for (let count = 0; count < lookBack; count += 1) {
    before = previousPeriod(before)
    const keys = { summed: [key], levels: [] }
    const totals = await teamTotals(q, workspaceId, teamId, keys, before.from, before.to)
    past.push(totals.size === 0 ? null : new Map([...totals].map(([id, of]) => [id, sumOf(of, key)])))
  }
  return past
}

const sumOf = (totals: DayTotals, key: MetricKey): number => totals[key]?.value ?? 0

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
