// Loads how a team and each of its members stand in a period: numbers, targets, pace and change, in as many statements for fifty as for one.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam, type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals, totalsAfter } from '../../numbers/db/totals.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { loadPeople } from '../../org/db/load-people.ts'
import { membersBetween } from '../../org/db/members.ts'
import { type MemberCalendar, teamWorksOn, type WorkCalendar, weekStart } from '../../org/domain/calendar.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { partsOfTeams, versionsOfTeams } from '../db/team-targets.ts'
import { comparedDays } from '../domain/compared-days.ts'
import { lastDueDay } from '../domain/due-days.ts'
import {
  type DueMember,
  dueMembers,
  lateStarts,
  memberStandings,
  type StandingMember,
} from '../domain/member-progress.ts'
import { partsCovering } from '../domain/parts-on.ts'
import { type TeamWhole, teamWhole, withSince } from '../domain/since.ts'
import type { TargetVersion } from '../domain/target.ts'
import {
  earlyOf,
  type MemberStanding,
  summed,
  type TeamProgress,
  type TotalsByMember,
  type TotalsOfTeam,
  teamStanding,
} from '../domain/team-progress.ts'
import { loadStandingMembers } from './standing-members.ts'

export interface NamedProgress extends TeamProgress {
  /** By user id. */
  nameOf: Readonly<Record<string, string>>
}

interface Asked {
  team: Team
  /** In force on the day on which it is seen. */
  settings: TeamSettings
  period: Period
}

/** The period has begun by the team's clock; within it each person counts until their own today. */
export async function teamProgress(
  q: Queryable,
  { team, settings, period }: Asked,
  now: Temporal.Instant,
): Promise<NamedProgress> {
  const { workspaceId, teamId } = team
  const ref = { workspaceId, teamId }
  const today = localDate(now, settings.zone)
  const on = earlier(today, period.to)
  // What was retired since a period began stays in it once it is over.
  const asOf = on.equals(today) ? undefined : period.from.toZonedDateTime(settings.zone).toInstant()
  const [members, lists, metrics, parts, versions, calendars] = await Promise.all([
    membersBetween(q, [ref], period.from, on),
    roleMetricsOfTeams(q, [ref], asOf),
    metricsOfTeam(q, workspaceId, teamId),
    partsOfTeams(q, [ref], period).then(withSince),
    versionsOfTeams(q, [ref], period),
    teamCalendarsOf(q, [ref], on),
  ])
  const roles = lists.get(teamId) ?? {}
  const measured = { period, roles, parts: partsCovering(parts, period, on) }
  const [standing, people] = await Promise.all([
    loadStandingMembers(q, workspaceId, members, measured, now),
    loadPeople(q, members),
  ])
  const shown = metricsShown(roles)
  const calendar = calendars.get(teamId)
  const due = calendar && members.length > 0 ? dueOf(settings, calendar, period, now) : null
  const days = daysOf(standing.now, on, period)
  const dueOfEach = dueMembers(standing.now, { period, versions }, now)
  const dueOfFormer = dueMembers(standing.former, { period, versions }, now)
  const wholes = wholesOf(shown, versions, period, on)
  const starts = [
    ...lateStarts([...dueOfEach, ...dueOfFormer], period),
    ...[...wholes.values()].map(({ since }) => since),
  ]
  const wanted = { shown, metrics, settings, period, days, due, starts }
  const { compared, totals } = await loadTotals(q, ref, wanted)
  const facts = { period, versions, metrics, totals }
  const recent = await totalsAfter(
    q,
    workspaceId,
    [...dueOfEach, ...dueOfFormer].flatMap(afterDue),
    days.last,
  )
  const found = memberStandings(dueOfEach, recent, facts)
  const former = memberStandings(dueOfFormer, recent, facts)
  return {
    ...{ period, on, people: found, okr: settings.okrView },
    compared: compared && { from: compared.from, to: compared.to, days: compared.days },
    team: teamLines(shown, [...found, ...targetedOnly(former)], { totals, metrics, wholes, period }),
    nameOf: Object.fromEntries([...people.values()].map(({ userId, name }) => [userId, name])),
  }
}

/** Until which day of the period each member counts: their own today. */
export interface OwnDays {
  last: Temporal.PlainDate
  /** By ISO date: by whose clock it is earlier. */
  earlier: ReadonlyMap<string, readonly MemberId[]>
}

export function daysOf(members: readonly StandingMember[], on: Temporal.PlainDate, period: Period): OwnDays {
  const own = members.map(({ member, today }) => ({ ...member, day: earlier(today, period.to) }))
  const last =
    own
      .map(({ day }) => day)
      .toSorted(Temporal.PlainDate.compare)
      .at(-1) ?? on
  const behind = Map.groupBy(
    own.filter(({ day }) => !day.equals(last)),
    ({ day }) => day.toString(),
  )
  return { last, earlier: new Map([...behind].map(([day, of]) => [day, of.map(({ memberId }) => memberId)])) }
}

export function metricsShown(roles: RoleLists): Metric[] {
  const listed = inRoleOrder(Object.keys(roles)).flatMap((role) => roles[role] ?? [])
  return [...new Map(listed.map((metric) => [metric.key, metric])).values()]
}

/** What was a person's to reach in a role of before stays in the team's sums. */
const targetedOnly = (former: readonly MemberStanding[]): MemberStanding[] =>
  former.map(({ member, metrics }) => ({ member, metrics: metrics.filter(({ progress }) => progress) }))

interface Due {
  calendar: MemberCalendar
  /** The last day whose numbers are due; null: none of the period is. */
  through: Temporal.PlainDate | null
}

/** By the team's own calendar and clock, so that all are compared over the same days. */
function dueOf(settings: TeamSettings, work: WorkCalendar, period: Period, now: Temporal.Instant): Due {
  const calendar = { ...work, joinedOn: EARLIEST, leftOn: null, leave: [], ownHolidays: [] }
  const { zone } = settings
  const through = lastDueDay({ settings, calendar, zone, today: localDate(now, zone) }, period, now)
  return { calendar, through }
}

const EARLIEST = Temporal.PlainDate.from('1970-01-01')

interface Wanted {
  shown: readonly Metric[]
  metrics: ReadonlyMap<MetricKey, Metric>
  settings: TeamSettings
  period: Period
  days: OwnDays
  due: Due | null
  /** From when on targets count. */
  starts: readonly Temporal.PlainDate[]
}

async function loadTotals(
  q: Queryable,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
  { shown, metrics, settings, period, days, due, starts }: Wanted,
) {
  const keys = enteredKeysOf(shown)
  const isLevel = (key: MetricKey) => metrics.get(key)?.kind === 'level'
  const wanted = { summed: keys.filter((key) => !isLevel(key)), levels: keys.filter(isLevel) }
  const between = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    teamTotals(q, workspaceId, teamId, wanted, from, to)
  const through = due?.through ?? null
  const worksOn = (date: Temporal.PlainDate) => due !== null && teamWorksOn(due.calendar, date)
  const compared = through && comparedDays(period, through, worksOn, weekStart(settings.workDays))
  const none: TotalsByMember = new Map()
  const whole = new Map(await between(period.from, days.last))
  for (const [day, members] of days.earlier) {
    const own = await between(period.from, Temporal.PlainDate.from(day))
    for (const memberId of members) whole.set(memberId, own.get(memberId) ?? {})
  }
  const totals: TotalsOfTeam = {
    period: whole,
    due: !through || through.equals(days.last) ? whole : await between(period.from, through),
    before: compared ? await between(compared.from, compared.to) : none,
    early: await earlyTotals(starts, period, between),
  }
  return { compared, totals }
}

export async function earlyTotals(
  starts: readonly Temporal.PlainDate[],
  { from }: Period,
  between: (from: Temporal.PlainDate, to: Temporal.PlainDate) => Promise<TotalsByMember>,
): Promise<TotalsOfTeam['early']> {
  const early = new Map<string, TotalsByMember>()
  for (const since of starts)
    if (!early.has(since.toString()) && Temporal.PlainDate.compare(since, from) > 0)
      early.set(since.toString(), await between(from, since.subtract({ days: 1 })))
  return early
}

/** Days that are not due yet count where they are over and their numbers are in. */
export const afterDue = ({ member, recentFrom }: DueMember) =>
  recentFrom ? [{ memberId: member.memberId, after: recentFrom.subtract({ days: 1 }) }] : []

function teamLines(
  shown: readonly Metric[],
  people: readonly MemberStanding[],
  facts: {
    totals: TotalsOfTeam
    metrics: ReadonlyMap<MetricKey, Metric>
    wholes: ReadonlyMap<MetricKey, TeamWhole>
    period: Period
  },
) {
  const { totals, metrics, wholes, period } = facts
  const all = {
    period: summed(totals.period, metrics),
    due: summed(totals.due, metrics),
    before: summed(totals.before, metrics),
  }
  return shown.map((metric) => {
    const set = wholes.get(metric.key)
    const whole = set && {
      ...{ ...set, isLate: !set.since.equals(period.from) },
      uncounted: earlyOf(totals.early, set.since, metric, people),
    }
    return teamStanding(metric, people, all, whole ?? null, metrics)
  })
}

function wholesOf(
  shown: readonly Metric[],
  versions: readonly TargetVersion[],
  period: Period,
  on: Temporal.PlainDate,
): Map<MetricKey, TeamWhole> {
  const byMetric = Map.groupBy(versions, ({ metricKey }) => metricKey)
  return new Map(
    shown.flatMap(({ key }) => {
      const whole = teamWhole(byMetric.get(key) ?? [], period, on)
      return whole ? [[key, whole] as const] : []
    }),
  )
}

export const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
