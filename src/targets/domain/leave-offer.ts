// Offers lower targets for a month in which a member is on leave for many of their working days.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { fractionsOf, workDaysOf } from './day-shares.ts'
import { type TargetPeriod, targetPeriod } from './target-period.ts'

/** Working days of leave within a month, from which on it is long. */
export const LONG_LEAVE = 5
/** Of one leave the first months are offered: who is away for longer needs more than lower targets. */
export const OFFERED_MONTHS = 3

type Month = Pick<TargetPeriod, 'from' | 'to'>

/** The member's own working days, as they are with their leave and as they were without. */
export interface DaysOfMonth {
  left: number
  all: number
}

export interface OfferLine {
  metric: Metric
  /** Scaled, as it is now. */
  value: number
  /** In proportion to the days that are left. Null: there is nothing lower. */
  lower: number | null
  /** True: it was set since the offer was made. */
  isSet: boolean
}

/** A part in each of its versions. */
export interface DatedPart {
  version: number
  value: number
  setAt: Temporal.Instant
}

export function daysOfMonth(calendar: MemberCalendar, month: Month): DaysOfMonth {
  const all = fractionsOf(workDaysOf({ ...calendar, leave: [] }, month))
  return { all, left: fractionsOf(workDaysOf(calendar, month)) }
}

export const isLongLeave = ({ all, left }: DaysOfMonth): boolean => all - left >= LONG_LEAVE

/** The months that the span touches, the first one first. */
export function monthsTouched({ from, to }: Month): TargetPeriod[] {
  const months: TargetPeriod[] = []
  for (let first = from.with({ day: 1 }); Temporal.PlainDate.compare(first, to) <= 0; )
    first = months[months.push(targetPeriod('month', first, 1)) - 1]!.to.add({ days: 1 })
  return months
}

/** Sums of which more is better: of a limit less would be harder. */
export const isLowered = ({ kind, higherIsBetter }: Metric): boolean => kind === 'additive' && higherIsBetter

/** Null: there is no target. `since`: when the offer was made; null: it is made now. */
export function offerLine(
  metric: Metric,
  parts: readonly DatedPart[],
  days: DaysOfMonth,
  since: Temporal.Instant | null,
): OfferLine | null {
  const latest = parts.toSorted((one, other) => other.version - one.version)[0]
  if (!latest) return null
  const { value } = latest
  const lower = lowerValue(metric, value, days)
  return {
    ...{ metric, value, lower: lower < value ? lower : null },
    isSet: since !== null && Temporal.Instant.compare(latest.setAt, since) > 0,
  }
}

/** In whole units where the target is. */
function lowerValue({ decimals }: Metric, value: number, { left, all }: DaysOfMonth): number {
  const whole = 10 ** decimals
  const step = value % whole === 0 ? whole : 1
  return all === 0 ? value : Math.round((value * left) / all / step) * step
}

export const OFFER_OVER = 'leave-offer-over'

/** In the hour after the month: an edit for each minute of it, because Slack takes 50 a minute of a workspace. */
const OVER_WITHIN_MINUTES = 60

/** When the offer of the month ends, by the clock of the member's team. */
export function offerOverAt(memberId: MemberId, { to }: Month, zone: string): Temporal.Instant {
  const minute = Number.parseInt(memberId.slice(0, 4), 16) % OVER_WITHIN_MINUTES
  return to.add({ days: 1 }).toZonedDateTime(zone).toInstant().add({ minutes: minute })
}

/** What can still be lowered. */
export const openLines = ({
  lines,
  isLong,
  isOver,
}: {
  lines: readonly OfferLine[]
  isLong: boolean
  isOver: boolean
}): (OfferLine & { lower: number })[] =>
  isLong && !isOver
    ? lines.flatMap((line) => (line.lower === null || line.isSet ? [] : [{ ...line, lower: line.lower }]))
    : []

/** `later`: who leads the team after the one to whom it was offered first. */
export const offerKey = (
  memberId: MemberId,
  { from }: Pick<TargetPeriod, 'from'>,
  later: UserId | null = null,
): string => `leave-offer:${memberId}:${from}${later === null ? '' : `:${later}`}`
