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
  memberStandings,
  type StandingMember,
} from '../domain/member-progress.ts'
import { partsCovering } from '../domain/parts-on.ts'
import { inForceOn, ownWhole, type TargetVersion, targetKey } from '../domain/target.ts'
import {
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
  const on = earlier(localDate(now, settings.zone), period.to)
  const [members, lists, metrics, parts, versions, calendars] = await Promise.all([
    membersBetween(q, [ref], period.from, on),
    roleMetricsOfTeams(q, [ref]),
    metricsOfTeam(q, workspaceId, teamId),
    partsOfTeams(q, [ref], period),
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
  const { compared, totals } = await loadTotals(q, ref, { shown, metrics, settings, period, days, due })
  const facts = { period, versions, metrics, totals }
  const dueOfEach = dueMembers(standing.now, facts, now)
  const dueOfFormer = dueMembers(standing.former, facts, now)
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
    team: teamLines(shown, [...found, ...targetedOnly(former)], { totals, metrics, versions, period, on }),
    nameOf: Object.fromEntries([...people.values()].map(({ userId, name }) => [userId, name])),
  }
}

/** Until which day of the period each member counts: their own today. */
interface OwnDays {
  last: Temporal.PlainDate
  /** By ISO date: by whose clock it is earlier. */
  earlier: ReadonlyMap<string, readonly MemberId[]>
}

function daysOf(members: readonly StandingMember[], on: Temporal.PlainDate, period: Period): OwnDays {
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

function metricsShown(roles: RoleLists): Metric[] {
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
}

async function loadTotals(
  q: Queryable,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
  { shown, metrics, settings, period, days, due }: Wanted,
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
  }
  return { compared, totals }
}

/** Days that are not due yet count where they are over and their numbers are in. */
const afterDue = ({ member, recentFrom }: DueMember) =>
  recentFrom ? [{ memberId: member.memberId, after: recentFrom.subtract({ days: 1 }) }] : []

function teamLines(
  shown: readonly Metric[],
  people: readonly MemberStanding[],
  facts: {
    totals: TotalsOfTeam
    metrics: ReadonlyMap<MetricKey, Metric>
    versions: readonly TargetVersion[]
    period: Period
    on: Temporal.PlainDate
  },
) {
  const { totals, metrics, versions, period, on } = facts
  const all = {
    period: summed(totals.period, metrics),
    due: summed(totals.due, metrics),
    before: summed(totals.before, metrics),
  }
  const byTarget = Map.groupBy(versions, targetKey)
  return shown.map((metric) => {
    const key = `${metric.key} ${period.kind} ${period.from}`
    const set = inForceOn(byTarget.get(key) ?? [], on)
    return teamStanding(metric, people, all, set && ownWhole(set), metrics)
  })
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
