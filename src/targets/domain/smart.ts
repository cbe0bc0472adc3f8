// Advises on a target as it is set: within reach or explained, part of what the team above wants, and in time. It refuses nothing.
import { farReach, type Reach } from './reach.ts'
import type { TargetPeriod } from './target-period.ts'

export type Advice =
  /** Far beyond what was reached, and nobody says why. */
  | { about: 'reach'; reach: Reach }
  /** The team above has no target of this metric for the period. */
  | { about: 'own' }
  /** First set when most of the period is over; whole days that are left, today included. */
  | { about: 'late'; days: number }

export interface SmartFacts {
  value: number
  higherIsBetter: boolean
  /** What was reached in the periods before; null: not known. */
  past: readonly (number | null)[]
  reason: string
  period: TargetPeriod
  today: Temporal.PlainDate
  /** False: it changes one that is there. */
  isFirst: boolean
  /** Whether the team above has a target of the metric for the period. Null: there is no team above. */
  isWantedAbove: boolean | null
}

/** A target that is set with less than this share of the period left is late. */
const LATE = 1 / 3

/** That it has a metric, a number and a period, the form sees to. */
export function smartAdvice(facts: SmartFacts): Advice[] {
  const { value, past, higherIsBetter, reason, isWantedAbove } = facts
  const reach = reason === '' ? farReach(value, past, higherIsBetter) : null
  const days = facts.isFirst ? daysLeft(facts) : null
  return [
    ...(reach ? [{ about: 'reach' as const, reach }] : []),
    ...(isWantedAbove === false ? [{ about: 'own' as const }] : []),
    ...(days === null ? [] : [{ about: 'late' as const, days }]),
  ]
}

/** Null: enough are left. */
function daysLeft({ period: { from, to }, today }: SmartFacts): number | null {
  if (Temporal.PlainDate.compare(today, from) < 0) return null
  const left = today.until(to).days + 1
  return left < (from.until(to).days + 1) * LATE ? left : null
}
