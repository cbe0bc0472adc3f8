// Decides whether numbers that a member or a manager enters outside the standup can be recorded.
import type { MetricKey } from '../../core/ids.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { DayRecord, DayTotals } from './activity.ts'
import { isExpected, isLateEntry, isOpenForEntry } from './entry-day.ts'
import { enteredMetrics, type Metric } from './metrics.ts'
import { firstNumbersDate } from './numbers-day.ts'

/** The member's side of the decision, in one team. */
interface EntryMembership {
  /** In force on `today`. */
  settings: TeamSettings
  entryCalendar: MemberCalendar
  zone: string
  today: Temporal.PlainDate
  metrics: readonly Metric[]
}

/** The values to record, with their marks. */
type Recorded = Pick<DayRecord, 'metrics' | 'values' | 'late' | 'implausible'>

export type OutOfBounds = { ok: false; reason: 'below-hard-min' | 'above-hard-max'; metric: Metric }

/**
 * Decides on a member's own numbers of one day. `before`: the day's totals so far. A form sets totals, a typed line
 * adds to them. Metrics that the role does not enter are ignored. `closed`: the date is not open for entry any more.
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
  const { settings, entryCalendar, zone, today } = membership
  if (!isOpenForEntry(settings, entryCalendar, date, zone, now)) return { ok: false, reason: 'closed' }
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
  const late = isLateEntry(settings, entryCalendar, zone, date, now)
  return { ok: true, record: { metrics, values: counted, late, implausible } }
}

/** The day's total including the value. */
export function totalWith(metric: Metric, before: DayTotals, value: number, how: 'set' | 'add'): number {
  const recorded = how === 'add' && metric.kind === 'additive' ? (before[metric.key]?.value ?? 0) : 0
  return recorded + value
}

/** Decides on a manager's correction of one number, on any date up to the member's today. `before` null: nothing is recorded. */
export function decideCorrection(
  { settings, entryCalendar, zone, today, metrics }: EntryMembership,
  { date, metricKey, value }: { date: Temporal.PlainDate; metricKey: MetricKey; value: number },
  before: number | null,
  now: Temporal.Instant,
): { ok: true; record: Recorded } | { ok: false; reason: 'future' | 'not-in-team' | 'unknown-metric' } {
  const age = Temporal.PlainDate.compare(date, today)
  if (age > 0) return { ok: false, reason: 'future' }
  const metric = enteredMetrics(metrics).find(({ key }) => key === metricKey)
  if (!metric) return { ok: false, reason: 'unknown-metric' }
  // The same first date as for the member's own entries.
  if (before === null && Temporal.PlainDate.compare(date, firstNumbersDate(settings, entryCalendar)) < 0)
    return { ok: false, reason: 'not-in-team' }
  const late = isLateEntry(settings, entryCalendar, zone, date, now)
  const implausible = isExpected(metric, value, age < 0) ? [] : [metricKey]
  return { ok: true, record: { metrics: [metric], values: { [metricKey]: value }, late, implausible } }
}
