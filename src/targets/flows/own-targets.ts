// Loads how a member stands against each of their targets of today: expected, pace, gap, forecast, and what it takes from here.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { learntSums } from '../../numbers/db/learnt-sums.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { totalsByDay } from '../../numbers/db/totals.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { weightedPartsOfMember } from '../db/targets.ts'
import { LEARNT_DAYS, type OwnTarget, ownTarget, RECENT_DAYS, workMetric } from '../domain/own-target.ts'
import { partsOn } from '../domain/parts-on.ts'
import { latestWorkDays } from '../domain/recent-days.ts'
import { withSince } from '../domain/since.ts'
import { measuringCalendar } from './measured-holder.ts'

/** Whose days are counted; a standup's facts have all of it. */
export type TargetHolder = Pick<Membership, 'member' | 'settings' | 'calendar' | 'zone' | 'today' | 'metrics'>

/** By the member's metrics in order. Where a month and a quarter have a target, the month's counts. */
export async function ownTargets(
  q: Queryable,
  holder: TargetHolder,
  now: Temporal.Instant,
): Promise<OwnTarget[]> {
  const { member, today, metrics: role } = holder
  const { workspaceId, memberId, teamId } = member
  const known = withSince(await weightedPartsOfMember(q, workspaceId, memberId, today))
  const parts = partsOn(known, role, today)
  if (parts.length === 0) return []
  const span = learntSpan(holder)
  const starts = [span.from, ...parts.map(({ part }) => part.period.from)]
  const from = starts.reduce((first, one) => (Temporal.PlainDate.compare(one, first) < 0 ? one : first))
  const targeted = parts.filter(({ metric }) => metric.kind === 'additive').map(({ metric }) => metric.key)
  const keys = [...new Set([...targeted, ...(workMetric(role) ? [workMetric(role)!.key] : [])])]
  const [metrics, days, team, calendarOf] = await Promise.all([
    metricsBehind(
      q,
      holder,
      parts.map(({ metric }) => metric),
    ),
    totalsByDay(q, workspaceId, memberId, from, today),
    targeted.length > 0 ? learntSums(q, workspaceId, teamId, keys, span) : new Map(),
    measuringCalendar(
      q,
      member,
      parts.map(({ part }) => part),
      now,
    ),
  ])
  const facts = { memberId, role, metrics, days, team }
  return parts.map((one) => ownTarget({ ...holder, calendar: calendarOf(one.part) }, one, facts, now))
}

/** The last working days before today as the team works them, also before the member joined. */
function learntSpan({ calendar, today }: TargetHolder) {
  const to = today.subtract({ days: 1 })
  const all = { ...calendar, joinedOn: today.subtract({ years: 1 }), leftOn: null, leave: [] }
  const days = latestWorkDays(all, to, LEARNT_DAYS)
  return { from: days[0]?.date ?? to, recentFrom: days.at(-RECENT_DAYS)?.date ?? days[0]?.date ?? to, to }
}

/** The role's metrics, and where a ratio divides others, the team's. */
async function metricsBehind(
  q: Queryable,
  { member, metrics }: TargetHolder,
  targeted: readonly Metric[],
): Promise<ReadonlyMap<MetricKey, Metric>> {
  const known = new Map(metrics.map((metric) => [metric.key, metric]))
  const isKnown = (key: MetricKey | null) => key === null || known.has(key)
  const enough = targeted.every(({ numerator, denominator }) => isKnown(numerator) && isKnown(denominator))
  return enough ? known : metricsOfTeam(q, member.workspaceId, member.teamId)
}
