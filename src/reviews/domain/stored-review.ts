// What is kept of a team's review: which one it is, the causes of its gaps, and the minutes of the meeting about it.
import { createHash } from 'node:crypto'
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

/** What a field says now, and the mark of what it said when its form was opened. */
export interface TypedCause {
  text: string
  openedAs: string
}

/** Known again as long as the text is the same. */
export const causeMark = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

const isTyped = ({ text, openedAs }: TypedCause): boolean => causeMark(text) !== openedAs

/** The numbers whose cause was written by this form and, since it was opened, by another one. */
export const writtenElsewhere = (
  stored: Causes,
  typed: Readonly<Record<MetricKey, TypedCause>>,
): MetricKey[] =>
  Object.entries(typed).flatMap(([key, one]) => {
    const now = stored[key]?.text ?? ''
    return isTyped(one) && causeMark(now) !== one.openedAs && now !== one.text ? [key] : []
  })

/** A text that is gone takes its cause away; one that stays as its form was opened leaves what is stored. */
export function withCauses(
  before: Causes,
  typed: Readonly<Record<MetricKey, TypedCause>>,
  by: UserId,
  now: Temporal.Instant,
): Causes {
  const all: Record<string, Cause> = { ...before }
  for (const [key, one] of Object.entries(typed))
    if (isTyped(one) && one.text !== before[key]?.text) all[key] = { text: one.text, by, at: now.toString() }
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
