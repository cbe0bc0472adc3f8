// Loads the months of a target: for each its version, its people with their parts so far, and its working days.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { memberSumsOfTeams } from '../../numbers/db/team-sums.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { calendarsOf, teamCalendarsOf } from '../../org/db/calendars.ts'
import { firstDaysOf, loadMembers, membersBetween } from '../../org/db/members.ts'
import { teamsCreatedAt } from '../../org/db/teams.ts'
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

/** What is wanted of all teams. */
export interface MonthsWanted {
  workspaceId: WorkspaceId
  metricKey: MetricKey
  months: readonly TargetPeriod[]
  today: Temporal.PlainDate
  lastYear: boolean
  now: Temporal.Instant
}

export interface MonthsTeam {
  team: Team
  metric: Metric
  versions: readonly TargetVersion[]
  /** What the members reached in the period before. */
  last: ReadonlyMap<MemberId, number> | null
}

export interface LoadedMonths {
  months: readonly MonthFacts[]
  /** Who has or gets a part, by user id. */
  members: readonly Member[]
}

/** What is known of the people of all months, of one team or of many. */
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
}

/** A calendar is loaded for some hundred days: a year takes two. */
type Halves<Calendars> = (month: TargetPeriod) => Calendars

/** In as many statements for many teams as for one. */
export async function loadMonths(
  q: Queryable,
  teams: readonly MonthsTeam[],
  wanted: MonthsWanted,
): Promise<Map<TeamId, LoadedMonths>> {
  const refs = teams.map(({ team }) => team)
  const known = await loadKnown(q, refs, wanted)
  const teamDays = await halves(wanted.months, (on) => teamCalendarsOf(q, refs, on))
  const daysIn = teamDaysOnce()
  const lastYear = new Map<TargetPeriod, MemberSums>()
  for (const month of wanted.lastYear ? wanted.months : [])
    lastYear.set(month, await sumsIn(q, refs, wanted, yearBefore(month)))
  return new Map(
    teams.map((one) => {
      const { teamId } = one.team
      const own = ofTeam(known, teamId)
      const facts = wanted.months.map((period) => {
        const reached = lastYear.get(period)?.get(teamId)?.values() ?? []
        const days = daysIn(teamDays(period).get(teamId), period)
        const sum = [...reached].reduce((total, value) => total + value, 0)
        return { ...monthOf(one, own, period, wanted.today), days, lastYear: sum }
      })
      const members = new Map([...own.holders.values(), ...own.counting].map((held) => [held.memberId, held]))
      return [teamId, { months: facts, members: [...members.values()] }]
    }),
  )
}

function monthOf(
  team: MonthsTeam,
  known: Known,
  period: TargetPeriod,
  today: Temporal.PlainDate,
): Omit<MonthFacts, 'days' | 'lastYear'> {
  const version = team.versions.find((one) => samePeriod(one.period, period))
  return {
    ...{ period, version: version?.version ?? 0, whole: version?.whole ?? null, lock: version?.lock ?? null },
    ...peopleOf(known, team, period, today),
  }
}

function ofTeam({ counting, parts, holders, ...shared }: Known, teamId: TeamId): Known {
  return {
    ...shared,
    counting: counting.filter((one) => one.teamId === teamId),
    parts: parts.filter((one) => one.teamId === teamId),
    holders: new Map([...holders].filter(([, one]) => one.teamId === teamId)),
  }
}

async function loadKnown(
  q: Queryable,
  teams: readonly Team[],
  { workspaceId, metricKey, months, today, now }: MonthsWanted,
): Promise<Known> {
  const span = { from: months[0]!.from, to: months.at(-1)!.to }
  const from = laterOf(span.from, today)
  const teamIds = teams.map(({ teamId }) => teamId)
  const lists = await roleMetricsOfTeams(q, teams)
  const counting = await membersCounting(q, teams, lists, metricKey, { from, to: span.to })
  const parts = await latestMonthParts(q, workspaceId, { teamIds, metricKey }, span)
  const there = new Map(counting.map((member) => [member.memberId, member]))
  const gone = [...new Set(parts.map(({ memberId }) => memberId))].filter((id) => !there.has(id))
  const left = await loadMembers(
    q,
    gone.map((memberId) => ({ workspaceId, memberId })),
  )
  const userIds = counting.map(({ userId }) => userId)
  const firstDays = await firstDaysOf(q, workspaceId, userIds)
  const created = await teamsCreatedAt(q, teams)
  const founded = new Map([...created].map(([id, at]) => [id, localDate(at, 'UTC').add({ days: 1 })]))
  const rampFrom = ({ userId, teamId }: Member) => {
    const first = firstDays.get(userId)
    // Who was there when the team was set up may have sold for years.
    return first && isLater(first, founded.get(teamId)!) ? first : null
  }
  const all = [...counting, ...left.values()]
  const isPartial = (one: Member) => rampFrom(one) || one.leftOn || isLater(one.joinedOn, span.from)
  const calendars = await halves(months, (on) => calendarsOf(q, all.filter(isPartial), on))
  const splits = await roleSplits(q, workspaceId, all, { lists, span }, now)
  const holders = new Map([...left, ...there])
  const calendarIn: Known['calendarIn'] = ({ memberId }, month, effectiveFrom) =>
    splits.get(memberId)?.({ metricKey, effectiveFrom }) ?? calendars(month).get(memberId)
  return { counting, parts, holders, rampFrom, calendarIn }
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
  teams: readonly Team[],
  lists: ReadonlyMap<TeamId, RoleLists>,
  metricKey: MetricKey,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<Member[]> {
  if (isLater(from, to)) return []
  const members = await membersBetween(q, teams, from, to)
  return members.filter(({ teamId, role }) => lists.get(teamId)?.[role]?.some(({ key }) => key === metricKey))
}

function peopleOf(
  { counting, parts, holders, rampFrom, calendarIn }: Known,
  { last, metric }: MonthsTeam,
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

/** Most teams work the same days, which are counted once. */
function teamDaysOnce(): typeof teamDaysIn {
  const keys = new Map<WorkCalendar, string>()
  const known = new Map<string, number>()
  return (calendar, period) => {
    const own = calendar && (keys.get(calendar) ?? JSON.stringify(calendar))
    if (!own) return teamDaysIn(calendar, period)
    keys.set(calendar, own)
    const key = `${period.from} ${own}`
    const days = known.get(key) ?? teamDaysIn(calendar, period)
    known.set(key, days)
    return days
  }
}

/** Half days, by the team's own calendar. */
function teamDaysIn(calendar: WorkCalendar | undefined, period: TargetPeriod): number {
  if (!calendar) return 1
  const always = { ...calendar, ownHolidays: [], joinedOn: period.from, leftOn: null, leave: [] }
  return 2 * fractionsOf(workDaysOf(always, period))
}

type MemberSums = Awaited<ReturnType<typeof memberSumsOfTeams>>

/** What each member reached, by team. */
export const sumsIn = (
  q: Queryable,
  teams: readonly Team[],
  { workspaceId, metricKey }: Pick<MonthsWanted, 'workspaceId' | 'metricKey'>,
  span: Pick<TargetPeriod, 'from' | 'to'>,
): Promise<MemberSums> =>
  memberSumsOfTeams(q, workspaceId, { teamIds: teams.map(({ teamId }) => teamId), metricKey }, span)

const yearBefore = ({ from, to }: TargetPeriod) => ({
  from: from.subtract({ years: 1 }),
  to: to.add({ days: 1 }).subtract({ years: 1 }).subtract({ days: 1 }),
})

const isLater = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isLater(one, other) ? one : other
