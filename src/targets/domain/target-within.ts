// What of a member's targets falls into a day, a week, or a month of a quarter: the day parts of the targets that cover it.
import type { DayShare, WorkDay } from './day-shares.ts'
import type { Since } from './since.ts'
import { isWithin, type TargetPeriod } from './target-period.ts'

/** Of each working day that has a share, by ISO date: what should be reached before it and by its end. */
export type DaySteps = ReadonlyMap<string, { before: number; through: number }>

/** A sum that is spread over the working days of its period. */
export interface SpreadTarget extends Since {
  period: TargetPeriod
  /** Scaled, as all values here. */
  value: number
  shares: readonly DayShare[]
  steps: DaySteps
}

export interface TargetWithin extends Since {
  target: number
  shares: readonly DayShare[]
}

export function stepsOf(shares: readonly DayShare[]): DaySteps {
  let before = 0
  return new Map(
    shares.map(({ date, through }) => {
      const step = { before, through }
      before = through
      return [date.toString(), step]
    }),
  )
}

/**
 * `days`: the member's working days in the span. A target for just this span counts as it is; else each day has its part of the
 * month's target, or where there is none, of the quarter's. Null: some day of the span is in no target.
 */
export function targetWithin(
  span: { kind: string; from: Temporal.PlainDate },
  held: readonly SpreadTarget[],
  days: readonly WorkDay[],
): TargetWithin | null {
  const exact = held.find(({ period }) => period.kind === span.kind && period.from.equals(span.from))
  if (exact) return { target: exact.value, shares: exact.shares, since: exact.since }
  if (held.length === 0) return null
  const shortest = held.toSorted((one, other) => lengthOf(one) - lengthOf(other))
  const parts: { day: WorkDay; rounded: number; exact: number }[] = []
  let since: Temporal.PlainDate | null = null
  for (const day of days) {
    const covering = shortest.find(({ period }) => isWithin(day.date, period))
    if (!covering) return null
    const { before, through } = covering.steps.get(day.date.toString()) ?? { before: 0, through: 0 }
    const { value } = covering
    if (since === null || Temporal.PlainDate.compare(covering.since, since) < 0) since = covering.since
    const rounded = Math.round(value * through) - Math.round(value * before)
    parts.push({ day, rounded, exact: value * (through - before) })
  }
  const target = parts.reduce((sum, { rounded }) => sum + rounded, 0)
  return { target, shares: sharesOf(parts), since: since ?? span.from }
}

const lengthOf = ({ period: { from, to } }: SpreadTarget): number => from.until(to).days

/** Days without a target share the work by how much of them is worked. */
function sharesOf(parts: readonly { day: WorkDay; exact: number }[]): DayShare[] {
  const bySize = parts.some(({ exact }) => exact > 0)
  const weightOf = ({ day, exact }: (typeof parts)[number]) => (bySize ? exact : day.fraction)
  const whole = parts.reduce((sum, part) => sum + weightOf(part), 0)
  let reached = 0
  return parts.map((part, index) => {
    reached += weightOf(part)
    return { ...part.day, through: index === parts.length - 1 ? 1 : Math.min(reached / whole, 1) }
  })
}
