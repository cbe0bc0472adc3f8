// Decides whether numbers entered outside the standup, by a member or as a manager's correction, can be recorded.
import type { MetricKey } from '../../core/ids.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import type { Member, TeamSettings } from '../../org/domain/team.ts'
import type { DayRecord, DayTotals } from './activity.ts'
import { comesLate, entryOpen, isExpected } from './entry-day.ts'
import { enteredMetrics, type Metric } from './metrics.ts'

/** The member's side of the decision, in one team. */
interface EntryMembership {
  member: Member
  /** In force on `today`. */
  settings: TeamSettings
  calendar: MemberCalendar
  zone: string
  today: Temporal.PlainDate
  metrics: readonly Metric[]
}

/** What is written, with the marks it carries. */
type Recorded = Pick<DayRecord, 'metrics' | 'values' | 'late' | 'implausible'>

export type OutOfBounds = { ok: false; reason: 'below-hard-min' | 'above-hard-max'; metric: Metric }

/**
 * A member's own numbers of one day; `before`: what the day has. A form sets totals, a line adds to them. Metrics that the
 * role does not enter are left out. `closed`: the day is over for entries.
 */
export function decideNumbers(
  membership: EntryMembership,
  {
    date,
    values,
    how,
  }: { date: Temporal.PlainDate; values: Readonly<Record<MetricKey, number>>; how: 'set' | 'add' },
  before: DayTotals,
  now: Temporal.Instant,
): { ok: true; record: Recorded } | { ok: false; reason: 'closed' } | OutOfBounds {
  const { settings, calendar, zone, today } = membership
  if (!entryOpen(calendar, date, zone, now)) return { ok: false, reason: 'closed' }
  const metrics = enteredMetrics(membership.metrics).filter(({ key }) => values[key] !== undefined)
  const dayOver = Temporal.PlainDate.compare(date, today) < 0
  const implausible: MetricKey[] = []
  for (const metric of metrics) {
    if (values[metric.key]! < metric.hardMin) return { ok: false, reason: 'below-hard-min', metric }
    const total = totalWith(metric, before, values[metric.key]!, how)
    if (total > metric.hardMax) return { ok: false, reason: 'above-hard-max', metric }
    if (!isExpected(metric, total, dayOver)) implausible.push(metric.key)
  }
  const counted = Object.fromEntries(metrics.map(({ key }) => [key, values[key]!]))
  const late = comesLate(settings, calendar, zone, date, now)
  return { ok: true, record: { metrics, values: counted, late, implausible } }
}

/** What the day would come to. */
export function totalWith(metric: Metric, before: DayTotals, value: number, how: 'set' | 'add'): number {
  const standing = how === 'add' && metric.kind === 'additive' ? (before[metric.key]?.value ?? 0) : 0
  return standing + value
}

/** A manager's correction of one number, on any day up to the member's today; `before`: null where nothing is recorded. */
export function decideCorrection(
  { member, settings, calendar, zone, today, metrics }: EntryMembership,
  { date, metricKey, value }: { date: Temporal.PlainDate; metricKey: MetricKey; value: number },
  before: number | null,
  now: Temporal.Instant,
): { ok: true; record: Recorded } | { ok: false; reason: 'future' | 'not-in-team' | 'unknown-metric' } {
  const age = Temporal.PlainDate.compare(date, today)
  if (age > 0) return { ok: false, reason: 'future' }
  const metric = enteredMetrics(metrics).find(({ key }) => key === metricKey)
  if (!metric) return { ok: false, reason: 'unknown-metric' }
  // The first standup asks about the day before joining: what was entered there can be set right.
  if (before === null && Temporal.PlainDate.compare(date, member.joinedOn) < 0)
    return { ok: false, reason: 'not-in-team' }
  const late = comesLate(settings, calendar, zone, date, now)
  const implausible = isExpected(metric, value, age < 0) ? [] : [metricKey]
  return { ok: true, record: { metrics: [metric], values: { [metricKey]: value }, late, implausible } }
}
