// Raised by hand: a risk that somebody sees, placed on the 5×5 of probability and impact.
import type { UserId } from '../../../core/ids.ts'
import type { Reading } from '../level.ts'
import { type Limits, readingOf } from '../limits.ts'

export const GRADES = [1, 2, 3, 4, 5] as const
export type Grade = (typeof GRADES)[number]

/** What a grade stands for, in percent; `to` null: no end. */
export interface Anchor {
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

export interface Rating {
  probability: Grade
  impact: Grade
}

/** A risk as somebody has written it down. */
export interface RaisedRisk extends Rating {
  /** As typed. */
  text: string
  /** As typed. Empty: about no customer. */
  customer: string
  /** When it may come true. Null: nobody can say. */
  expectedOn: Temporal.PlainDate | null
  raisedBy: UserId
  /** Who has rated it last. */
  ratedBy: UserId
}

export interface RiskEvidence extends RaisedRisk {
  /** Probability × impact, 1 to 25. */
  score: number
}

/** Below the limits that a team has set it is an early sign all the same: only a person ends it. */
export function raisedByHand(risk: RaisedRisk, settings: Limits): Reading<RiskEvidence> {
  const score = risk.probability * risk.impact
  const { reached = 'blue', held = 'blue', evidence } = readingOf(score, settings, { ...risk, score })
  return { reached, held, evidence }
}
