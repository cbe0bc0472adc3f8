// Compares the number that each measure aimed at before and after, of whom it aimed at, against what the rest of the team did meanwhile.

import { whenDue } from '../../actions/domain/listed-action.ts'
import { loadOwnerDays } from '../../actions/flows/owner-days.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam, type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { teamTotals } from '../../numbers/db/totals.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { membersBetween } from '../../org/db/members.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { type MemberCalendar, workingFractionsBetween } from '../../org/domain/calendar.ts'
import { roleOn } from '../../org/domain/role-spans.ts'
import type { Member, TeamSettings } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import type { TotalsByMember } from '../../targets/domain/team-progress.ts'
import { type Compared, type LookedAt, type Measure, type Windows, windowsOf } from '../domain/measure.ts'
import { type Aim, measureEffect, type Sides, type Tally } from '../domain/measure-effect.ts'

interface Looking {
  team: TeamRef
  settings: TeamSettings
  /** The last day whose numbers are in. */
  through: Temporal.PlainDate
}

export async function lookAtMeasures(
  q: Queryable,
  { team, settings, through }: Looking,
  measures: readonly Measure[],
  now: Temporal.Instant,
): Promise<LookedAt[]> {
  if (measures.length === 0) return []
  const { workspaceId, teamId } = team
  const owners = measures.map(({ ownerUserId }) => ({ workspaceId, teamId, ownerUserId }))
  const days = await loadOwnerDays(q, owners, now)
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const roles = (await roleMetricsOfTeams(q, [team])).get(teamId) ?? {}
  const found: LookedAt[] = []
  for (const measure of measures) {
    const { metricKey, ownerUserId, state, dueOn } = measure
    const metric = metricKey === null ? undefined : metrics.get(metricKey)
    const day = days.of({ teamId, ownerUserId })
    const setOn = localDate(measure.setAt, settings.zone)
    const wanted = { measure, metrics, roles, setOn, windows: windowsOf(setOn, through), now }
    found.push({
      measure,
      compared: metric ? await comparedIn(q, team, { ...wanted, metric }) : null,
      isLate: state === 'open' && day !== null && whenDue(day, dueOn) === 'overdue',
    })
  }
  return found
}

interface Wanted {
  measure: Measure
  metric: Metric
  metrics: ReadonlyMap<MetricKey, Metric>
  roles: RoleLists
  setOn: Temporal.PlainDate
  windows: Windows | null
  now: Temporal.Instant
}

async function comparedIn(q: Queryable, team: TeamRef, wanted: Wanted): Promise<Compared> {
  const { measure, metric, metrics, windows } = wanted
  const { aimedAt } = measure
  if (!windows) return { metric, whose: 'owner', effect: { known: false }, days: 0, own: [aimedAt], rest: [] }
  const { before, after, days } = windows
  const members = await countingThen(q, team, wanted, { from: before.from, to: after.to })
  const calendars = await calendarsOf(q, members, after.to)
  const keys = { summed: enteredKeysOf([metric]), levels: [] }
  const totals = async ({ from, to }: Windows['before']) => ({
    ...{ from, to },
    of: await teamTotals(q, team.workspaceId, team.teamId, keys, from, to),
  })
  const spans = { before: await totals(before), after: await totals(after) }
  const tallied = (of: readonly Member[]): Sides => ({
    before: tallyOf(of, metric, metrics, calendars, spans.before),
    after: tallyOf(of, metric, metrics, calendars, spans.after),
  })
  const reported = (of: readonly Member[]) => {
    const some = of.filter(({ memberId }) => spans.before.of.has(memberId) || spans.after.of.has(memberId))
    return [...new Set(some.map(({ userId }) => userId))]
  }
  const own = members.filter(({ userId }) => userId === aimedAt)
  const rest = members.filter(({ userId }) => userId !== aimedAt)
  const aim = aimOf(metric, metrics)
  if (own.length === 0) {
    const effect = measureEffect(aim, tallied(members), null)
    return { metric, whose: 'team', effect, days, own: reported(members), rest: [] }
  }
  const effect = measureEffect(aim, tallied(own), rest.length === 0 ? null : tallied(rest))
  return { metric, whose: 'owner', effect, days, own: [aimedAt], rest: reported(rest) }
}

/** Whose role counted the number when the measure was set, also of those who have left or changed their role since. */
async function countingThen(
  q: Queryable,
  team: TeamRef,
  { metric, roles, setOn, now }: Wanted,
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Member[]> {
  const members = await membersBetween(q, [team], span.from, span.to)
  const known = await membersAt(q, team.workspaceId, members, span, now)
  return members.filter(({ memberId, role }) => {
    const then = known.get(memberId)
    return roles[then ? roleOn(then.roles, setOn) : role]?.some(({ key }) => key === metric.key)
  })
}

function aimOf(metric: Metric, metrics: ReadonlyMap<MetricKey, Metric>): Aim {
  if (metric.kind === 'ratio')
    return metric.unit === 'percent' && areCounts(metric, metrics) ? 'share' : 'sum'
  return metric.unit === 'count' ? 'count' : 'sum'
}

const areCounts = ({ numerator, denominator }: Metric, metrics: ReadonlyMap<MetricKey, Metric>): boolean =>
  [numerator, denominator].every((key) => key !== null && metrics.get(key)?.unit === 'count')

function tallyOf(
  members: readonly Member[],
  metric: Metric,
  metrics: ReadonlyMap<MetricKey, Metric>,
  calendars: ReadonlyMap<MemberId, MemberCalendar>,
  { from, to, of }: { from: Temporal.PlainDate; to: Temporal.PlainDate; of: TotalsByMember },
): Tally {
  const sum = (key: MetricKey | null) => {
    const entered = key === null ? undefined : metrics.get(key)
    if (!entered) return 0
    const values = members.map(({ memberId }) => of.get(memberId)?.[entered.key]?.value ?? 0)
    return values.reduce((all, value) => all + value, 0) / 10 ** entered.decimals
  }
  if (metric.kind === 'ratio') return { amount: sum(metric.numerator), of: sum(metric.denominator) }
  const worked = members.map(({ memberId }) => {
    const calendar = calendars.get(memberId)
    return calendar ? workingFractionsBetween(calendar, from, to) : 0
  })
  return { amount: sum(metric.key), of: worked.reduce((all, days) => all + days, 0) }
}
