// What is kept of a team's review: which one it is, the causes of its gaps, and the minutes of the meeting about it.
import type { MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import type { MeetingPeriod } from './meeting.ts'

/** In code points. */
export const CAUSE_LENGTH = 1000
/** As much as one field of a form holds. */
export const MINUTES_LENGTH = 3000

export interface ReviewRef {
  workspaceId: WorkspaceId
  teamId: TeamId
  period: MeetingPeriod
  /** The first day of the period. */
  from: Temporal.PlainDate
}

export interface Cause {
  text: string
  by: UserId
  /** ISO instant. */
  at: string
}

/** Of each number that missed its target. */
export type Causes = Readonly<Record<MetricKey, Cause>>

export interface Minutes {
  text: string
  by: UserId
  /** When the last reply in the agenda's thread was written that the form suggested. Null: none was. */
  readTo: Temporal.Instant | null
}

export interface StoredReview {
  causes: Causes
  minutes: Minutes | null
}

export const NOTHING_STORED: StoredReview = { causes: {}, minutes: null }

/** What a field of a form says. */
export interface TypedCause {
  text: string
  /** It is not what the field said when the form was opened. */
  isTyped: boolean
  /** What is stored is still what the field said then. */
  isAsOpened: boolean
}

/** The numbers whose cause was written by this form and, since it was opened, by another one. */
export const writtenElsewhere = (
  stored: Causes,
  typed: Readonly<Record<MetricKey, TypedCause>>,
): MetricKey[] =>
  Object.entries(typed).flatMap(([key, { text, isTyped, isAsOpened }]) =>
    isTyped && !isAsOpened && text !== stored[key]?.text ? [key] : [],
  )

/** A text that is gone takes its cause away; one that stays as its form was opened leaves what is stored. */
export function withCauses(
  before: Causes,
  typed: Readonly<Record<MetricKey, TypedCause>>,
  by: UserId,
  now: Temporal.Instant,
): Causes {
  const all: Record<string, Cause> = { ...before }
  for (const [key, one] of Object.entries(typed))
    if (one.isTyped && one.text !== before[key]?.text) all[key] = { text: one.text, by, at: now.toString() }
  return Object.fromEntries(Object.entries(all).filter(([, { text }]) => text !== ''))
}

/** A review can be written in until the period after it is over: then the next review has begun. */
export function isWritable(
  { kind, to }: Period,
  today: Temporal.PlainDate,
  starts: { week: number; year: number },
): boolean {
  const next = periodOf(kind, to.add({ days: 1 }), starts.week, starts.year)
  return Temporal.PlainDate.compare(today, next.to) <= 0
}
