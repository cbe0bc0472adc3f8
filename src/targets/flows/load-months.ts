// Loads the months of a target: for each its version, its people with their parts so far, and its working days.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { calendarsOf, teamCalendarsOf } from '../../org/db/calendars.ts'
import { firstDaysOf, loadMembers, membersBetween } from '../../org/db/members.ts'
import { teamCreatedAt } from '../../org/db/teams.ts'
import type { MemberCalendar, WorkCalendar } from '../../org/domain/calendar.ts'
import type { Member, Team } from '../../org/domain/team.ts'
import { latestMonthParts } from '../db/targets.ts'
import { fractionsOf, workDaysOf } from '../domain/day-shares.ts'
import { partInForce, presentShare } from '../domain/part-in-force.ts'
import type { MonthFacts } from '../domain/plan.ts'
import type { PlanPerson } from '../domain/plan-month.ts'
import type { TargetPart, TargetVersion } from '../domain/target.ts'
import { samePeriod, type TargetPeriod } from '../domain/target-period.ts'
import { roleSplits } from './role-splits.ts'

export interface MonthsWanted {
  period: TargetPeriod
  months: readonly TargetPeriod[]
  versions: readonly TargetVersion[]
  today: Temporal.PlainDate
  lastYear: boolean
  /** What the members reached in the period before. */
  last: ReadonlyMap<MemberId, number> | null
  now: Temporal.Instant
}

export interface LoadedMonths {
  months: readonly MonthFacts[]
  /** Who has or gets a part, by user id. */
  members: readonly Member[]
}

/** What is known of the people of all months. */
interface Known {
  /** Who counts the metric on any day to come. */
  counting: readonly Member[]
  parts: readonly TargetPart[]
  /** Those who have a part, also where they have left. */
  holders: ReadonlyMap<MemberId, Member>
  /** Null: not a newcomer. */
  rampFrom: (member: Member) => Temporal.PlainDate | null
  /** For what was set on the date. Undefined: there from the first day to the last. */
  calendarIn: (
    member: Pick<Member, 'memberId'>,
    month: TargetPeriod,
    setOn: Temporal.PlainDate,
  ) => MemberCalendar | undefined
  last: ReadonlyMap<MemberId, number> | null
  metric: Metric
}

/** A calendar is loaded for some hundred days: a year takes two. */
type Halves<Calendars> = (month: TargetPeriod) => Calendars

export async function loadMonths(
  q: Queryable,
  team: Team,
  metric: Metric,
  wanted: MonthsWanted,
): Promise<LoadedMonths> {
  const { months, versions, today } = wanted
  const known = await loadKnown(q, team, metric, wanted)
  const teamDays = await halves(months, async (on) => (await teamCalendarsOf(q, [team], on)).get(team.teamId))
  const facts: MonthFacts[] = []
  for (const period of months) {
    const version = versions.find((one) => samePeriod(one.period, period))
    const reached = wanted.lastYear ? await reachedIn(q, team, metric, yearBefore(period)) : null
    facts.push({
      ...{
        period,
        version: version?.version ?? 0,
        whole: version?.whole ?? null,
        lock: version?.lock ?? null,
      },
      ...{ days: teamDaysIn(teamDays(period), period), ...peopleOf(known, period, today) },
      lastYear: [...(reached?.values() ?? [])].reduce((sum, value) => sum + value, 0),
    })
  }
  const members = new Map([...known.holders.values(), ...known.counting].map((one) => [one.memberId, one]))
  return { months: facts, members: [...members.values()] }
}

async function loadKnown(
  q: Queryable,
  team: Team,
  metric: Metric,
  { months, today, last, now }: MonthsWanted,
): Promise<Known> {
  const span = { from: months[0]!.from, to: months.at(-1)!.to }
  const from = laterOf(span.from, today)
  const { workspaceId, teamId } = team
  const lists = (await roleMetricsOfTeams(q, [team])).get(teamId) ?? {}
  const counting = await membersCounting(q, team, lists, metric.key, { from, to: span.to })
  const parts = await latestMonthParts(q, workspaceId, { teamId, metricKey: metric.key }, span)
  const there = new Map(counting.map((member) => [member.memberId, member]))
  const gone = [...new Set(parts.map(({ memberId }) => memberId))].filter((id) => !there.has(id))
  const left = await loadMembers(
    q,
    gone.map((memberId) => ({ workspaceId, memberId })),
  )
  const userIds = counting.map(({ userId }) => userId)
  const firstDays = await firstDaysOf(q, workspaceId, userIds)
  const founded = localDate(await teamCreatedAt(q, team), 'UTC').add({ days: 1 })
  const rampFrom = ({ userId }: Member) => {
    const first = firstDays.get(userId)
    // Who was there when the team was set up may have sold for years.
    return first && Temporal.PlainDate.compare(first, founded) > 0 ? first : null
  }
  const all = [...counting, ...left.values()]
  const isPartial = (one: Member) => rampFrom(one) || one.leftOn || isLater(one.joinedOn, span.from)
  const calendars = await halves(months, (on) => calendarsOf(q, all.filter(isPartial), on))
  const splits = await roleSplits(q, workspaceId, all, { lists, span }, now)
  const holders = new Map([...left, ...there])
  const calendarIn: Known['calendarIn'] = ({ memberId }, month, effectiveFrom) =>
    splits.get(memberId)?.({ metricKey: metric.key, effectiveFrom }) ?? calendars(month).get(memberId)
  return { counting, parts, holders, rampFrom, calendarIn, last, metric }
}

async function halves<Calendars>(
  months: readonly TargetPeriod[],
  load: (on: Temporal.PlainDate) => Promise<Calendars>,
): Promise<Halves<Calendars>> {
  const half = Math.ceil(months.length / 2)
  const first = await load(months[0]!.from)
  if (months.length <= 3) return () => first
  const early = await load(months[half >> 1]!.from)
  const late = await load(months[half + (half >> 1)]!.from)
  const second = months[half]!.from
  return (month) => (Temporal.PlainDate.compare(month.from, second) < 0 ? early : late)
}

/** Those whose role counts the metric, by user id. */
async function membersCounting(
  q: Queryable,
  team: Team,
  lists: RoleLists,
  metricKey: MetricKey,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Member[]> {
  if (isLater(from, to)) return []
  const members = await membersBetween(q, [team], from, to)
  return members.filter(({ role }) => lists[role]?.some(({ key }) => key === metricKey))
}

function peopleOf(
  { counting, parts, holders, rampFrom, calendarIn, last, metric }: Known,
  period: TargetPeriod,
  today: Temporal.PlainDate,
): Pick<MonthFacts, 'people' | 'gone'> {
  const own = new Map(
    parts.filter((part) => samePeriod(part.period, period)).map((part) => [part.memberId, part]),
  )
  const isOver = isLater(today, period.to)
  const from = laterOf(period.from, today)
  const there = counting.filter(
    ({ memberId, joinedOn, leftOn }) =>
      (isOver && own.has(memberId)) ||
      (!isOver && !isLater(joinedOn, period.to) && !(leftOn && isLater(from, leftOn))),
  )
  const ids = new Set(there.map(({ memberId }) => memberId))
  const goneParts = [...own].filter(([memberId]) => !ids.has(memberId))
  return {
    people: there.map((member): PlanPerson => {
      const { memberId, role, leftOn } = member
      const part = own.get(memberId)
      return {
        ...{ memberId, role, last: last?.get(memberId) ?? 0 },
        present: shareOf(calendarIn(member, period, today), member, period, rampFrom(member)),
        until: leftOn && isLater(period.to, leftOn) ? leftOn : period.to,
        before: part ? { value: part.value, byHand: part.byHand, until: part.until } : null,
      }
    }),
    gone: metric.kind === 'additive' ? sumOfGone(goneParts, holders, calendarIn, period) : 0,
  }
}

/** Most are there in one role from the first day to the last: they need no counting of days. */
function shareOf(
  calendar: MemberCalendar | undefined,
  { joinedOn, leftOn }: Member,
  period: TargetPeriod,
  rampFrom: Temporal.PlainDate | null,
): number {
  const first = calendar?.joinedOn ?? joinedOn
  const isWhole = !rampFrom && !leftOn && !isLater(first, period.from)
  return isWhole || !calendar ? 1 : presentShare(calendar, period, rampFrom)
}

/** What of the parts so far those had who have left, or whose role does not count the metric any more. */
function sumOfGone(
  parts: readonly (readonly [MemberId, TargetPart])[],
  holders: Known['holders'],
  calendarIn: Known['calendarIn'],
  period: TargetPeriod,
): number {
  return parts.reduce((sum, [memberId, part]) => {
    const calendar = holders.has(memberId) ? calendarIn({ memberId }, period, part.effectiveFrom) : undefined
    return sum + (calendar?.leftOn ? partInForce(part, calendar, period) : 0)
  }, 0)
}

/** Half days, by the team's own calendar. */
function teamDaysIn(calendar: WorkCalendar | undefined, period: TargetPeriod): number {
  if (!calendar) return 1
  const always = { ...calendar, ownHolidays: [], joinedOn: period.from, leftOn: null, leave: [] }
  return 2 * fractionsOf(workDaysOf(always, period))
}

/** What each member reached. Null: nothing was reported. */
export async function reachedIn(
  q: Queryable,
  { workspaceId, teamId }: Team,
  { key }: Metric,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Map<MemberId, number> | null> {
  const totals = await teamTotals(q, workspaceId, teamId, { summed: [key], levels: [] }, from, to)
  return totals.size === 0 ? null : new Map([...totals].map(([id, of]) => [id, of[key]?.value ?? 0]))
}

const yearBefore = ({ from, to }: TargetPeriod) => ({
  from: from.subtract({ years: 1 }),
  to: to.add({ days: 1 }).subtract({ years: 1 }).subtract({ days: 1 }),
})

const isLater = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isLater(one, other) ? one : other
