// How a member stands in March 2026, which begins on a Sunday and has 22 weekdays, by the room that computes it.
import type { Metric } from '../../../src/numbers/domain/metrics.ts'
import type { MemberCalendar } from '../../../src/org/domain/calendar.ts'
import { daySharesOf, workDaysOf } from '../../../src/targets/domain/day-shares.ts'
import { type Progress, progressOf } from '../../../src/targets/domain/progress.ts'
import { targetPeriod } from '../../../src/targets/domain/target-period.ts'
import { CALLS, WEEKDAYS } from '../../targets/samples.ts'

const date = Temporal.PlainDate.from

export interface Seen {
  target: number
  /** What is in for the days that are due. Null: nothing was entered at all. */
  counted: number | null
  /** The last day whose numbers are due. Null: none is. */
  through: string | null
  metric?: Metric
  /** Of a ratio: what it is divided by. */
  below?: number
  calendar?: Partial<MemberCalendar>
}

export function seenInMarch({ target, counted, through, metric = CALLS, below, calendar }: Seen): Progress {
  const period = targetPeriod('month', date('2026-03-01'), 1)
  const days = workDaysOf({ ...WEEKDAYS, ...calendar }, period)
  return progressOf({
    ...{ metric, target, actual: counted, below: below ?? null, shares: daySharesOf(days, period, null) },
    ...{ through: through === null ? null : date(through), restFrom: date('2026-03-16') },
  })
}

export const leave = (from: string, to: string, part: 'whole' | 'morning' | 'afternoon' = 'whole') => ({
  ...{ from: date(from), to: date(to), part },
})
