// One warning from the first reading to its end: its state, its level, who was told, and what is due next.
import type { UserId } from '../../core/ids.ts'
import type { Level } from './level.ts'
import type { Procedure } from './procedure.ts'

/** `pending`: seen, but not on enough mornings in a row to tell anybody. */
export type EpisodeState = 'pending' | 'open' | 'acknowledged' | 'snoozed' | 'resolved'

/** Why an episode ends without anybody's doing. */
const CLOSINGS = [
  ...(['left', 'on-leave', 'paused', 'period-over', 'rule-off', 'limits-changed'] as const),
  'nothing-to-measure',
] as const
export type Closing = (typeof CLOSINGS)[number]
export const EPISODE_END_REASONS = ['recovered', 'not-a-risk', 'solved', ...CLOSINGS] as const
export type Resolution = (typeof EPISODE_END_REASONS)[number]

export interface Acknowledgement {
  by: UserId
  at: Temporal.Instant
  /** A higher level than this one is news. */
  level: Level
  /** As typed. */
  action: string
  until: Temporal.PlainDate
  /** It was done, and the date is still to come. */
  done?: boolean
}

export interface Snooze {
  by: UserId
  at: Temporal.Instant
  level: Level
  until: Temporal.PlainDate
  /** How long it may be put off in all, up to this level. Missing: of an older one, it is not known. */
  most?: { level: Level; until: Temporal.Instant }
}

export interface Resolved {
  at: Temporal.Instant
  reason: Resolution
  by: UserId | null
  /** As typed. Empty: nothing was. */
  note: string
}

export interface Episode {
  state: EpisodeState
  level: Level
  /** The highest level that was told. */
  peak: Level
  /** Mornings in a row on which it was seen. */
  streak: number
  lastMorning: Temporal.PlainDate | null
  openedAt: Temporal.Instant | null
  /** As it was when the episode opened. */
  procedure: Procedure
  /** How many steps of the level's procedure were taken. */
  step: number
  /** When the next step, the promised date or the end of the snooze is due. Null: nothing is. */
  nextAt: Temporal.Instant | null
  /** From when the time to answer counts. Null: it does not run, or it is not known. */
  clockFrom: Temporal.Instant | null
  /** A higher warning about the same number stands in front of it. */
  silenced: boolean
  /** The last one, also after its date has passed. */
  acknowledgement: Acknowledgement | null
  /** The last one, also after its end. */
  snooze: Snooze | null
  /** When whom it is about is back from the leave for which its step was put off. */
  putOffUntil: Temporal.Instant | null
  /** Who knows that it is open. */
  told: readonly UserId[]
  resolved: Resolved | null
}

export type EventReason =
  | 'seen'
  | 'opened'
  | 'raised'
  | 'lowered'
  | 'silenced'
  | 'unsilenced'
  | 'escalated'
  | 'repeated'
  | 'last-resort'
  | 'stand-in'
  | 'acknowledged'
  | 'rated'
  | 'moved'
  | 'done'
  | 'withdrawn'
  | 'target-lowered'
  | 'promise-broken'
  | 'leave-awaited'
  | 'back-from-leave'
  | 'snoozed'
  | 'snooze-over'
  | Resolution

export interface EpisodeEvent {
  at: Temporal.Instant
  /** Null: nobody did it. */
  actor: UserId | null
  from: { state: EpisodeState; level: Level } | null
  to: { state: EpisodeState; level: Level }
  reason: EventReason
}

/** What somebody who has the warning already is told beside its edit. */
export const NOTES = [
  'raised',
  'repeated',
  'promise-broken',
  'withdrawn',
  'snooze-over',
  'still-open',
  'resolved',
] as const
export type Note = (typeof NOTES)[number]
