// Types of planned due items, and the reasons why a due item is skipped.
import type { MemberId } from '../../core/ids.ts'

export interface PlannedItem {
  /** `prompt:<member>:<date>`, `close:<team>:<date>` …: unique, so that each thing is planned and done once. */
  dueKey: string
  /** One of the kinds that the features handle. */
  kind: string
  memberId: MemberId | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
  /** A past `dueAt` is still planned until this time; without it, it is not. */
  until?: Temporal.Instant
}

/** Why a due item was settled without doing its work. `missed_too_late` items are reported, others are normal. */
export type SkipReason = 'answered' | 'excused' | 'left' | 'superseded' | 'team-archived' | 'too-late'
