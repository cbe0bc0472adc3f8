// What of a member's target is one day's, and what is in already.
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { dayPart, daySharesOf, type WorkDay, workDaysOf } from './day-shares.ts'
import { partInForce } from './part-in-force.ts'
import { partsOn } from './parts-on.ts'
import type { WeightedPart } from './target.ts'
import type { TargetPeriod } from './target-period.ts'

export interface DayTarget {
  metric: Metric
  period: TargetPeriod
  /** Of the whole period, as it is in force; scaled, as all values here. */
  target: number
  /** What the version that measures the day makes of it; null: it is not split into days, or counts only from `from` on. */
  day: number | null
  /** The day measures nothing yet, because the target was set after it. Null: it does. */
  from: Temporal.PlainDate | null
}

/** `parts`: of the periods that contain the date. A target that was set after the date is said, but is not the date's. */
export function dayTargets(
  parts: readonly WeightedPart[],
  metrics: readonly Metric[],
  calendarOf: (part: WeightedPart) => MemberCalendar,
  { date, today }: { date: Temporal.PlainDate; today: Temporal.PlainDate },
): DayTarget[] {
  const workDays = workDaysOnce()
  const measuring = new Map(partsOn(parts, metrics, date).map(({ metric, part }) => [metric.key, part]))
  return partsOn(parts, metrics, today).map(({ metric, part: latest }) => {
    const measured = measuring.get(metric.key)
    const { period } = measured ?? latest
    const summed = metric.kind === 'additive'
    const value = (part: WeightedPart) =>
      summed ? partInForce(part, calendarOf(part), part.period) : part.value
    const shares = (part: WeightedPart) =>
      daySharesOf(workDays(calendarOf(part), part.period), part.period, part.monthWeights)
    return {
      ...{
        metric,
        period,
        target: value(latest.period.kind === period.kind ? latest : (measured ?? latest)),
      },
      day: summed && measured ? dayPart(value(measured), shares(measured), date) : null,
      from: measured ? null : latest.effectiveFrom,
    }
  })
}

/** Most targets are of one month: its days are counted once. The calendars are one person's, and differ in the first and last day. */
function workDaysOnce(): (calendar: MemberCalendar, period: TargetPeriod) => readonly WorkDay[] {
  const known = new Map<string, readonly WorkDay[]>()
  return (calendar, period) => {
    const key = `${calendar.joinedOn} ${calendar.leftOn} ${period.from} ${period.to}`
    const days = known.get(key) ?? workDaysOf(calendar, period)
    known.set(key, days)
    return days
  }
}
