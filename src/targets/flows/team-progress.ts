// Loads how a team and each of its members stand in a period: numbers, targets, pace and change, in as many statements for fifty as for one.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals, totalsAfter } from '../../numbers/db/totals.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { userKey } from '../../org/db/leaves.ts'
import { loadPeople } from '../../org/db/load-people.ts'
import { membersBetween } from '../../org/db/members.ts'
import { type MemberCalendar, teamWorksOn, weekStart } from '../../org/domain/calendar.ts'
import { zoneOf } from '../../org/domain/checkin-window.ts'
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
import { inForceOn, type TargetVersion, targetKey } from '../domain/target.ts'
import {
  type MemberStanding,
  summed,
  type TeamProgress,
  type TotalsByMember,
  type TotalsOfTeam,
  teamStanding,
} from '../domain/team-progress.ts'

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

/** The period has begun. */
export async function teamProgress(
  q: Queryable,
  { team, settings, period }: Asked,
  now: Temporal.Instant,
): Promise<NamedProgress> {
  const { workspaceId, teamId } = team
  const ref = { workspaceId, teamId }
  const on = earlier(localDate(now, settings.zone), period.to)
  const members = await membersBetween(q, [ref], period.from, on)
  const [calendars, people, lists, metrics, parts, versions] = await Promise.all([
    calendarsOf(q, members, on),
    loadPeople(q, members),
    roleMetricsOfTeams(q, [ref]),
    metricsOfTeam(q, workspaceId, teamId),
    partsOfTeams(q, [ref], period),
    versionsOfTeams(q, [ref], period),
  ])
  const roles = lists.get(teamId)
  const partsBy = Map.groupBy(parts, ({ memberId }) => memberId)
  const standing = members.flatMap((member): StandingMember[] => {
    const calendar = calendars.get(member.memberId)
    const zone = zoneOf(settings, people.get(userKey(member))?.zone ?? settings.zone)
    const own = { today: localDate(now, zone), parts: partsBy.get(member.memberId) ?? [] }
    return calendar ? [{ member, calendar, settings, zone, metrics: roles?.[member.role] ?? [], ...own }] : []
  })
  const listed = inRoleOrder(Object.keys(roles ?? {})).flatMap((role) => roles?.[role] ?? [])
  const shown = [...new Map(listed.map((metric) => [metric.key, metric])).values()]
  const due = dueOf(settings, standing[0]?.calendar, period, now)
  const { compared, totals } = await loadTotals(q, ref, { shown, metrics, settings, period, on, due })
  const dueOfEach = dueMembers(standing, period, now)
  const recent = await totalsAfter(q, workspaceId, dueOfEach.map(afterDue(period)), on)
  const found = memberStandings(dueOfEach, recent, { period, versions, metrics, totals })
  return {
    ...{ period, on, people: found },
    compared: compared && { from: compared.from, to: compared.to, days: compared.days },
    team: teamLines(shown, found, { totals, metrics, versions, period, on }),
    nameOf: Object.fromEntries([...people.values()].map(({ userId, name }) => [userId, name])),
  }
}

interface Due {
  calendar: MemberCalendar
  /** The last day whose numbers are due; null: none of the period is. */
  through: Temporal.PlainDate | null
}

/** By the team's own calendar and clock, so that all are compared over the same days. */
function dueOf(
  settings: TeamSettings,
  calendar: MemberCalendar | undefined,
  period: Period,
  now: Temporal.Instant,
): Due | null {
  if (!calendar) return null
  const team = { ...calendar, joinedOn: EARLIEST, leftOn: null, leave: [], ownHolidays: [] }
  const { zone } = settings
  const through = lastDueDay({ settings, calendar: team, zone, today: localDate(now, zone) }, period, now)
  return { calendar: team, through }
}

const EARLIEST = Temporal.PlainDate.from('1970-01-01')

interface Wanted {
  shown: readonly Metric[]
  metrics: ReadonlyMap<MetricKey, Metric>
  settings: TeamSettings
  period: Period
  on: Temporal.PlainDate
  due: Due | null
}

async function loadTotals(
  q: Queryable,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
  { shown, metrics, settings, period, on, due }: Wanted,
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
  const whole = await between(period.from, on)
  const totals: TotalsOfTeam = {
    period: whole,
    due: !through || through.equals(on) ? whole : await between(period.from, through),
    before: compared ? await between(compared.from, compared.to) : none,
  }
  return { compared, totals }
}

/** Days that are not due yet count where they are over and their numbers are in. */
const afterDue =
  ({ from }: Period) =>
  ({ member, due }: DueMember) => ({
    memberId: member.memberId,
    after: due ?? from.subtract({ days: 1 }),
  })

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
    const whole = inForceOn(byTarget.get(key) ?? [], on)?.whole ?? null
    return teamStanding(metric, people, all, whole, metrics)
  })
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
