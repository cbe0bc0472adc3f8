// Raised by hand: a risk that somebody sees, placed on the 5×5 of probability and impact.
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export const GRADES = [1, 2, 3, 4, 5] as const
export type Grade = (typeof GRADES)[number]

/** What a grade stands for, in percent; `to` null: no end. */
interface Anchor {
  over: number
  to: number | null
}

/** How likely it is that the risk comes true. */
export const PROBABILITY: Readonly<Record<Grade, Anchor>> = {
  1: { over: 0, to: 20 },
  2: { over: 20, to: 40 },
  3: { over: 40, to: 60 },
  4: { over: 60, to: 80 },
  5: { over: 80, to: null },
}

/** How much of the revenue it would cost. */
export const IMPACT: Readonly<Record<Grade, Anchor>> = {
  1: { over: 0, to: 5 },
  2: { over: 5, to: 10 },
  3: { over: 10, to: 20 },
  4: { over: 20, to: 30 },
  5: { over: 30, to: null },
}

export interface RaisedRisk {
  probability: Grade
  impact: Grade
  isOpen: boolean
}

export interface RiskEvidence {
  probability: Grade
  impact: Grade
  /** Probability × impact, 1 to 25. */
  score: number
}

export function raisedByHand(
  { probability, impact, isOpen }: RaisedRisk,
  settings: Limits,
): Reading<RiskEvidence> {
  const score = probability * impact
  const evidence = { probability, impact, score }
  return isOpen ? readingOf(score, settings, evidence) : noReading(evidence)
}
