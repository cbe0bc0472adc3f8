// What a decision about a warning is made from, and what it brings: state, events, and who is told.
import type { UserId } from '../../core/ids.ts'
import type { Closing, Episode, EpisodeEvent, EventReason, Note } from './episode.ts'
import type { Level, Reading } from './level.ts'
import type { Ladder, Procedure } from './procedure.ts'
import type { Rating } from './signals/raised-by-hand.ts'

/** What a person does about a warning. `lookAt`: when it is looked at again. */
export type Act =
  | {
      kind: 'acknowledge'
      by: UserId
      action: string
      until: Temporal.PlainDate
      lookAt: Temporal.Instant
    }
  /** `most`: when it is looked at again at the latest, where it was not put off before. */
  | {
      kind: 'snooze'
      by: UserId
      until: Temporal.PlainDate
      lookAt: Temporal.Instant
      most: Temporal.Instant
    }
  | { kind: 'dismiss'; by: UserId; note: string }
  /** What was promised has got another date or owner, is done, or will not be done. */
  | { kind: 'move'; by: UserId; owner: UserId; until: Temporal.PlainDate; lookAt: Temporal.Instant }
  | { kind: 'done'; by: UserId }
  | { kind: 'withdraw'; by: UserId }
  /** Only of what was raised by hand. */
  | { kind: 'raise'; by: UserId }
  | { kind: 'rate'; by: UserId; rating: Rating }
  | { kind: 'solve'; by: UserId; note: string }

export interface Facts {
  now: Temporal.Instant
  /** Null: nobody looked. */
  reading: Pick<Reading<unknown>, 'reached' | 'held'> | null
  /** The working morning that the reading counts for. Null: it is read at another time. */
  morning: Temporal.PlainDate | null
  /** Why it cannot be a warning any more. */
  closing: Closing | null
  /** Another rule has a higher warning about the same number of the same subject. */
  higherElsewhere: boolean
  /** The level at which it was last called no risk in this period. */
  dismissed: Level | null
  act: Act | null
  /** The target was set lower by somebody whose answer that is not, and this has not been said yet. */
  targetLowered?: boolean
  /** When whom it is about is back from leave, of what waits for them until then. Missing: they are there. */
  backAt?: Temporal.Instant | null
  rule: { streak: number; procedure: Procedure }
  ladder: Ladder
}

export type DecisionReason =
  | EventReason
  | 'up-to-date'
  | 'nothing'
  | 'forgotten'
  | 'already-closed'
  | 'already-acknowledged'
  | 'put-off-enough'

export interface Decision {
  /** Null: nothing is kept. The same object: nothing has changed. */
  next: Episode | null
  reason: DecisionReason
  events: readonly EpisodeEvent[]
  /** Who gets the warning. */
  posts: readonly { userId: UserId }[]
  /** Who has it already, and is told something beside its edit. */
  notes: readonly { userId: UserId; note: Note }[]
}

export const NOTHING = { events: [], posts: [], notes: [] } as const

/** Whoever has it already is told with a note. */
export function tell(decision: Decision, who: readonly (UserId | null)[], note: Note): Decision {
  const episode = decision.next!
  const wanted = [...new Set(who.flatMap((userId) => userId ?? []))]
  const fresh = wanted.filter((userId) => !episode.told.includes(userId))
  const next = fresh.length > 0 ? { ...episode, told: [...episode.told, ...fresh] } : episode
  const posts = [...decision.posts, ...fresh.map((userId) => ({ userId }))]
  return remind(
    { ...decision, next, posts },
    wanted.filter((userId) => !fresh.includes(userId)),
    note,
  )
}

export function remind(decision: Decision, who: readonly (UserId | null)[], note: Note): Decision {
  const { told } = decision.next!
  const known = new Set([...decision.posts, ...decision.notes].map(({ userId }) => userId))
  const wanted = [...new Set(who)].filter(
    (userId) => userId !== null && told.includes(userId) && !known.has(userId),
  )
  return { ...decision, notes: [...decision.notes, ...wanted.map((userId) => ({ userId: userId!, note }))] }
}

/** Writes down that it has changed. */
export function noted(
  decision: Decision,
  { now, act }: Pick<Facts, 'now' | 'act'>,
  reason: EventReason,
): Decision {
  const { state, level } = decision.next!
  const event: EpisodeEvent = { at: now, actor: act?.by ?? null, from: null, to: { state, level }, reason }
  return { ...decision, reason, events: [...decision.events, event] }
}
