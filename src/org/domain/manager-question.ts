// Decides when somebody is asked who manages a team next, because its manager is gone or on long leave.
import type { UserId } from '../../core/ids.ts'
import { type Absence, isLongAbsence } from './acting-manager.ts'

/** A question that is open, or answered with "the manager stays". */
export interface ManagerQuestion {
  managerUserId: UserId
  /** The first day of the leave. Null: the manager is gone. */
  since: Temporal.PlainDate | null
  /** Null: there was nobody to ask. */
  askedUserId: UserId | null
  askedAt: Temporal.Instant
  /** Who decided that the manager stays and the delegate acts. */
  keptBy: UserId | null
}

export type QuestionStep =
  | { step: 'none' }
  | { step: 'ask'; since: Temporal.PlainDate | null }
  | { step: 'settle' }

/** `askedCanAnswer`: the person who was asked may still name the manager. */
export function nextQuestionStep(
  managerUserId: UserId,
  absence: Absence,
  question: ManagerQuestion | null,
  askedCanAnswer: boolean,
): QuestionStep {
  if (!isLongAbsence(absence)) return { step: question ? 'settle' : 'none' }
  const since = absence.kind === 'on-leave' ? absence.since : null
  if (!question || question.managerUserId !== managerUserId || !isSameDay(question.since, since))
    return { step: 'ask', since }
  return question.keptBy || askedCanAnswer ? { step: 'none' } : { step: 'ask', since }
}

function isSameDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean {
  return one && other ? one.equals(other) : one === other
}
