// Spreads a member's target over the days of its period: by the member's own working days, within weighted months if so set.
import { remembered } from '../../core/remembered.ts'
import { dayNumber } from '../../core/time.ts'
import { type MemberCalendar, workingFraction } from '../../org/domain/calendar.ts'
import type { TargetPeriod } from './target-period.ts'

/** One working day of the member. */
export interface WorkDay {
  date: Temporal.PlainDate
  fraction: number
}

/** A working day with the share of the whole that should be reached by its end; the last day's is 1. */
export interface DayShare extends WorkDay {
  through: number
}

type Span = Pick<TargetPeriod, 'from' | 'to'>

/** The days of the period on which the member works, whole or half. */
export const workDaysOf: (calendar: MemberCalendar, span: Span) => readonly WorkDay[] = remembered(
  ({ from, to }) => `${from} ${to}`,
  (calendar, { from, to }) => {
    const days: WorkDay[] = []
    for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
      const fraction = workingFraction(calendar, date)
      if (fraction > 0) days.push({ date, fraction })
    }
    return days
  },
)

export const fractionsOf = (days: readonly WorkDay[]): number =>
  days.reduce((sum, { fraction }) => sum + fraction, 0)

/**
 * Each working day counts by its fraction. `monthWeights`: one weight for each month of the period, first to last; the days of
 * a month share its weight, and a month without working days gives its weight to the others. Null: all days count alike.
 */
export function daySharesOf(
  days: readonly WorkDay[],
  { from }: Pick<TargetPeriod, 'from'>,
  monthWeights: readonly number[] | null,
): DayShare[] {
  const monthOf = ({ date }: WorkDay) => (date.year - from.year) * 12 + date.month - from.month
  const inMonth = new Map<number, number>()
  for (const day of days) inMonth.set(monthOf(day), (inMonth.get(monthOf(day)) ?? 0) + day.fraction)
  const weightOf = (day: WorkDay): number =>
    monthWeights
      ? ((monthWeights[monthOf(day)] ?? 0) * day.fraction) / inMonth.get(monthOf(day))!
      : day.fraction
  const weighted = days.filter((day) => weightOf(day) > 0)
  const whole = weighted.reduce((sum, day) => sum + weightOf(day), 0)
  let reached = 0
  return weighted.map((day, index) => {
    reached += weightOf(day)
    // Exactly 1 in the end, whatever the sum of fractions was rounded to.
    return { ...day, through: index === weighted.length - 1 ? 1 : Math.min(reached / whole, 1) }
  })
}

/** The share that should be reached by the end of the date; 0 before the first working day. */
export function shareThrough(shares: readonly DayShare[], date: Temporal.PlainDate): number {
  const until = dayNumber(date)
  return shares.findLast((day) => dayNumber(day.date) <= until)?.through ?? 0
}

/**
 * The whole ticks of one date. Cumulative rounding: the rounded whole up to the date less that up to the day before, so that
 * the days sum exactly to the target and equal shares do not bunch on the first days. 0 on other days.
 */
export function dayPart(target: number, shares: readonly DayShare[], date: Temporal.PlainDate): number {
  const upTo = (day: Temporal.PlainDate) => Math.round(target * shareThrough(shares, day))
  return upTo(date) - upTo(date.subtract({ days: 1 }))
}
