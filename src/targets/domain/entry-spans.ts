// Lists what was entered for a target such that it can be read: each day of a month, each week of a longer time.
import type { OwnTarget } from './own-target.ts'
import { isWithin } from './target-period.ts'

export interface EntrySpan {
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  /** Scaled: the sum, or of a level the last value. */
  value: number
}

const A_MONTH = 31
const DAYS_OF_WEEK = 7

/** Until today; spans without an entry are left out. */
export function entriesOf(
  { metric, period, entries }: Pick<OwnTarget, 'metric' | 'period' | 'entries'>,
  today: Temporal.PlainDate,
): EntrySpan[] {
  const step = period.from.until(period.to).days < A_MONTH ? 1 : DAYS_OF_WEEK
  const last = Temporal.PlainDate.compare(period.to, today) < 0 ? period.to : today
  const spans: EntrySpan[] = []
  for (let from = period.from; Temporal.PlainDate.compare(from, last) <= 0; from = from.add({ days: step })) {
    const end = from.add({ days: step - 1 })
    const span = { from, to: Temporal.PlainDate.compare(end, last) > 0 ? last : end }
    const within = entries.filter(({ date }) => isWithin(date, span)).map(({ value }) => value)
    if (within.length === 0) continue
    const sum = metric.kind === 'level' ? within.at(-1)! : within.reduce((total, value) => total + value, 0)
    spans.push({ ...span, value: sum })
  }
  return spans
}
