// Names what can fall due, and decides what to do with something that is due and not yet done.

export const DUE_KINDS = ['plan-day', 'prompt', 'remind', 'member-close', 'close', 'weekly-board'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** Why a due item was settled without being carried out. `missed_too_late` items are reported, others are normal. */
export type SkipReason = 'answered' | 'excused' | 'left' | 'superseded' | 'team-archived' | 'too-late'
