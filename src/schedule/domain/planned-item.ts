// What is planned to fall due, and why something due was settled without being carried out.
import type { MemberId } from '../../core/ids.ts'

export interface PlannedItem {
  /** `prompt:<member>:<date>`, `close:<team>:<date>` …: the claim by which a thing is done once. */
  dueKey: string
  /** One of the kinds that the features handle. */
  kind: string
  memberId: MemberId | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
  /** Until when it is still worth planning after `dueAt`; without it: not at all. */
  until?: Temporal.Instant
}

/** Why a due item was settled without being carried out. `missed_too_late` items are reported, others are normal. */
export type SkipReason = 'answered' | 'excused' | 'left' | 'superseded' | 'team-archived' | 'too-late'
